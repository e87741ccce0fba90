// What a device's reading rests on. If that changes, the device reads everything anew: what it may hold no more shows then by
// being absent, whoever told it of that, or nobody (S10).
import { scopeOf } from './case-access.ts';
import type { Account, Reading, Writing } from './storage/storage.ts';

const countOf = async (reading: Reading, fact: string): Promise<number> =>
  Number((await reading.fact(fact)) ?? 0);

const count = async (writing: Writing, fact: string): Promise<void> =>
  writing.putFact(fact, String((await countOf(writing, fact)) + 1));

const forks = (device: string): string => `forks-${device}`;
const narrowings = (user: string): string => `narrowed-${user}`;

/**
 * Notes that the numbers of a device were used by a copy of its profile (S2). What left under that name meanwhile was told
 * to one of the two alone.
 */
export const noteFork = (writing: Writing, device: string): Promise<void> => count(writing, forks(device));

/**
 * Notes that somebody may read less than before. A device that has not asked since before she might read it knows nothing
 * of either, and holds what she wrote there in between.
 */
export const noteNarrowing = (writing: Writing, user: string): Promise<void> =>
  count(writing, narrowings(user));

/**
 * In one word, without a dot, for the cursor.
 * @param protocol the version of the wire that the device speaks
 */
export const reachOf = async (
  reading: Reading,
  account: Account,
  device: string,
  protocol: number,
): Promise<string> => {
  const { cases, mayReadLimits } = scopeOf(account);
  const [forked, narrowed] = [
    await countOf(reading, forks(device)),
    await countOf(reading, narrowings(account.id)),
  ];
  return [
    ...[cases, mayReadLimits ? 'limits' : 'plain'],
    // What a reading of version 1 left behind is not known: with the new program the device reads once more.
    ...(protocol < 2 ? ['1'] : []),
    ...(forked > 0 ? [`fork${forked}`] : []),
    ...(narrowed > 0 ? [`narrowed${narrowed}`] : []),
  ].join('-');
};
