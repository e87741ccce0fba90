// How an answer of the server becomes part of what was pulled: own accepted changes first, then what the server tells.
import { applyChange } from '#domain/merge.ts';
import type { Delta, Gone, Receipt } from '#domain/receipt.ts';
import { withStates, type VersionedRecord } from '#domain/record.ts';
import { fileIdOf, type Records } from './pages.ts';
import { wholeChange, type Waiting } from './waiting.ts';

/** An answer of the server, as the store takes it. */
export type Received = {
  readonly receipts: readonly Receipt[];
  readonly records: readonly VersionedRecord[];
  readonly deltas: readonly Delta[];
  readonly gone: readonly Gone[];
  readonly cursor: string;
  readonly upTo: number;
  readonly expect: number;
  readonly more: boolean;
  readonly clock: string;
  /** The reading begins anew with this answer: what it does not bring by its end, the device does not keep (S12). */
  readonly anew: boolean;
  /** The highest own number that a verified backup holds. */
  readonly safe: number;
};

/** The waiting changes after the receipts, and those of them that now belong to what was pulled. */
export type Settled = {
  readonly waiting: ReadonlyMap<number, Waiting>;
  readonly folding: readonly Waiting[];
  /** Lie with whoever leads the case now: nothing of them stays here but number and date. */
  readonly handed: readonly Waiting[];
  /** Refused because their case was erased: nothing of them stays here but number and date (S11). */
  readonly erased: readonly Waiting[];
};

/** Whether an answer tells that a case was erased: by name, or by what came too late for it (S11). */
export const isOfErasure = ({ gone, receipts }: Received): boolean =>
  gone.some(({ reason }) => reason === 'erased') ||
  receipts.some((receipt) => receipt.result === 'refused' && receipt.reason.type === 'erased');

/** Lays receipts over the waiting changes: who is accepted and told up to `upTo` is folded in, the rest stays. */
export const settle = (waiting: ReadonlyMap<number, Waiting>, received: Received): Settled => {
  const after = new Map(waiting);
  const handed: Waiting[] = [];
  const erased: Waiting[] = [];
  for (const receipt of received.receipts) {
    const entry = after.get(receipt.number);
    if (entry === undefined || receipt.result === 'void' || entry.body.id !== receipt.id) continue;
    if (receipt.result === 'accepted')
      after.set(receipt.number, { ...entry, seq: receipt.seq, acceptedAt: receipt.at });
    else if (receipt.result === 'refused' && receipt.reason.type !== 'erased')
      after.set(receipt.number, { ...entry, refusal: receipt.reason });
    else {
      after.delete(receipt.number);
      (receipt.result === 'refused' ? erased : handed).push(entry);
    }
  }
  const folding = [...after.values()].filter((entry) => entry.seq !== null && entry.seq <= received.upTo);
  for (const entry of folding) after.delete(entry.number);
  return { waiting: after, folding: folding.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)), handed, erased };
};

/**
 * The pulled records of one file after an answer. A whole record that the server tells replaces ours; own changes that
 * it holds already (by its number) are not applied again.
 */
export const foldFile = (pulled: Records, news: News, device: string): Records => {
  const records = new Map<string, VersionedRecord>(pulled);
  const whole = new Map(news.records.map((record) => [record.id, record]));
  for (const entry of news.folding) {
    const { recordId, id, by } = entry.body;
    const before = records.get(recordId);
    const seq = entry.seq ?? 0;
    if (whole.has(recordId) || (before !== undefined && before.seq >= seq)) continue;
    const author = { by, device, at: entry.acceptedAt };
    const applied = applyChange(before, wholeChange(entry, device), (change) =>
      change === id ? author : undefined,
    );
    records.set(recordId, { ...applied.record, seq });
  }
  for (const record of whole.values()) records.set(record.id, record);
  for (const delta of news.deltas) {
    const before = records.get(delta.id);
    if (before !== undefined)
      records.set(delta.id, withStates(before, delta.paths, Math.max(before.seq, delta.seq)));
  }
  return records;
};

/** What an answer says about one file. */
export type News = {
  readonly records: VersionedRecord[];
  readonly deltas: Delta[];
  readonly folding: Waiting[];
};

/** Sorts what was received by file, so that each is looked at once. */
export const byFile = (received: Received, folding: readonly Waiting[]): ReadonlyMap<string, News> => {
  const files = new Map<string, News>();
  const at = (caseId: string | null): News => {
    const id = fileIdOf(caseId);
    const known: News = files.get(id) ?? { records: [], deltas: [], folding: [] };
    files.set(id, known);
    return known;
  };
  for (const record of received.records) at(record.caseId).records.push(record);
  for (const delta of received.deltas) at(delta.caseId).deltas.push(delta);
  for (const entry of folding) at(entry.body.caseId).folding.push(entry);
  return files;
};
