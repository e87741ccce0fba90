// What leaves the device: a batch of waiting changes, marked on the disk as sealed before the first byte is sent.
import type { Change } from '#domain/change.ts';
import type { Purged } from '#domain/receipt.ts';
import type { ChangeRow, DeviceDatabase } from './database.ts';
import type { Shelf } from './shelf.ts';
import { openRow, wholeChange, type Waiting } from './waiting.ts';

/** A batch for the server. `voids` are numbers this device lost: declared, so that a gap never blocks (S7). */
export type Outgoing = {
  readonly device: string;
  readonly cursor: string | null;
  readonly changes: readonly Change[];
  readonly voids: readonly number[];
  /** What is gone from this device, as the server had asked. */
  readonly purged: readonly Purged[];
  /** Whether more waits than this batch holds. */
  readonly more: boolean;
  /** Up to here the server has taken everything: if it expects one of these, it was restored. */
  readonly settled: number;
};

const isUnanswered = (entry: Waiting): boolean => entry.seq === null && entry.refusal === null;

/** Whole deeds from the front, as many as fit: a deed is never split. Sizes in UTF-16 units of JSON. */
const batchOf = (entries: readonly Waiting[], most: number, largest: number): readonly Waiting[] => {
  const batch: Waiting[] = [];
  let size = 0;
  for (let index = 0; index < entries.length;) {
    const deed = entries[index]?.body.deed;
    const end = entries.findIndex((entry, place) => place > index && entry.body.deed !== deed);
    const group = entries.slice(index, end === -1 ? undefined : end);
    size += JSON.stringify(group.map((entry) => entry.body)).length;
    if (batch.length > 0 && (batch.length + group.length > most || size > largest)) break;
    batch.push(...group);
    index += group.length;
  }
  return batch;
};

const rowsBetween = async (database: DeviceDatabase, first: number, last: number): Promise<ChangeRow[]> =>
  last === 0 ? [] : database.changes.where(':id').between(first, last, true, true).toArray();

/**
 * Takes the next batch and seals it: from now on these changes never change.
 * @param most the most changes in a batch
 * @param largest the most JSON, in UTF-16 units
 */
export const takeOutgoing = async (shelf: Shelf, most: number, largest: number): Promise<Outgoing> => {
  const { database, key } = shelf;
  const unanswered = [...shelf.waiting.values()].filter(isUnanswered).sort((a, b) => a.number - b.number);
  const batch = batchOf(unanswered, most, largest);
  const last = batch.at(-1)?.number ?? 0;
  const revs = new Map(batch.map((entry) => [entry.number, entry.rev]));
  const changed = await database.transaction('rw', database.changes, database.meta, async () => {
    const rows = await rowsBetween(database, batch[0]?.number ?? 0, last);
    if (last > shelf.facts.sealed) await database.meta.put({ key: 'sealed', value: last });
    return rows.filter((row) => revs.has(row.number) && row.rev !== revs.get(row.number));
  });
  if (last > shelf.facts.sealed) shelf.facts = { ...shelf.facts, sealed: last };
  const grown = new Map<number, Waiting>();
  for (const row of changed) grown.set(row.number, await openRow(key, row));
  if (grown.size > 0) shelf.waiting = new Map([...shelf.waiting, ...grown]);
  const { device, cursor, expect } = shelf.facts;
  const changes = batch.map((entry) => wholeChange(grown.get(entry.number) ?? entry, device));
  return {
    device,
    cursor,
    changes,
    voids: gapBefore(shelf, expect, changes),
    purged: shelf.purged,
    more: batch.length < unanswered.length,
    settled: shelf.facts.settled,
  };
};

const gapBefore = (shelf: Shelf, expect: number | null, changes: readonly Change[]): readonly number[] => {
  const first = changes[0]?.number;
  if (expect === null || first === undefined) return [];
  const missing: number[] = [];
  for (let number = expect; number < first && missing.length < 1000; number += 1) {
    if (!shelf.waiting.has(number)) missing.push(number);
  }
  return missing;
};
