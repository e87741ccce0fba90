// What becomes of a change, and what a device is told of a record it holds or may hold no more.
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { jsonSchema } from './json.ts';
import { pathSchema } from './path.ts';
import { versionSchema } from './record.ts';

/** Why a change was not accepted (S7): a closed list, each with a sentence in errors.json under `refusal`. */
export const refusalTypes = [
  'unknown-kind',
  'unknown-path',
  'invalid-value',
  'wrong-case',
  'not-allowed',
  'deed-refused',
  'already-decided',
  'erased',
] as const;
export const refusalSchema = z.strictObject({
  type: z.enum(refusalTypes),
  path: z.optional(z.string().check(z.maxLength(200))),
});
export type Refusal = z.infer<typeof refusalSchema>;

const acceptedSchema = z.strictObject({
  number: z.int(),
  id: idSchema,
  result: z.literal('accepted'),
  seq: z.int(),
  /** The author's clock, corrected by how wrong it was (S5). */
  at: z.string(),
});
const refusedSchema = z.strictObject({
  number: z.int(),
  id: idSchema,
  result: z.literal('refused'),
  reason: refusalSchema,
});
/** Kept for whoever leads the case now: its author has the case no more (S10). */
const contributedSchema = z.strictObject({
  number: z.int(),
  id: idSchema,
  result: z.literal('contribution'),
});
const voidedSchema = z.strictObject({ number: z.int(), result: z.literal('void') });
export const receiptSchema = z.discriminatedUnion('result', [
  acceptedSchema,
  refusedSchema,
  contributedSchema,
  voidedSchema,
]);
export type Receipt = z.infer<typeof receiptSchema>;

/** What was written in a record the device holds: only these paths, as they stand now (S9). */
export const deltaSchema = z.strictObject({
  id: idSchema,
  caseId: z.nullable(idSchema),
  seq: z.int(),
  paths: z.record(
    pathSchema,
    z.strictObject({
      value: jsonSchema,
      heads: z.array(idSchema),
      versions: z.optional(z.array(versionSchema)),
    }),
  ),
});
export type Delta = z.infer<typeof deltaSchema>;

/**
 * Why a device no longer holds something: the case has `lost` its reader; she may read the case but its `limits` no more;
 * it was `erased`.
 */
export const goneReasons = ['lost', 'limits', 'erased'] as const;

/**
 * A case the device may no longer hold (S10). `seq` says which loss this is, so that a late word about an earlier one
 * counts for nothing; `owner` who leads the case now, if the reader may know.
 */
export const goneSchema = z.strictObject({
  caseId: idSchema,
  reason: z.enum(goneReasons),
  seq: z.int().check(z.nonnegative()),
  owner: z.nullable(idSchema),
});
export type Gone = z.infer<typeof goneSchema>;

/** The receipt for a case that the device has purged, for the loss it was told of. */
export const purgedSchema = z.pick(goneSchema, { caseId: true, seq: true });
export type Purged = z.infer<typeof purgedSchema>;
