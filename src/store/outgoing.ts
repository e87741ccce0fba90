// What leaves the device: batches of waiting changes, marked on the disk as sealed before the first byte is sent.
import type { Change } from '#domain/change.ts';
import type { Purged } from '#domain/receipt.ts';
import { batchesOf } from './batches.ts';
import type { ChangeRow, DeviceDatabase } from './database.ts';
import { readGrown } from './growth.ts';
import { answeredUpTo } from './journal.ts';
import { refresh, type Shelf } from './shelf.ts';
import { isUnanswered, openRow, wholeChange, type Waiting } from './waiting.ts';

/**
 * What one request carries. `voids` are numbers before and between its changes that this device has lost, or that lie with
 * somebody else by now: declared, so that a gap never blocks (S7).
 */
export type Batch = { readonly changes: readonly Change[]; readonly voids: readonly number[] };

export type Outgoing = {
  readonly device: string;
  readonly cursor: string | null;
  /** One request each; the next may follow while the answer to the one before is still being taken in. */
  readonly batches: readonly Batch[];
  /** What is gone from this device, as the server had asked. */
  readonly purged: readonly Purged[];
  /** Whether more waits than these batches hold. */
  readonly more: boolean;
  /** Up to here the server has answered: if it expects one of these numbers, it was restored. */
  readonly answered: number;
};

const rowsBetween = async (database: DeviceDatabase, first: number, last: number): Promise<ChangeRow[]> =>
  last === 0 ? [] : database.changes.where(':id').between(first, last, true, true).toArray();

/**
 * Marks batches as sealed, in one transaction with a look at what another tab let grow meanwhile.
 * @returns false if another tab has sent some of it and knows how that ended: what this one has of it may be older
 */
const sealUpTo = async (shelf: Shelf, taken: readonly Waiting[], last: number): Promise<boolean> => {
  const { database, key } = shelf;
  const { grown, rows, sealed, isThere } = await database.transaction(
    'rw',
    database.changes,
    database.meta,
    async () => {
      const counted = await readGrown(database);
      // Another tab may have sent more than this one knows of: what left once never grows again (S14).
      const before = (await database.meta.get('sealed'))?.value;
      const highest = typeof before === 'number' ? Math.max(before, last) : last;
      if (highest !== before) await database.meta.put({ key: 'sealed', value: highest });
      const isKnown = counted === shelf.grown;
      const looked = isKnown ? [] : await rowsBetween(database, taken[0]?.number ?? 0, last);
      const there = new Set(looked.map(({ number }) => number));
      const isThere = isKnown || taken.every(({ number }) => there.has(number));
      return { grown: counted, rows: looked, sealed: highest, isThere };
    },
  );
  shelf.facts = { ...shelf.facts, sealed };
  if (!isThere) return false;
  // Later changes may have grown as well and are not read here: only who has read all of them knows the count.
  if (shelf.waiting.size === taken.length) shelf.grown = grown;
  const revs = new Map(taken.map((entry) => [entry.number, entry.rev]));
  const others = rows.filter((row) => revs.has(row.number) && row.rev !== revs.get(row.number));
  const opened = await Promise.all(others.map((row) => openRow(key, row)));
  if (opened.length > 0)
    shelf.waiting = new Map([...shelf.waiting, ...opened.map((entry) => [entry.number, entry] as const)]);
  return true;
};

/**
 * Takes the next batches and seals them: from now on these changes never change.
 * @param most the most changes in a batch
 * @param largest the most JSON in a batch, in UTF-16 units
 */
export const takeOutgoing = async (shelf: Shelf, most: number, largest: number): Promise<Outgoing> => {
  const unanswered = [...shelf.waiting.values()].filter(isUnanswered).sort((a, b) => a.number - b.number);
  const batches = batchesOf(unanswered, most, largest);
  const taken = batches.flat();
  const last = taken.at(-1)?.number;
  if (last !== undefined && !(await sealUpTo(shelf, taken, last))) {
    await refresh(shelf);
    return takeOutgoing(shelf, most, largest);
  }
  const { device, cursor, expect } = shelf.facts;
  let next = expect;
  const parted = batches.map((batch): Batch => {
    const end = batch.at(-1)?.number ?? 0;
    const voids = next === null ? [] : lostBetween(shelf, next, end);
    next = end + 1;
    return {
      changes: batch.map((entry) => wholeChange(shelf.waiting.get(entry.number) ?? entry, device)),
      voids,
    };
  });
  return {
    device,
    cursor,
    batches: parted,
    purged: shelf.purged,
    more: taken.length < unanswered.length,
    answered: answeredUpTo(shelf),
  };
};

/** The most numbers that are declared lost at once: what is left follows when the server has told where it stands. */
const MOST_VOIDS = 1000;

/**
 * The numbers from one to another that no own change bears. A tab knows every change that was saved before one of its own,
 * so none of them is another tab's. After a restore many may be missing: what was handed over or erased leaves no rows.
 */
const lostBetween = ({ waiting }: Shelf, from: number, to: number): readonly number[] => {
  const missing: number[] = [];
  for (let number = from; number < to && missing.length < MOST_VOIDS; number += 1) {
    if (!waiting.has(number)) missing.push(number);
  }
  return missing;
};
