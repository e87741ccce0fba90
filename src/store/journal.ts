// The journal: own changes that the server has taken stay on this device until a verified backup holds them (S12).
import type { ChangeRow, DeviceDatabase, MetaRow, Tables } from './database.ts';
import { readFacts, rowsOfFacts, type Facts } from './facts.ts';
import type { Shelf } from './shelf.ts';
import type { Waiting } from './waiting.ts';

/** Up to which number all is settled: before the first change that waits for its answer or for its place. */
export const settledUpTo = (waiting: ReadonlyMap<number, Waiting>, last: number): number => {
  let first = last + 1;
  for (const entry of waiting.values()) {
    if (entry.refusal === null && entry.number < first) first = entry.number;
  }
  return first - 1;
};

/** The highest number for which the server has answered: if it expects one of these, it was restored (S12). */
export const answeredUpTo = ({ facts, waiting }: Pick<Shelf, 'facts' | 'waiting'>): number => {
  let last = facts.settled;
  for (const entry of waiting.values()) {
    if ((entry.seq !== null || entry.refusal !== null) && entry.number > last) last = entry.number;
  }
  return last;
};

/** How many changes wait for the server, as the rows tell without being opened. */
export const countWaiting = (database: DeviceDatabase): Promise<number> =>
  database.transaction('r', database.changes, database.meta, async () => {
    const { settled } = await readFacts(database);
    const later = database.changes.where(':id').above(settled);
    return later.and(({ seq, refusal }) => seq === null && refusal === null).count();
  });

/** The rows that must be written because their number alone does not tell what became of them. */
export const markedRows = async (
  database: Tables,
  answered: readonly Waiting[],
  foldedEarly: readonly Waiting[],
): Promise<ChangeRow[]> => {
  const entries = new Map([...answered, ...foldedEarly].map((entry) => [entry.number, entry]));
  if (entries.size === 0) return [];
  const early = new Set(foldedEarly.map((entry) => entry.number));
  const rows = await database.changes.bulkGet([...entries.keys()]);
  return rows.flatMap((row) => {
    const entry = row === undefined ? undefined : entries.get(row.number);
    if (row === undefined || entry === undefined) return [];
    const marked = { ...row, seq: entry.seq, at: entry.acceptedAt, refusal: entry.refusal };
    return [early.has(row.number) ? { ...marked, folded: true } : marked];
  });
};

/**
 * The server expects a number that was settled: it was restored from an older backup. From that number on everything
 * waits again as it was made, what was refused too; the caller lowers `settled` in the same transaction.
 */
export const waitAgainFrom = async (database: Tables, expect: number): Promise<void> => {
  const rows = await database.changes.where(':id').aboveOrEqual(expect).toArray();
  const marked = rows.filter((row) => row.seq !== null || row.refusal !== null || row.folded);
  const again = marked.map((row): ChangeRow => ({
    ...row,
    seq: null,
    at: null,
    refusal: null,
    folded: false,
  }));
  if (again.length > 0) await database.changes.bulkPut(again);
};

/**
 * Notes within a transaction that refused changes are done with, or refused again after all.
 * @returns the numbers that are refused now
 */
export const noteRefused = async (
  database: DeviceDatabase,
  numbers: readonly number[],
  is: 'refused' | 'done',
): Promise<readonly number[]> => {
  const stored = await readFacts(database);
  const others = stored.refused.filter((number) => !numbers.includes(number));
  const refused = is === 'done' ? others : [...others, ...numbers];
  await database.meta.bulkPut([...rowsOfFacts(stored, { ...stored, refused })]);
  return refused;
};

/** Up to where the journal may be cut: refused changes stay, they wait for a person. */
const cutAt = ({ safe, settled }: Facts): number => Math.min(safe, settled);

/** Cuts off what a verified backup holds. Costs nothing where there is nothing to cut. */
export const trimJournal = async (shelf: Shelf): Promise<void> => {
  const { database } = shelf;
  if (cutAt(shelf.facts) <= shelf.facts.trimmed) return;
  const trimmed = await database.transaction('rw', database.changes, database.meta, async () => {
    const facts = await readFacts(database);
    const end = cutAt(facts);
    let from = Math.min(facts.trimmed, end) + 1;
    const kept = facts.refused.filter((number) => number >= from && number <= end).sort((a, b) => a - b);
    for (const next of [...kept, end + 1]) {
      if (next > from) await database.changes.where(':id').between(from, next, true, false).delete();
      from = next + 1;
    }
    const row: MetaRow = { key: 'trimmed', value: Math.max(end, facts.trimmed) };
    await database.meta.put(row);
    return row.value;
  });
  shelf.facts = { ...shelf.facts, trimmed: Number(trimmed) };
};
