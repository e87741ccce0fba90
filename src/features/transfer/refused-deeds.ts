// Refused entries as a person meets them: by deed, because a deed is sent anew or given up as a whole (S7).
import type { VersionedRecord } from '#domain/record.ts';
import type { Refusal } from '#domain/receipt.ts';
import type { WaitingEntry } from '#store/store.ts';
import type { Mended } from '#store/refused.ts';

/** What was refused together. `reason` is that of the entry that was to blame, not of those that fell with it. */
export type RefusedDeed = {
  readonly deed: string;
  /** Names the deed towards the store. */
  readonly number: number;
  readonly caseId: string | null;
  readonly entries: readonly WaitingEntry[];
  readonly reason: Refusal['type'] | undefined;
};

/** The deeds in the order in which they were written. */
export const refusedDeeds = (refused: readonly WaitingEntry[]): readonly RefusedDeed[] =>
  [...new Set(refused.map(({ deed }) => deed))].flatMap((deed): RefusedDeed[] => {
    const entries = refused.filter((entry) => entry.deed === deed);
    const [first] = entries;
    if (first === undefined) return [];
    const toBlame = entries.find(({ refusal }) => refusal?.type !== 'deed-refused') ?? first;
    return [{ deed, number: first.number, caseId: first.caseId, entries, reason: toBlame.refusal?.type }];
  });

/** The record as the entry would have made it, so that what stands in it can be named. */
export const recordWith = (
  { caseId, kind, recordId, set }: WaitingEntry,
  shown: VersionedRecord | undefined,
): VersionedRecord => ({
  ...{ id: recordId, caseId, kind, seq: 0, head: '', heads: {}, versions: {} },
  ...shown,
  values: { ...shown?.values, ...set },
});

/** What a hand has changed in a refused deed: new values by entry and path, and paths that are left out. */
export type Mending = Readonly<Record<number, WaitingEntry['set']>>;

/** What is sent instead of the refused entries that a hand has changed. */
export const mendedOf = (entries: readonly WaitingEntry[], mending: Mending): Mended =>
  Object.fromEntries(
    entries.flatMap(({ number }) => (mending[number] === undefined ? [] : [[number, mending[number]]])),
  );

/** Whether anything of the deed would be sent. */
export const isAnythingLeft = (entries: readonly WaitingEntry[], mending: Mending): boolean =>
  entries.some(({ number, set }) => Object.keys(mending[number] ?? set).length > 0);
