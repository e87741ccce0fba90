// Tidying when nothing else is to do: files that changed lately go home from their young pages.
import { readFacts } from './facts.ts';
import type { Shelf } from './shelf.ts';

/** Moves files home if there are many young pages; nothing happens if another tab writes meanwhile. Tells if it did. */
export const tidyPages = async (shelf: Shelf): Promise<boolean> => {
  const { database, pages, facts } = shelf;
  const rev = facts.rev + 1;
  const settled = await pages.settle(rev);
  if (settled === undefined) return false;
  const isDone = await database.transaction('rw', database.pages, database.meta, async () => {
    const stored = await readFacts(database);
    if (stored.rev !== facts.rev || stored.generation !== facts.generation) return false;
    await database.pages.bulkPut([...settled.rows]);
    await database.pages.bulkDelete([...settled.emptied]);
    await database.meta.put({ key: 'rev', value: rev });
    return true;
  });
  if (!isDone) return false;
  settled.keep();
  shelf.facts = { ...shelf.facts, rev };
  return true;
};
