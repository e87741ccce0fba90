// A reading that began anew (after a restore, or with other rights): gathered beside what is shown, and shown when complete.
import type { Tables } from './database.ts';
import type { Received } from './fold.ts';
import { openPages, type Pages } from './pages.ts';
import type { Shelf } from './shelf.ts';

export type Gathering = { readonly generation: string; readonly pages: Pages };

/**
 * The pages that an answer belongs into, if it is part of a reading that began anew; undefined in everyday life.
 * What was gathered before a cut, or by another tab, is read from the disk.
 */
export const gatheringOf = async (shelf: Shelf, received: Received): Promise<Gathering | undefined> => {
  const { database, key, facts } = shelf;
  if (received.anew) {
    // The name is new: every answer that is taken moves `rev`.
    const generation = `g${facts.rev + 1}-`;
    return { generation, pages: openPages(database, key, generation) };
  }
  const { gathering: generation } = facts;
  if (generation === null || shelf.gathering?.generation === generation) return shelf.gathering;
  const pages = openPages(database, key, generation);
  await pages.learn(await database.pages.where(':id').startsWith(generation).toArray());
  return { generation, pages };
};

/**
 * Within the receiving transaction, when the reading is complete: everything that it did not bring is deleted, and with it
 * whatever was gathered before and never completed.
 */
export const keepOnly = async (database: Tables, generation: string): Promise<void> => {
  await database.pages.where(':id').below(generation).delete();
  await database.pages.where(':id').above(`${generation}\uffff`).delete();
};
