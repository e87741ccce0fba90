// One request carries both ways: a device's changes up; receipts, and what changed since the cursor, down.
import * as z from 'zod/mini';
import { changeSchema } from '#domain/change.ts';
import { idSchema } from '#domain/id.ts';
import { deltaSchema, goneSchema, purgedSchema, receiptSchema } from '#domain/receipt.ts';
import { quickRecordSchema, recordSchema } from '#domain/record.ts';

/** The most changes in one request, and the largest body in bytes; a device with more sends several requests. */
export const MOST_CHANGES = 1000;
export const LARGEST_BODY = 1_000_000;

/** Opaque to the device: where it stands in the server's numbering, and in which epoch. */
export const cursorSchema = z.nullable(z.string().check(z.maxLength(200)));

/** The most purge receipts in one request; what is left follows with the next. */
export const MOST_PURGED = 1000;

export const syncRequestSchema = z.strictObject({
  protocol: z.int().check(z.positive()),
  device: idSchema,
  cursor: cursorSchema,
  /** The device's clock when it sent this, so that the server can tell how wrong it is (S5). */
  clock: z.iso.datetime(),
  changes: z.array(changeSchema).check(z.maxLength(MOST_CHANGES)),
  /** Numbers that a damaged device lost (S7). */
  voids: z.array(z.int().check(z.positive())).check(z.maxLength(MOST_CHANGES)),
  /** Cases that the device holds no more, as `gone` had asked. */
  purged: z.array(purgedSchema).check(z.maxLength(MOST_PURGED)),
});
export type SyncRequest = z.infer<typeof syncRequestSchema>;

export const syncResponseSchema = z.strictObject({
  receipts: z.array(receiptSchema),
  /** The number the server takes next from this device: a gap before it is sent again, or declared void. */
  expect: z.int().check(z.positive()),
  /** Records that are new to the device, whole. */
  records: z.array(recordSchema),
  deltas: z.array(deltaSchema),
  /** Cases the device may no longer hold (S10): named in every answer until it says `purged`. */
  gone: z.array(goneSchema),
  cursor: z.string().check(z.maxLength(200)),
  /** Everything in the device's scope up to this number has been told, relative to the beginning of the round. */
  upTo: z.int().check(z.nonnegative()),
  more: z.boolean(),
  /** The reading begins anew with this answer: what this round does not bring, the device does not keep (S12). */
  anew: z.boolean(),
  /** The highest number of this device that a verified backup holds: its journal may be cut up to there (S12). */
  safe: z.int().check(z.nonnegative()),
  /** The server's clock when it answered. */
  clock: z.iso.datetime(),
});
export type SyncResponse = z.infer<typeof syncResponseSchema>;

/** The same, as a device reads it. */
export const quickSyncResponseSchema = z.extend(syncResponseSchema, { records: z.array(quickRecordSchema) });
