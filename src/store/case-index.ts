// The list of cases and where their files lie, as one text: kept sealed, so that an unlock need not open every page.
import * as z from 'zod/mini';
import type { CaseSummary } from '#domain/case-summary.ts';
import { packRows, unpackRows, type Columns } from './packing.ts';

/** True as of a revision of the pages, and for one generation of them (facts.ts). `directory`: which file lies on which page. */
export type CaseIndex = {
  readonly rev: number;
  readonly generation: string;
  readonly cases: readonly CaseSummary[];
  readonly directory: ReadonlyMap<string, string>;
};

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
const ownCasesSchema = z.custom<readonly CaseSummary[]>();

/** Writes the index. */
export const indexToText = ({ rev, generation, cases, directory }: CaseIndex): string => {
  const pages = [...new Set(directory.values())];
  const numbers = new Map(pages.map((page, number) => [page, number]));
  const ids = new Set(cases.map(({ caseId }) => caseId));
  const saved: Saved = {
    rev,
    generation,
    cases: packRows(cases),
    pages,
    pageOf: cases.map(({ caseId }) => numbers.get(directory.get(caseId) ?? '') ?? -1),
    others: [...directory].filter(([id]) => !ids.has(id)),
  };
  return JSON.stringify(saved);
};

/** Reads the index again. */
export const textToIndex = (text: string): CaseIndex => {
  const { rev, generation, cases: columns, pages, pageOf, others } = ownSavedSchema.parse(JSON.parse(text));
  const cases = ownCasesSchema.parse(unpackRows(columns));
  const directory = new Map(others);
  cases.forEach(({ caseId }, index) => {
    const page = pages[pageOf[index] ?? -1];
    if (page !== undefined) directory.set(caseId, page);
  });
  return { rev, generation, cases, directory };
};
