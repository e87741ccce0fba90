// What comes next in a case, and what is late: one rule for every list. Computed from a summary and a day.
import type { AppointmentSummary, CaseSummary, FollowUpSummary, StepSummary } from './case-summary.ts';
import { stepStateCodes } from './codes/step-state.ts';

/** Something with a day: a reminder, an appointment, the beginning of a step. */
export type Due =
  | { readonly kind: 'follow-up'; readonly on: string; readonly followUp: FollowUpSummary }
  | { readonly kind: 'appointment'; readonly on: string; readonly appointment: AppointmentSummary }
  | { readonly kind: 'step'; readonly on: string; readonly step: StepSummary };

type Dated = Pick<CaseSummary, 'followUps' | 'appointments' | 'nextStep' | 'closed'>;

/** Whether a step has not begun; one without a state has not. */
export const isStepAhead = (state: string | null): boolean =>
  state === null || stepStateCodes.some(({ code, stage }) => code === state && stage === 'AHEAD');

/** What has waited longest: an open follow-up, or a step that should have begun. Nothing in a closed case is late. */
export const overdueOf = ({ closed, followUps, nextStep: step }: Dated, today: string): Due | undefined => {
  if (closed !== null) return undefined;
  const [followUp] = followUps;
  const isLate = followUp !== undefined && followUp.due < today;
  if (
    step?.from != null &&
    step.from < today &&
    isStepAhead(step.state) &&
    !(isLate && followUp.due <= step.from)
  )
    return { kind: 'step', on: step.from, step };
  return isLate ? { kind: 'follow-up', on: followUp.due, followUp } : undefined;
};

/** What comes first from today on: an appointment, the beginning of the next step, or an open follow-up. */
export const nextOf = (
  { appointments, nextStep: step, followUps }: Dated,
  today: string,
): Due | undefined => {
  const appointment = appointments.find(({ at }) => at.slice(0, 10) >= today);
  const followUp = followUps.find(({ due }) => due >= today);
  const ahead: (Due | undefined)[] = [
    appointment && { kind: 'appointment', on: appointment.at.slice(0, 10), appointment },
    step?.from != null && step.from >= today ? { kind: 'step', on: step.from, step } : undefined,
    followUp && { kind: 'follow-up', on: followUp.due, followUp },
  ];
  return ahead.reduce((first, due) => (!first || (due && due.on < first.on) ? due : first), undefined);
};
