// The link to a person's plan: the hash of the secret that stands in her QR code, and what a PIN is known by; neither itself.
import * as z from 'zod/mini';
import { calendarDateSchema } from './calendar-date.ts';
import { flagSchema, languageTagSchema, referenceSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** The SHA-256 of the 32-byte secret, in base64url. */
export const planHashSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * `revoked` closes it at once, on every phone. `pinCheck` tells the right PIN and cannot be tried without the secret; it
 * comes with the link and stays. `burnt`: the server closed it after too many wrong ones.
 */
export const planLinkKind = defineKind({
  name: 'plan-link',
  ofCase: true,
  fields: {
    hash: planHashSchema,
    language: languageTagSchema,
    createdOn: calendarDateSchema,
    revoked: flagSchema,
    pinCheck: planHashSchema,
    burnt: flagSchema,
    consent: referenceSchema,
  },
  maps: {},
});

/** The leaf of a link that the server alone writes. */
export const burntPath = 'burnt';
export type PlanLink = DocumentOf<typeof planLinkKind>;
