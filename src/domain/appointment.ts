// An appointment: a contact that is to take place. Who, when, where, with which interpreter, and what became of it.
import { codeSchema, languageTagSchema, minutesSchema, referenceSchema, textSchema } from './leaf.ts';
import { localTimeSchema } from './local-time.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** Codes: `mode` contact_type, `interpreter` interpreter_kind, `state` appointment_state (missing: planned). */
export const appointmentKind = defineKind({
  name: 'appointment',
  ofCase: true,
  fields: {
    at: localTimeSchema,
    minutes: minutesSchema,
    place: textSchema(200),
    mode: codeSchema,
    withWhom: textSchema(200),
    user: referenceSchema,
    interpreter: codeSchema,
    interpreterLanguage: languageTagSchema,
    interpreterName: textSchema(160),
    state: codeSchema,
    note: textSchema(2000),
    consultation: referenceSchema,
  },
  maps: {},
});
export type Appointment = DocumentOf<typeof appointmentKind>;
