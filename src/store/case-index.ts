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
export type OpenedIndex = CaseIndex & {
  readonly directory: Map<string, string>;
  /** Takes the second text in, without which nothing is found; false if it was not written with the first one. */
  readonly learnSearch: (search: string) => boolean;
};

/** What a search looks through is longer than the list itself, and nobody searches before she sees it. */
export type IndexTexts = { readonly list: string; readonly search: string };

/**
 * `stamp`: both texts of an index bear the same. `pageOf` counts in `pages`, one for each case in its order; -1 if nothing
 * of it was pulled. `others`: files of no case.
 */
type Saved = {
  readonly stamp: string;
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
  const stamp: string = crypto.randomUUID();
  const pages = [...new Set(directory.values())];
  const numbers = new Map(pages.map((page, number) => [page, number]));
  const ids = new Set(cases.map(({ caseId }) => caseId));
  const { count, columns } = packRows(cases);
  const { search: _, ...listed } = columns;
  const saved: Saved = {
    stamp,
    rev,
    generation,
    cases: { count, columns: listed },
    pages,
    pageOf: cases.map(({ caseId }) => numbers.get(directory.get(caseId) ?? '') ?? -1),
    others: [...directory].filter(([id]) => !ids.has(id)),
  };
  const searched = JSON.stringify(cases.map(({ search }) => search));
  return { list: JSON.stringify(saved), search: `${stamp}${searched}` };
};

/** Reads the index again. The summaries know what a search looks through once the second text is learned. */
export const textToIndex = (list: string): OpenedIndex => {
  const saved = ownSavedSchema.parse(JSON.parse(list));
  const { stamp, rev, generation, cases: packed, pages, pageOf, others } = saved;
  let searched: () => readonly string[] = once(() => Array.from({ length: packed.count }, () => ''));
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
  const learnSearch = (search: string): boolean => {
    if (!search.startsWith(stamp)) return false;
    searched = once(() => ownTextsSchema.parse(JSON.parse(search.slice(stamp.length))));
    return true;
  };
  return { rev, generation, cases, directory, learnSearch };
};
