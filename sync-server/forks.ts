// How often the numbers of a device were used by a copy of its profile (S2). What left under that name meanwhile was told to
// one of the two alone, so whoever keeps the name reads anew as well (S10).
import type { Reading, Writing } from './storage/storage.ts';

const factOf = (device: string): string => `forks-${device}`;

/** How often it was seen that there are two of a device. */
export const forksOf = async (reading: Reading, device: string): Promise<number> =>
  Number((await reading.fact(factOf(device))) ?? 0);

/** Notes that there are two of a device. */
export const noteFork = async (writing: Writing, device: string): Promise<void> => {
  await writing.putFact(factOf(device), String((await forksOf(writing, device)) + 1));
};
