// The list of cases in memory: summaries by case, in the order of names. Lists and search read here, never a table.
import type { CaseSummary } from '#domain/case-summary.ts';
import { compareInDirectory } from '#domain/directory.ts';
import { isFound, queryWords } from '#domain/fold.ts';
import { once } from '#domain/once.ts';

const isBefore = (a: CaseSummary, b: CaseSummary): number =>
  compareInDirectory(a.name, b.name) || (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0);

const placeIn = (list: readonly CaseSummary[], summary: CaseSummary, from = 0): number => {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other !== undefined && isBefore(other, summary) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Puts two ordered lists together: each of the few finds its place among the many by halving. */
const mergeSorted = (many: readonly CaseSummary[], few: readonly CaseSummary[]): readonly CaseSummary[] => {
  const merged: CaseSummary[] = [];
  let from = 0;
  for (const summary of few) {
    const to = placeIn(many, summary, from);
    for (; from < to; from += 1) {
      const next = many[from];
      if (next !== undefined) merged.push(next);
    }
    merged.push(summary);
  }
  return merged.concat(many.slice(from));
};

/** Above this many changes at once the list is put together anew. */
const FEW = 64;

export type Caseload = {
  /** The same array until a case changes. */
  readonly list: () => readonly CaseSummary[];
  readonly byId: (caseId: string) => CaseSummary | undefined;
  /** Puts summaries in, or takes cases out (`undefined`). */
  readonly put: (changed: ReadonlyMap<string, CaseSummary | undefined>) => void;
  /** Says that the summaries know more than before: the list is another one from now on. */
  readonly renew: () => void;
};

/** Makes a list, from summaries that are in order already. */
export const createCaseload = (sorted: readonly CaseSummary[]): Caseload => {
  let list = sorted;
  const all = once(() => new Map(sorted.map((summary) => [summary.caseId, summary])));
  /** Many at once are put in their places when somebody looks: a first transfer brings page after page. */
  const unplaced = new Set<string>();
  const placeOne = (caseId: string, before: CaseSummary | undefined): void => {
    if (before !== undefined) list = list.toSpliced(placeIn(list, before), 1);
    const summary = all().get(caseId);
    if (summary !== undefined) list = list.toSpliced(placeIn(list, summary), 0, summary);
  };
  const placeAll = (): void => {
    const kept = list.filter(({ caseId }) => !unplaced.has(caseId));
    const added = [...unplaced].flatMap((caseId) => all().get(caseId) ?? []).sort(isBefore);
    list = mergeSorted(kept, added);
    unplaced.clear();
  };
  return {
    list: () => {
      if (unplaced.size > 0) placeAll();
      return list;
    },
    byId: (caseId) => all().get(caseId),
    renew: () => {
      list = [...list];
    },
    put: (changed) => {
      const isFew = changed.size <= FEW && unplaced.size === 0;
      if (changed.size === 0) return;
      const byId = all();
      for (const [caseId, summary] of changed) {
        const before = byId.get(caseId);
        if (summary === undefined) byId.delete(caseId);
        else byId.set(caseId, summary);
        if (isFew) placeOne(caseId, before);
        else unplaced.add(caseId);
      }
    },
  };
};

/** Finds the cases whose names, places and numbers hold every word of a text. */
export const searchIn = (list: readonly CaseSummary[], text: string): readonly CaseSummary[] => {
  const words = queryWords(text);
  return words.length === 0 ? list : list.filter((summary) => isFound(summary.search, words));
};
