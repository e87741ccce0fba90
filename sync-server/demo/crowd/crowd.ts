// The big invented county: so many people more, in pages that are each on the disk before the next begins.
import { caseIdOf, writeLife } from '#server/demo/life.ts';
import type { Storage } from '#server/storage/storage.ts';
import { CROWD_DAY, inventLife } from './invented-life.ts';

/** How many people are written in one transaction. */
const PAGE = 250;

/**
 * Adds the people with the numbers 1 to `count` to a demo county; whoever is there already stays as she is.
 * @param told hears how many have been looked at so far
 * @returns how many were added
 */
export const addCrowd = async (
  storage: Storage,
  count: number,
  told: (done: number) => void,
): Promise<number> => {
  const now = `${CROWD_DAY}T18:00:00.000Z`;
  let added = 0;
  for (let from = 1; from <= count; from += PAGE) {
    const last = Math.min(count, from + PAGE - 1);
    added += await storage.write(async (writing) => {
      let written = 0;
      for (let index = from; index <= last; index += 1) {
        const life = inventLife(index);
        if ((await writing.record(caseIdOf(life.number))) !== undefined) continue;
        let ids = 0;
        await writeLife(writing, life, now, () => `demo-server-${life.number}-${(ids += 1)}`);
        written += 1;
      }
      return written;
    });
    told(last);
  }
  return added;
};
