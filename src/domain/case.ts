// The case: the file of one accompaniment, from opening to closing, and who leads it.
import { calendarDateSchema } from './calendar-date.ts';
import { codeSchema, referenceSchema, textSchema } from './leaf.ts';
import { SERVER } from './id.ts';
import type { Json } from './json.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** §3.1, §3.7. Codes: `phase` case_phase, `level` case_level, `closureReason` closure_reason, `origin` case_origin. */
export const caseKind = defineKind({
  name: 'case',
  ofCase: true,
  fields: {
    person: referenceSchema,
    owner: referenceSchema,
    opened: calendarDateSchema,
    closed: calendarDateSchema,
    closureReason: codeSchema,
    closureNote: textSchema(600),
    deletionReview: calendarDateSchema,
    level: codeSchema,
    phase: codeSchema,
    fileNumber: textSchema(60),
    origin: codeSchema,
    originNote: textSchema(300),
  },
  maps: {
    deputies: { user: referenceSchema, from: calendarDateSchema, until: calendarDateSchema },
  },
});
export type Case = DocumentOf<typeof caseKind>;

/** The leaves and maps of a case that the server alone writes: who leads a case is never a tablet's word. */
export const serverPaths: readonly string[] = ['owner', 'deputies'];

/** What the change that opens a case says without words: its author leads the case. Tablet and server both know it. */
export const ledByAuthor = (change: {
  readonly kind: string;
  readonly by: string;
}): Readonly<Record<string, Json>> =>
  change.kind === caseKind.name && change.by !== SERVER ? { owner: change.by } : {};
