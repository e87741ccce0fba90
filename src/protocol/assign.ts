// Handing cases over: who leads them from now on, who stands in, and which devices still hold what has left.
import * as z from 'zod/mini';
import { idSchema } from '#domain/id.ts';

/** The most cases handed over at once, and the most people who stand in for one. */
export const MOST_CASES = 1000;
const MOST_DEPUTIES = 20;

/** Without `deputies` those of each case stay. */
export const assignRequestSchema = z.strictObject({
  caseIds: z.array(idSchema).check(z.minLength(1), z.maxLength(MOST_CASES)),
  owner: idSchema,
  deputies: z.optional(z.array(idSchema).check(z.maxLength(MOST_DEPUTIES))),
});
export type AssignRequest = z.infer<typeof assignRequestSchema>;

/** A device that has not said yet that it purged a case. */
export const stillHeldSchema = z.strictObject({
  caseId: idSchema,
  device: z.string(),
  user: idSchema,
  lastSeen: z.nullable(z.string()),
});
export type StillHeld = z.infer<typeof stillHeldSchema>;
export const stillHeldListSchema = z.strictObject({ held: z.array(stillHeldSchema) });
