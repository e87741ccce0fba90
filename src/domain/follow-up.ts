// A follow-up (Wiedervorlage): a reminder to look again on a day, made by hand or by a rule (§3.5).
import { calendarDateSchema } from './calendar-date.ts';
import { codeSchema, referenceSchema, textSchema, wholeSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/**
 * Codes: `reason` follow_up_reason, `priority` priority, `state` follow_up_state (missing: open). `origin` is MANUAL or
 * the rule's code; one made by a rule has an id derived from rule, case and date, so that two tablets make the same.
 */
export const followUpKind = defineKind({
  name: 'follow-up',
  ofCase: true,
  fields: {
    due: calendarDateSchema,
    reason: codeSchema,
    text: textSchema(600),
    assignee: referenceSchema,
    priority: codeSchema,
    state: codeSchema,
    doneOn: calendarDateSchema,
    postponed: wholeSchema(0, 1000),
    origin: codeSchema,
  },
  maps: {},
});
export type FollowUp = DocumentOf<typeof followUpKind>;

/** Whether a follow-up still waits for somebody. */
export const isFollowUpOpen = (state: string | null | undefined): boolean =>
  state === undefined || state === null || state === 'OPEN' || state === 'POSTPONED';
