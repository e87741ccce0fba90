// What is said about a step in one language: codes become her words, people's own words stay as they were written.
import type { Saying } from '#i18n/react.tsx';
import { dateToWords, timeToWords, titleToWords, type Words } from '#i18n/step-words.ts';
import type { PlanStep } from '#protocol/plan-view.ts';

export type StepWords = {
  readonly title: Words;
  /** What the caseworker called it, if the title says it in another language. */
  readonly calledSo: string | null;
  readonly state: string | null;
  /** The date in full, or what is known of it; '' if nothing is. */
  readonly date: string;
  /** The same day in the person's own calendar. */
  readonly ownCalendar: string | null;
  readonly time: Words | null;
  readonly where: string | null;
};

/** Everything about a step in one language. */
export const stepToWords = (step: PlanStep, saying: Saying<'plan'>, today: string): StepWords => {
  const title = titleToWords(step, saying);
  return {
    title,
    calledSo: title.written || step.title === '' ? null : step.title,
    state: step.state === null ? null : saying.codeName('state', step.state),
    date: dateToWords(step, saying, today),
    ownCalendar:
      step.contested || step.from === null || step.from < today ? null : saying.format.persianDate(step.from),
    time: timeToWords(step, saying),
    where: step.partner ?? step.place,
  };
};
