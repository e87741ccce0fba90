// Chip and order in the page's address, so that going back brings them back. Searched names never stand there.
import { reviewColumns, reviewFilters, type ReviewFilter, type ReviewSort } from './review-rows.ts';

/** What is chosen above the table. */
export type ReviewChoice = { readonly filter: ReviewFilter; readonly sort: ReviewSort | null };

/** The choice of an address; what it does not say is the ordinary table. */
export const choiceOfQuery = (query: string): ReviewChoice => {
  const asked = new URLSearchParams(query);
  const column = reviewColumns.find((name) => name === asked.get('nach'));
  return {
    filter: reviewFilters.find((name) => name === asked.get('zeige')) ?? 'all',
    sort: column === undefined ? null : { column, isDescending: asked.get('richtung') === 'ab' },
  };
};

/** The address of a choice, or '' for the ordinary table. */
export const queryOfChoice = ({ filter, sort }: ReviewChoice): string => {
  const asked = new URLSearchParams();
  if (filter !== 'all') asked.set('zeige', filter);
  if (sort !== null) asked.set('nach', sort.column);
  if (sort?.isDescending === true) asked.set('richtung', 'ab');
  return asked.toString();
};

/** A head pressed once sorts upwards, twice downwards, three times not at all. */
export const nextSort = (sort: ReviewSort | null, column: ReviewSort['column']): ReviewSort | null => {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
};
