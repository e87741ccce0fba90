// How the list says what comes next in a case, and when.
import { nextOf, type Due } from '#domain/due.ts';
import type { CaseSummary, StepSummary } from '#domain/case-summary.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';

/** What comes next, and when; `isLate` if its day has passed. `isOwn`: in words somebody wrote. */
export type NextWords = { readonly what: string; readonly when: string | null; readonly isLate: boolean };

/** Says the second column of a row. */
export const useNextWords = (
  today: string,
): ((summary: CaseSummary, overdue: Due | undefined) => NextWords) => {
  const { t } = useTexts('caseload');
  const { date, dateShort, relativeDay, time, daysBetween } = useFormat();
  const codeName = useCodeNames('codes');
  const nameOf = (list: string, code: string | null): string | null =>
    code === null ? null : (codeName(list, code) ?? code);

  const stepName = (step: StepSummary): string =>
    step.title ?? nameOf('measure_type', step.type) ?? t('step');
  const whatOf = (due: Due): string => {
    if (due.kind === 'step') return stepName(due.step);
    if (due.kind === 'follow-up')
      return due.followUp.text ?? nameOf('follow_up_reason', due.followUp.reason) ?? t('followUp');
    return nameOf('contact_type', due.appointment.mode) ?? t('appointment');
  };
  const dayOf = (on: string): string =>
    Math.abs(daysBetween(today, on)) <= 1 ? relativeDay(on, today) : date(on);
  const whenOf = (due: Due): string =>
    due.kind === 'appointment'
      ? t('dayAndTime', { day: dayOf(due.on), time: time(due.appointment.at.slice(11)) })
      : dayOf(due.on);

  return (summary, overdue) => {
    if (summary.closed !== null)
      return { what: t('closed'), when: t('closedOn', { date: dateShort(summary.closed) }), isLate: false };
    if (overdue !== undefined) {
      const what = overdue.kind === 'step' ? t('stepLate', { step: whatOf(overdue) }) : whatOf(overdue);
      return { what, when: t('since', { date: dateShort(overdue.on) }), isLate: true };
    }
    const next = nextOf(summary, today);
    if (next !== undefined) return { what: whatOf(next), when: whenOf(next), isLate: false };
    const step = summary.nextStep;
    if (step === null) return { what: t('noStep'), when: null, isLate: false };
    return { what: stepName(step), when: nameOf('step_state', step.state), isLate: false };
  };
};
