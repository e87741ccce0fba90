// What is kept as JSON text, whichever database keeps it: records, receipts, changes and the paths they touched.
import { z } from 'zod';
import type { Change } from '#domain/change.ts';
import type { VersionedRecord } from '#domain/record.ts';
import type { KnownChange, Outcome, Passkey } from './storage.ts';

/** What this server wrote itself was looked at before; here only that it is the right sort of thing. */
const isObjectWith = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);
const isRecord = (value: unknown): value is VersionedRecord => isObjectWith(value, 'values');
const isOutcome = (value: unknown): value is Outcome => isObjectWith(value, 'result');

export const textToRecord = (json: string): VersionedRecord => {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value)) throw new Error('A stored record is damaged.');
  return value;
};

export const textToOutcome = (json: string): Outcome => {
  const value: unknown = JSON.parse(json);
  if (!isOutcome(value)) throw new Error('A stored receipt is damaged.');
  return value;
};

/** The paths a change touched, as text. */
export const pathsToText = (paths: readonly string[]): string => JSON.stringify(paths);

const listSchema = z.array(z.string());

export type PasskeyRow = Omit<Passkey, 'transports'> & { readonly transports: string };
export const rowToPasskey = (row: PasskeyRow): Passkey => ({
  ...row,
  transports: listSchema.parse(JSON.parse(row.transports)),
});

/** Which paths of a record were written, and by which devices: each pair once, in order. */
export const rowsToWrittenPaths = (
  rows: readonly { readonly device: string; readonly touched: string }[],
): readonly { readonly path: string; readonly device: string }[] => {
  const pairs = new Map<string, { readonly path: string; readonly device: string }>();
  for (const { device, touched } of rows) {
    for (const path of listSchema.parse(JSON.parse(touched)))
      pairs.set(`${path} ${device}`, { path, device });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
};

/** The writers of each record, in the order of the rows. */
export const rowsToWriters = (
  rows: readonly { readonly recordId: string; readonly device: string }[],
): ReadonlyMap<string, readonly string[]> => {
  const writers = new Map<string, string[]>();
  for (const { recordId, device } of rows) {
    const before = writers.get(recordId);
    if (before === undefined) writers.set(recordId, [device]);
    else before.push(device);
  }
  return writers;
};

/** A change as text; the columns beside it repeat what is asked for. */
export const changeToText = (change: Change): string => JSON.stringify(change);

/** A row of a change that is known; nothing is left of the text of one whose case was erased. */
export type KnownChangeRow = Omit<KnownChange, 'content'> & { readonly id: string; readonly json: string };
const isChange = (value: unknown): value is Change =>
  isObjectWith(value, 'set') && isObjectWith(value, 'base');
export const rowToKnownChange = ({ by, device, number, json }: KnownChangeRow): KnownChange => {
  if (json === '') return { by, device, number, content: null };
  const value: unknown = JSON.parse(json);
  if (!isChange(value)) throw new Error('A stored change is damaged.');
  return { by, device, number, content: { set: value.set, base: value.base } };
};
