// An offer: what a partner has, for whom, from when, and when somebody last checked it (§3.8). The county's own record.
import * as z from 'zod/mini';
import { calendarDateSchema } from './calendar-date.ts';
import { codeSchema, codesSchema, emailSchema, flagSchema, languageTagSchema, phoneSchema } from './leaf.ts';
import { referenceSchema, textSchema, wholeSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** Matching is a filter with visible reasons, never a ranked score of persons. `titles` says it in other languages. */
export const offerKind = defineKind({
  name: 'offer',
  ofCase: false,
  fields: {
    partner: referenceSchema,
    type: codeSchema,
    title: textSchema(200),
    description: textSchema(2000),
    place: textSchema(160),
    from: calendarDateSchema,
    until: calendarDateSchema,
    time: textSchema(120),
    weeklyHours: wholeSchema(0, 60),
    units: wholeSchema(0, 5000),
    places: wholeSchema(0, 1000),
    placesFree: wholeSchema(0, 1000),
    waitingList: flagSchema,
    entryCefr: codeSchema,
    exitCefr: codeSchema,
    targetGroup: textSchema(300),
    statuses: codesSchema,
    rechtskreise: codesSchema,
    accessRoutes: codesSchema,
    languages: z.array(languageTagSchema).check(z.maxLength(30)),
    childcare: flagSchema,
    accessible: flagSchema,
    online: flagSchema,
    cost: textSchema(160),
    contactName: textSchema(160),
    contactPhone: phoneSchema,
    contactEmail: emailSchema,
    validUntil: calendarDateSchema,
    verifiedOn: calendarDateSchema,
  },
  maps: { titles: { language: languageTagSchema, text: textSchema(200) } },
});
export type Offer = DocumentOf<typeof offerKind>;

/** After so many days without a check an offer counts as stale and says so. */
export const OFFER_STALE_AFTER_DAYS = 90;
