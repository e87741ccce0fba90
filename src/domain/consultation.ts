// A consultation: a contact that took place, about what, with which note (§3.2, §3.3).
import {
  codeSchema,
  codesSchema,
  languageTagSchema,
  minutesSchema,
  referenceSchema,
  textSchema,
} from './leaf.ts';
import { localTimeSchema } from './local-time.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** Codes: `contactType` contact_type, `interpreter` interpreter_kind, `topics` topic. The person may read the note. */
export const consultationKind = defineKind({
  name: 'consultation',
  ofCase: true,
  fields: {
    start: localTimeSchema,
    minutes: minutesSchema,
    contactType: codeSchema,
    language: languageTagSchema,
    interpreter: codeSchema,
    participants: textSchema(300),
    topics: codesSchema,
    note: textSchema(10_000),
    agreements: textSchema(4000),
    appointment: referenceSchema,
    author: referenceSchema,
  },
  maps: {},
});
export type Consultation = DocumentOf<typeof consultationKind>;
