// Receiving: an answer of the server becomes pulled pages, settled changes and a cursor, in one transaction (S1).
import type { ChangeRow, DeviceDatabase } from './database.ts';
import { byFile, foldFile, settle, type Received } from './fold.ts';
import { letGo } from './leaving.ts';
import { fileIdOf, type Records } from './pages.ts';
import { derive, readFacts, saveIndex, type Facts, type Shelf } from './shelf.ts';
import type { Waiting } from './waiting.ts';

/** After this many revisions that the saved list of cases does not know, it is saved anew. */
const STALE = 200;

const settledRows = (
  rows: readonly (ChangeRow | undefined)[],
  waiting: ReadonlyMap<number, Waiting>,
): ChangeRow[] =>
  rows.flatMap((row) => {
    const entry = row === undefined ? undefined : waiting.get(row.number);
    if (row === undefined || entry === undefined) return [];
    return [{ ...row, seq: entry.seq, at: entry.acceptedAt, refusal: entry.refusal }];
  });

/** Deletes folded rows: in one stroke where nothing else lies between them. */
const deleteFolded = async (
  database: DeviceDatabase,
  waiting: ReadonlyMap<number, Waiting>,
  folding: readonly Waiting[],
): Promise<void> => {
  const numbers = folding.map((entry) => entry.number);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const between = [...waiting.keys()].filter((number) => number >= first && number <= last).length;
  if (between === numbers.length)
    await database.changes.where(':id').between(first, last, true, true).delete();
  else await database.changes.bulkDelete(numbers);
};

/**
 * Takes an answer in. If another tab has moved the cursor meanwhile, nothing of it is taken: the next round gets it again.
 * @param cursor the cursor the request named
 * @param now this device's clock when the answer came
 * @returns the files it touched, or null if it was overtaken
 */
export const receive = async (
  shelf: Shelf,
  cursor: string | null,
  received: Received,
  now: Date,
): Promise<readonly string[] | null> => {
  const { database, pages } = shelf;
  const { waiting, folding, handed } = settle(shelf.waiting, received);
  const news = byFile(received, folding);
  const pulled = await pages.read([...news.keys()]);
  const folded = new Map<string, Records>();
  for (const [id, told] of news)
    folded.set(id, foldFile(pulled.get(id) ?? new Map(), told, shelf.facts.device));
  const rev = shelf.facts.rev + 1;
  const { files: forgotten, left, purged } = await letGo(pages, received.gone, waiting);
  const { rows, emptied, keep } = await pages.rewrite(new Map([...folded, ...forgotten]), rev);
  const lost = new Set(left.map(({ caseId }) => caseId));
  const answered = [...waiting.values()].filter((entry) => shelf.waiting.get(entry.number) !== entry);
  const refused = answered.filter((entry) => entry.refusal !== null);
  // The saved list may show what was refused or taken away: it is made anew.
  const isIndexStale = forgotten.size > 0 || handed.length > 0 || refused.length > 0;
  const facts: Facts = {
    ...shelf.facts,
    cursor: received.cursor,
    rev,
    expect: received.expect,
    lastSuccess: received.more ? shelf.facts.lastSuccess : now.toISOString(),
    clockOffset: Date.parse(received.clock) - now.getTime(),
    handed: [...shelf.facts.handed, ...handed.map(({ number, body: { at } }) => ({ number, at }))],
  };

  const isTaken = await database.transaction(
    'rw',
    database.pages,
    database.changes,
    database.drafts,
    database.meta,
    async () => {
      const stored = await readFacts(database);
      if (stored.cursor !== cursor || stored.rev !== shelf.facts.rev || stored.device !== facts.device)
        return false;
      if (rows.length > 0) await database.pages.bulkPut(rows);
      if (emptied.length > 0) await database.pages.bulkDelete([...emptied]);
      if (folding.length > 0) await deleteFolded(database, shelf.waiting, folding);
      if (handed.length > 0) await database.changes.bulkDelete(handed.map(({ number }) => number));
      if (lost.size > 0) await database.drafts.filter(({ caseId }) => lost.has(caseId ?? '')).delete();
      if (answered.length > 0) {
        const before = await database.changes.bulkGet(answered.map((entry) => entry.number));
        await database.changes.bulkPut(settledRows(before, waiting));
      }
      const { cursor: newCursor, expect, lastSuccess, clockOffset } = facts;
      await database.meta.bulkPut([
        { key: 'cursor', value: newCursor ?? '' },
        { key: 'rev', value: rev },
        ...(expect === null ? [] : [{ key: 'expect', value: expect }]),
        ...(lastSuccess === null ? [] : [{ key: 'lastSuccess', value: lastSuccess }]),
        { key: 'clockOffset', value: clockOffset },
      ]);
      if (handed.length > 0) await database.meta.put({ key: 'handed', value: JSON.stringify(facts.handed) });
      if (isIndexStale) await database.meta.delete('index');
      return true;
    },
  );
  if (!isTaken) return null;

  shelf.facts = facts;
  shelf.waiting = waiting;
  shelf.purged = purged;
  shelf.drafts.forget(lost);
  keep();
  const gone = [...forgotten].map(([id, records]): [string, Records] => [id, records ?? new Map()]);
  for (const each of left) {
    if (shelf.files.has(each.caseId)) shelf.left.set(each.caseId, each);
    shelf.files.delete(each.caseId);
  }
  derive(shelf, new Map([...folded, ...gone]));
  const taken = [...refused, ...handed].map((entry) => fileIdOf(entry.body.caseId));
  derive(shelf, await pages.read([...new Set(taken)].filter((id) => !folded.has(id) && !forgotten.has(id))));
  if (isIndexStale) shelf.indexRev = 0;
  if (!received.more && rev - shelf.indexRev > STALE) await saveIndex(shelf);
  return [...new Set([...folded.keys(), ...forgotten.keys(), ...taken])];
};
