// One request carries both ways: a device's changes up; receipts, and what changed since the cursor, down.
import { z } from 'zod';
import { changeSchema } from '#domain/change.ts';
import { idSchema } from '#domain/id.ts';
import { jsonSchema } from '#domain/json.ts';
import { pathSchema } from '#domain/path.ts';
import { recordSchema, versionSchema } from '#domain/record.ts';
import { refusalSchema } from './error.ts';

/** The most changes in one request, and the largest body in bytes; a device with more sends several requests. */
export const MOST_CHANGES = 1000;
export const LARGEST_BODY = 1_000_000;

/** Opaque to the device: where it stands in the server's numbering, and in which epoch. */
export const cursorSchema = z.string().max(200).nullable();

export const syncRequestSchema = z.strictObject({
  protocol: z.number().int().positive(),
  device: idSchema,
  cursor: cursorSchema,
  /** The device's clock when it sent this, so that the server can tell how wrong it is (S5). */
  clock: z.iso.datetime(),
  changes: z.array(changeSchema).max(MOST_CHANGES),
  /** Numbers that a damaged device lost (S7). */
  voids: z.array(z.number().int().positive()).max(MOST_CHANGES),
});
export type SyncRequest = z.infer<typeof syncRequestSchema>;

const acceptedSchema = z.strictObject({
  number: z.number().int(),
  id: idSchema,
  result: z.literal('accepted'),
  seq: z.number().int(),
  /** The author's clock, corrected by how wrong it was (S5). */
  at: z.string(),
});
const refusedSchema = z.strictObject({
  number: z.number().int(),
  id: idSchema,
  result: z.literal('refused'),
  reason: refusalSchema,
});
const voidedSchema = z.strictObject({ number: z.number().int(), result: z.literal('void') });
export const receiptSchema = z.discriminatedUnion('result', [acceptedSchema, refusedSchema, voidedSchema]);
export type Receipt = z.infer<typeof receiptSchema>;

/** What was written in a record the device holds: only these paths, as they stand now (S9). */
export const deltaSchema = z.strictObject({
  id: idSchema,
  caseId: idSchema.nullable(),
  seq: z.number().int(),
  paths: z.record(
    pathSchema,
    z.strictObject({ value: jsonSchema, heads: z.array(idSchema), versions: z.array(versionSchema).optional() }),
  ),
});
export type Delta = z.infer<typeof deltaSchema>;

export const syncResponseSchema = z.strictObject({
  receipts: z.array(receiptSchema),
  /** The number the server takes next from this device: a gap before it is sent again, or declared void. */
  expect: z.number().int().positive(),
  /** Records that are new to the device, whole. */
  records: z.array(recordSchema),
  deltas: z.array(deltaSchema),
  /** Cases the device may no longer hold (S10). */
  gone: z.array(idSchema),
  cursor: z.string().max(200),
  /** Everything in the device's scope up to this number has been told, relative to the beginning of the round. */
  upTo: z.number().int().nonnegative(),
  more: z.boolean(),
  /** The server's clock when it answered. */
  clock: z.iso.datetime(),
});
export type SyncResponse = z.infer<typeof syncResponseSchema>;
