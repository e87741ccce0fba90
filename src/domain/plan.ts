// The plan: the chain of steps from today to work, and what of it the person sees on her phone (§1.17 to §1.21).
import { calendarDateSchema } from './calendar-date.ts';
import { codeSchema, codesSchema, flagSchema, phoneSchema, referenceSchema, textSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/**
 * Codes of a step: `type` measure_type, `state` step_state, `accessRoute` access_route, `endReason` dropout_reason,
 * `bring` bring_item. `note` is the staff's, `noteForPerson` goes to the phone with a step that is `visible`.
 * `time` is as it was said: '09:00', 'Mo bis Do 9–12 Uhr'.
 */
export const planKind = defineKind({
  name: 'plan',
  ofCase: true,
  fields: {
    title: textSchema(200),
    template: codeSchema,
    reviewOn: calendarDateSchema,
  },
  maps: {
    steps: {
      type: codeSchema,
      title: textSchema(200),
      state: codeSchema,
      from: calendarDateSchema,
      until: calendarDateSchema,
      time: textSchema(120),
      place: textSchema(200),
      partner: referenceSchema,
      offer: referenceSchema,
      partnerName: textSchema(160),
      contactName: textSchema(160),
      contactPhone: phoneSchema,
      bring: codesSchema,
      accessRoute: codeSchema,
      wishInformed: calendarDateSchema,
      result: textSchema(300),
      endReason: codeSchema,
      note: textSchema(2000),
      noteForPerson: textSchema(600),
      visible: flagSchema,
    },
  },
});
export type Plan = DocumentOf<typeof planKind>;

/** The states in which a step is over (§1.18). */
export const endedStepStates: readonly string[] = [
  'ERFOLG',
  'OHNE_ZIEL',
  'ABBRUCH',
  'NICHT_ANGETR',
  'ABGELEHNT',
  'ENTFALLEN',
];

/** Whether a step with this state is over; a step without a state is still to come. */
export const isStepEnded = (state: string | null | undefined): boolean =>
  endedStepStates.includes(state ?? '');
