// The failures that travel: a closed list of types, each with a sentence in locales/…/errors.json. New ones stand at the end:
// an older program takes what it does not know for an answer that it cannot read (S13).
import * as z from 'zod/mini';

export const errorTypes = [
  'bad-message',
  'too-large',
  'not-signed-in',
  'wrong-password',
  'too-many-tries',
  'not-allowed',
  'not-found',
  'device-unknown',
  'fork',
  'client-too-old',
  'server-trouble',
  'name-taken',
  'password-too-short',
  'last-administrator',
  'code-wrong',
  'plan-link-unknown',
  'plan-link-used',
  'plan-link-ended',
  'password-guessable',
  'passkey-refused',
  'proof-needed',
  'plan-pin-needed',
  'plan-pin-wrong',
  'device-revoked',
] as const;
export const errorTypeSchema = z.enum(errorTypes);
export type ErrorType = z.infer<typeof errorTypeSchema>;

/** The body of every answer that is not 2xx. `detail` names a path in the message, never a person. */
export const errorBodySchema = z.strictObject({
  error: z.strictObject({ type: errorTypeSchema, detail: z.optional(z.string().check(z.maxLength(200))) }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** How many numbers surely fit into a detail; a device that has more of them hears of the rest when it asks again. */
const MOST_NAMED = 10;
const named = /^changes\/([0-9,]+)$/;

/** The detail of a fork: the numbers of those changes sent whose ids somebody else has used for something else. */
export const forkDetail = (numbers: readonly number[]): string =>
  `changes/${numbers.slice(0, MOST_NAMED).join(',')}`;

/** The numbers that the detail of a fork names. */
export const forkedNumbers = (detail: string | undefined): readonly number[] =>
  named
    .exec(detail ?? '')?.[1]
    ?.split(',')
    .map(Number) ?? [];
