// A partner: an organisation the office works with (§3.8). The county's own record.
import * as z from 'zod/mini';
import { calendarDateSchema } from './calendar-date.ts';
import { codeSchema, emailSchema, flagSchema, languageTagSchema, phoneSchema, textSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** `type` is a partner_type. The functional mailbox comes before a person's name. */
export const partnerKind = defineKind({
  name: 'partner',
  ofCase: false,
  fields: {
    name: textSchema(160),
    type: codeSchema,
    place: textSchema(80),
    street: textSchema(120),
    email: emailSchema,
    phone: phoneSchema,
    website: textSchema(200),
    languages: z.array(languageTagSchema).check(z.maxLength(30)),
    agreementFrom: calendarDateSchema,
    agreementUntil: calendarDateSchema,
    lastContact: calendarDateSchema,
    note: textSchema(2000),
    inactive: flagSchema,
  },
  maps: {
    contacts: { name: textSchema(160), task: textSchema(160), phone: phoneSchema, email: emailSchema },
  },
});
export type Partner = DocumentOf<typeof partnerKind>;
