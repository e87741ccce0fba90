// What somebody cannot do at work: functional, never a diagnosis (§1.16, Art. 9 DSGVO). A record of its own, with rights of its own.
import { calendarDateSchema } from './calendar-date.ts';
import { codeSchema, codesSchema, flagSchema, referenceSchema, wholeSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** There is no free text here, so that no diagnosis finds a place. `consent` is the consent C2. */
export const limitsKind = defineKind({
  name: 'limits',
  ofCase: true,
  fields: {
    limits: codesSchema,
    weeklyHours: wholeSchema(0, 60),
    asked: calendarDateSchema,
    basis: codeSchema,
    consent: referenceSchema,
    consentOn: calendarDateSchema,
    consentWithdrawnOn: calendarDateSchema,
    wantsPsychosocialReferral: flagSchema,
  },
  maps: {},
});
export type Limits = DocumentOf<typeof limitsKind>;
