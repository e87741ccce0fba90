// The link to a person's plan: the hash of the secret that stands in her QR code, never the secret.
import * as z from 'zod/mini';
import { calendarDateSchema } from './calendar-date.ts';
import { flagSchema, languageTagSchema, referenceSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** The SHA-256 of the 32-byte secret, in base64url. */
export const planHashSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** `revoked` closes it at once, on every phone. */
export const planLinkKind = defineKind({
  name: 'plan-link',
  ofCase: true,
  fields: {
    hash: planHashSchema,
    language: languageTagSchema,
    createdOn: calendarDateSchema,
    revoked: flagSchema,
    consent: referenceSchema,
  },
  maps: {},
});
export type PlanLink = DocumentOf<typeof planLinkKind>;
