// What becomes of a change, and what a device is told of a record it holds.
import { z } from 'zod';
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
] as const;
export const refusalSchema = z.strictObject({
  type: z.enum(refusalTypes),
  path: z.string().max(200).optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

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
    z.strictObject({
      value: jsonSchema,
      heads: z.array(idSchema),
      versions: z.array(versionSchema).optional(),
    }),
  ),
});
export type Delta = z.infer<typeof deltaSchema>;
