// The list of cases and where their files lie, as two texts: kept sealed, so that an unlock need not open every page.
import * as z from 'zod/mini';
import type { CaseSummary } from '#domain/case-summary.ts';
import { once } from '#domain/once.ts';
import { packRows, unpackRows, type Columns } from './packing.ts';

/** True as of a revision of the pages, and for one generation of them (facts.ts). `directory`: which file lies on which page. */
export type CaseIndex = {
  readonly rev: number;
  readonly generation: string;
  readonly cases: readonly CaseSummary[];
  readonly directory: ReadonlyMap<string, string>;
};

/** An index that was opened: its directory is whoever's it is handed to. */
export type OpenedIndex = CaseIndex & { readonly directory: Map<string, string> };

/** What a search looks through is longer than the list itself, and nobody searches before she sees it. */
export type IndexTexts = { readonly list: string; readonly search: string };

/** `pageOf` counts in `pages`, one for each case in its order; -1 if nothing of it was pulled. `others`: files of no case. */
type Saved = {
  readonly rev: number;
  readonly generation: string;
  readonly cases: Columns;
  readonly pages: readonly string[];
  readonly pageOf: readonly number[];
  readonly others: readonly (readonly [string, string])[];
};

/** Written by this program and sealed: trusted as they come. */
const ownSavedSchema = z.custom<Saved>();
const ownTextsSchema = z.custom<readonly string[]>();
const ownCasesSchema = z.custom<readonly CaseSummary[]>();

/** Writes the index. */
export const indexToTexts = ({ rev, generation, cases, directory }: CaseIndex): IndexTexts => {
  const pages = [...new Set(directory.values())];
  const numbers = new Map(pages.map((page, number) => [page, number]));
  const ids = new Set(cases.map(({ caseId }) => caseId));
  const { count, columns } = packRows(cases);
  const { search: _, ...listed } = columns;
  const saved: Saved = {
    rev,
    generation,
    cases: { count, columns: listed },
    pages,
    pageOf: cases.map(({ caseId }) => numbers.get(directory.get(caseId) ?? '') ?? -1),
    others: [...directory].filter(([id]) => !ids.has(id)),
  };
  return { list: JSON.stringify(saved), search: JSON.stringify(cases.map(({ search }) => search)) };
};

/**
 * Reads the index again.
 * @param search gives the second text once somebody searches
 */
export const textsToIndex = (list: string, search: () => string): OpenedIndex => {
  const { rev, generation, cases: packed, pages, pageOf, others } = ownSavedSchema.parse(JSON.parse(list));
  const searched = once(() => ownTextsSchema.parse(JSON.parse(search())));
  const columns: Columns['columns'] = {
    ...packed.columns,
    search: {
      get each() {
        return searched();
      },
    },
  };
  const cases = ownCasesSchema.parse(unpackRows({ ...packed, columns }));
  const directory = new Map(others);
  cases.forEach(({ caseId }, index) => {
    const page = pages[pageOf[index] ?? -1];
    if (page !== undefined) directory.set(caseId, page);
  });
  return { rev, generation, cases, directory };
};
