// The list of cases and where their files lie, as two texts: kept sealed, so that an unlock need not open every page.
import * as z from 'zod/mini';
import type { CaseSummary } from '#domain/case-summary.ts';
import { once } from '#domain/once.ts';
import { createDirectory, type Directory } from './directory.ts';
import { packRows, unpackRows, type Column } from './packing.ts';

/** True as of a revision of the pages, and for one generation of them (facts.ts). */
type CaseIndex = {
  readonly rev: number;
  readonly generation: string;
  readonly cases: readonly CaseSummary[];
  /** Which file lies on which page. */
  readonly directory: Iterable<readonly [string, string]>;
};

/** An index that was opened: its directory is whoever's it is handed to. */
export type OpenedIndex = Omit<CaseIndex, 'directory'> & {
  readonly directory: Directory;
  /** Takes the second text in, without which nothing is found; false if it was not written with the first one. */
  readonly learnSearch: (search: string) => boolean;
};

/** What a search looks through is longer than the list itself, and nobody searches before she sees it. */
export type IndexTexts = { readonly list: string; readonly search: string };

/**
 * The first line of the list; after it come the pages of the cases, in their order, and the columns, each a line that is
 * taken apart when somebody looks at it.
 * `stamp`: both texts of an index bear the same. `others`: where the files of no case lie.
 */
type Saved = {
  readonly stamp: string;
  readonly rev: number;
  readonly generation: string;
  readonly count: number;
  readonly keys: readonly string[];
  readonly others: readonly (readonly [string, string])[];
};
/** `pageOf` counts in `pages`; -1 if nothing of the case was pulled. */
type Places = { readonly pages: readonly string[]; readonly pageOf: readonly number[] };

/** Written by this program and sealed: trusted as they come. */
const ownSavedSchema = z.custom<Saved>();
const ownPlacesSchema = z.custom<Places>();
const ownColumnSchema = z.custom<Column>();
const ownTextsSchema = z.custom<readonly string[]>();
const ownCasesSchema = z.custom<readonly CaseSummary[]>();

/** Writes the index. */
export const indexToTexts = ({ rev, generation, cases, directory }: CaseIndex): IndexTexts => {
  const stamp: string = crypto.randomUUID();
  const lies = new Map(directory);
  const pages = [...new Set(lies.values())];
  const numbers = new Map(pages.map((page, number) => [page, number]));
  const ids = new Set(cases.map(({ caseId }) => caseId));
  const { count, columns } = packRows(cases);
  const { search: _, ...listed } = columns;
  const others = [...lies].filter(([id]) => !ids.has(id));
  const saved: Saved = { stamp, rev, generation, count, keys: Object.keys(listed), others };
  const pageOf = cases.map(({ caseId }) => numbers.get(lies.get(caseId) ?? '') ?? -1);
  const places: Places = { pages, pageOf };
  // JSON has no line break of its own.
  const list = [saved, places, ...Object.values(listed)].map((line) => JSON.stringify(line)).join('\n');
  return { list, search: `${stamp}${JSON.stringify(cases.map(({ search }) => search))}` };
};

/** Reads the index again. The summaries know what a search looks through once the second text is learned. */
export const textToIndex = (list: string): OpenedIndex => {
  const [first = '', second = '', ...lines] = list.split('\n');
  const { stamp, rev, generation, count, keys, others } = ownSavedSchema.parse(JSON.parse(first));
  let searched = once((): Column => ({ most: '', at: [], but: [] }));
  const columnOf = (line: string): (() => Column) => once(() => ownColumnSchema.parse(JSON.parse(line)));
  const columns = new Map([
    ...keys.map((key, index) => [key, columnOf(lines[index] ?? '')] as const),
    ['search', () => searched()] as const,
  ]);
  const cases = ownCasesSchema.parse(unpackRows(count, columns));
  const directory = createDirectory(others, () => {
    const { pages, pageOf } = ownPlacesSchema.parse(JSON.parse(second));
    return cases.flatMap(({ caseId }, index): (readonly [string, string])[] => {
      const page = pages[pageOf[index] ?? -1];
      return page === undefined ? [] : [[caseId, page]];
    });
  });
  const learnSearch = (search: string): boolean => {
    if (!search.startsWith(stamp)) return false;
    searched = once(() => ({ each: ownTextsSchema.parse(JSON.parse(search.slice(stamp.length))) }));
    return true;
  };
  return { rev, generation, cases, directory, learnSearch };
};
