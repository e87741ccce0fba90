// The rows of the caseload: who is shown, in which group, in which order.
import { daysBetween } from '#domain/calendar-date.ts';
import type { CaseSummary } from '#domain/case-summary.ts';
import { compareInDirectory } from '#domain/directory.ts';
import { isStepAhead } from '#domain/due.ts';
import { isFound } from '#domain/fold.ts';
import {
  daysWithoutContact,
  NEAR,
  severities,
  SILENCE,
  urgencyOf,
  type Severity,
  type Urgency,
} from './urgency.ts';

/** A row before it is said in words. `days`: in the step that runs, else since the case was opened. */
export type ReviewRow = Urgency & { readonly summary: CaseSummary; readonly days: number | null };

/** What the chips choose among active cases. */
export const reviewFilters = ['all', 'silent', 'deadline', 'new'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

/** The columns one can sort by. */
export const reviewColumns = ['person', 'owner', 'step', 'days', 'contact', 'note'] as const;
export type ReviewColumn = (typeof reviewColumns)[number];
export type ReviewSort = { readonly column: ReviewColumn; readonly isDescending: boolean };

/** How long a case counts as new, in days. */
const NEW = 30;

const daysOf = ({ nextStep, opened }: CaseSummary, today: string): number | null => {
  const isRunning = nextStep?.from != null && nextStep.from <= today && !isStepAhead(nextStep.state);
  const since = isRunning ? nextStep.from : opened;
  return since === null ? null : Math.max(0, daysBetween(since, today));
};

/** One row for each active case. */
export const reviewRowsOf = (cases: readonly CaseSummary[], today: string): readonly ReviewRow[] =>
  cases
    .filter(({ closed }) => closed === null)
    .map((summary) => ({ summary, days: daysOf(summary, today), ...urgencyOf(summary, today) }));

/** Whether a chip chooses a case. */
export const isChosen = (filter: ReviewFilter, summary: CaseSummary, today: string): boolean => {
  if (filter === 'silent') return daysWithoutContact(summary, today) > SILENCE;
  const { legalValidUntil, opened } = summary;
  if (filter === 'deadline') return legalValidUntil !== null && daysBetween(today, legalValidUntil) < NEAR;
  if (filter === 'new') return opened !== null && daysBetween(opened, today) <= NEW;
  return true;
};

/** The rows that a chip chooses and that hold every word. */
export const chooseRows = (
  rows: readonly ReviewRow[],
  filter: ReviewFilter,
  words: readonly string[],
  today: string,
): readonly ReviewRow[] =>
  rows.filter(({ summary }) => isChosen(filter, summary, today) && isFound(summary.search, words));

/** How many rows each chip chooses. */
export const countRows = (
  rows: readonly ReviewRow[],
  today: string,
): Readonly<Record<ReviewFilter, number>> => {
  const counts = { all: 0, silent: 0, deadline: 0, new: 0 };
  for (const { summary } of rows)
    for (const filter of reviewFilters) if (isChosen(filter, summary, today)) counts[filter] += 1;
  return counts;
};

/** What a row says where the order goes by words. */
export type SortWords = {
  readonly owner: (row: ReviewRow) => string;
  readonly step: (row: ReviewRow) => string;
};

/** Empty cells come last, in both directions. */
const keyOf = (column: ReviewColumn, row: ReviewRow, words: SortWords): string | number | null => {
  if (column === 'person') return row.summary.name || null;
  if (column === 'owner' || column === 'step') return words[column](row) || null;
  if (column === 'days') return row.days;
  return column === 'contact' ? row.summary.lastContact : (row.note?.on ?? null);
};

const isByWords: Readonly<Record<ReviewColumn, boolean>> = {
  ...{ person: true, owner: true, step: true },
  ...{ days: false, contact: false, note: false },
};

/** Numbers and days compare as they are; only words need the directory's order. */
const compareKeys = (a: string | number, b: string | number, byWords: boolean): number => {
  if (byWords) return compareInDirectory(String(a), String(b));
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Sorts by a column; equal rows stay as they were. */
export const sortRows = (
  rows: readonly ReviewRow[],
  { column, isDescending }: ReviewSort,
  words: SortWords,
): readonly ReviewRow[] => {
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(column, row, words) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return sign * compareKeys(a.key, b.key, isByWords[column]);
    })
    .map(({ row }) => row);
};

export type ReviewGroup = { readonly severity: Severity; readonly rows: readonly ReviewRow[] };

/** The rows of each group that a chip chooses and that hold every word, in their order; without what is empty. */
export const chooseGroups = (
  groups: readonly ReviewGroup[],
  filter: ReviewFilter,
  words: readonly string[],
  today: string,
): readonly ReviewGroup[] =>
  groups
    .map(({ severity, rows }) => ({ severity, rows: chooseRows(rows, filter, words, today) }))
    .filter(({ rows }) => rows.length > 0);

/** The rows by urgency. Without a chosen order, what is urgent stands by its day and the rest by name. */
export const groupRows = (
  rows: readonly ReviewRow[],
  sort: ReviewSort | null,
  words: SortWords,
): readonly ReviewGroup[] =>
  severities
    .map((severity) => {
      const own = rows.filter((row) => row.severity === severity);
      const order = sort ?? (severity === 'plan' ? null : { column: 'note', isDescending: false });
      return { severity, rows: order === null ? own : sortRows(own, order, words) };
    })
    .filter((group) => group.rows.length > 0);
