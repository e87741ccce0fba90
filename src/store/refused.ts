// What becomes of changes that the server refused (S7): they are sent anew, as they were or mended, or given up.
import type { Edit } from '#domain/change.ts';
import type { ChangeRow } from './database.ts';
import { indexRows } from './facts.ts';
import { noteRefused } from './journal.ts';
import { fileIdOf } from './pages.ts';
import type { World } from './saving.ts';
import { refresh, type Shelf } from './shelf.ts';
import { newRow, type ChangeBody, type Waiting } from './waiting.ts';

/** What is written instead, by the number of the refused change. An empty one is left out of the deed. */
export type Mended = Readonly<Record<number, Edit['set']>>;

/** A deed was refused as a whole, and as a whole it is sent anew or given up. */
const deedWith = (shelf: Shelf, number: number): readonly Waiting[] => {
  const deed = shelf.waiting.get(number)?.body.deed;
  return [...shelf.waiting.values()]
    .filter(({ body, refusal }) => refusal !== null && body.deed === deed)
    .sort((a, b) => a.number - b.number);
};

/** The files that changes touch. */
export const filesOfDeed = (entries: readonly Waiting[]): readonly string[] => [
  ...new Set(entries.map(({ body }) => fileIdOf(body.caseId))),
];

const without = (shelf: Shelf, entries: readonly Waiting[]): Map<number, Waiting> => {
  const numbers = new Set(entries.map(({ number }) => number));
  return new Map([...shelf.waiting].filter(([number]) => !numbers.has(number)));
};

/** The rows of refused changes, inside a transaction; none if another tab has settled them meanwhile. */
const rowsOf = async ({ database }: Shelf, entries: readonly Waiting[]): Promise<readonly ChangeRow[]> => {
  const rows = await database.changes.bulkGet(entries.map(({ number }) => number));
  const known = rows.filter((row) => row !== undefined && row.refusal !== null);
  return known.length === entries.length ? known.filter((row) => row !== undefined) : [];
};

/**
 * Sends a refused deed anew: new changes with new ids and numbers, resting on what their author had seen then. What
 * others wrote since is not overruled: there will be two versions.
 * @returns the files it touches; none if another tab was quicker
 */
export const resendRefused = async (
  shelf: Shelf,
  number: number,
  mended: Mended,
  world: World,
): Promise<readonly string[]> => {
  const { database, key, user: by } = shelf;
  // Another tab may have written since: what is added here must come after it, on the disk and in memory.
  await refresh(shelf);
  const entries = deedWith(shelf, number);
  const deed = world.newId();
  const at = world.now().toISOString();
  const bodies = entries.flatMap((entry): ChangeBody[] => {
    const set = mended[entry.number] ?? entry.body.set;
    return Object.keys(set).length === 0 ? [] : [{ ...entry.body, id: world.newId(), deed, set, by, at }];
  });
  const rows = await Promise.all(bodies.map((body) => newRow(key, body)));
  const refused = entries.map((entry) => entry.number);
  const sent = await database.transaction('rw', database.changes, database.meta, async () => {
    if ((await rowsOf(shelf, entries)).length === 0) return undefined;
    await database.changes.bulkDelete(refused);
    const own = await database.changes.bulkAdd(rows, { allKeys: true });
    return { numbers: own, still: await noteRefused(database, refused, 'done') };
  });
  if (sent === undefined) return [];
  const { numbers, still } = sent;
  shelf.last = Math.max(shelf.last, ...numbers);
  shelf.facts = { ...shelf.facts, refused: still };
  const added = bodies.flatMap((body, index): [number, Waiting][] => {
    const own = numbers[index];
    if (own === undefined) return [];
    return [[own, { number: own, rev: 0, seq: null, acceptedAt: null, refusal: null, body }]];
  });
  shelf.waiting = new Map([...without(shelf, entries), ...added]);
  return filesOfDeed(entries);
};

/** What was given up, as it lay on the disk: sealed, and only in memory. */
export type GivenUp = { readonly entries: readonly Waiting[]; readonly rows: readonly ChangeRow[] };

/** Takes a refused deed from the disk. What is returned can bring it back as long as the vault is open. */
export const giveUpRefused = async (shelf: Shelf, number: number): Promise<GivenUp> => {
  const { database } = shelf;
  const entries = deedWith(shelf, number);
  const { rows, still } = await database.transaction('rw', database.changes, database.meta, async () => {
    const known = await rowsOf(shelf, entries);
    const numbers = known.map((row) => row.number);
    await database.changes.bulkDelete(numbers);
    await indexRows(database).delete();
    return { rows: known, still: await noteRefused(database, numbers, 'done') };
  });
  shelf.indexRev = 0;
  shelf.facts = { ...shelf.facts, refused: still };
  if (rows.length > 0) shelf.waiting = without(shelf, entries);
  return { entries: rows.length > 0 ? entries : [], rows };
};

/** Puts back what was given up, under its old numbers: it is refused as before. */
export const takeBackRefused = async (shelf: Shelf, { entries, rows }: GivenUp): Promise<void> => {
  const { database } = shelf;
  const numbers = rows.map((row) => row.number);
  const refused = await database.transaction('rw', database.changes, database.meta, async () => {
    await database.changes.bulkPut(rows);
    return noteRefused(database, numbers, 'refused');
  });
  shelf.facts = { ...shelf.facts, refused };
  shelf.waiting = new Map(
    [...shelf.waiting, ...entries.map((entry): [number, Waiting] => [entry.number, entry])].sort(
      ([a], [b]) => a - b,
    ),
  );
};
