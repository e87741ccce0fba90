// What is said about a step in one language: codes become her words, people's own words stay as they were written.
import type { Saying } from '#i18n/react.tsx';
import type { PlanStep } from '#protocol/plan-view.ts';

/** A text, and whether a caseworker wrote it: then it stands in German and finds its own direction. */
export type Words = { readonly text: string; readonly written: boolean };

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

/** "09:30" and not "Mo bis Do 9–12 Uhr". */
export const isClock = (time: string | null): time is string => time !== null && /^\d{1,2}:\d{2}$/.test(time);

const written = (text: string): Words => ({ text, written: true });
const said = (text: string): Words => ({ text, written: false });

const dateOf = (step: PlanStep, { t, format }: Saying<'plan'>, today: string): string => {
  const { from, until, time, contested } = step;
  if (contested) return t('step.contestedShort');
  if (from !== null && from >= today && (until === null || until === from || isClock(time))) {
    // one day, or the first of a course whose end nobody knows
    return isClock(time) || until === from ? format.dateLong(from) : format.range(from, null);
  }
  if (from !== null && from < today && until !== null && until !== from) return format.range(null, until);
  return from !== null && until === null ? format.day(from) : format.range(from, until);
};

/** Everything about a step in one language. */
export const stepToWords = (step: PlanStep, saying: Saying<'plan'>, today: string): StepWords => {
  const { t, codeName, format, language } = saying;
  const known = step.type === null ? null : codeName('measure', step.type);
  const own = step.title === null || step.title === '' ? null : step.title;
  const ownFirst = language.tag === 'de' || known === null;
  const title = ownFirst && own !== null ? written(own) : said(known ?? t('path.unnamed'));
  return {
    title,
    calledSo: title.written ? null : own,
    state: step.state === null ? null : codeName('state', step.state),
    date: dateOf(step, saying, today),
    ownCalendar:
      step.contested || step.from === null || step.from < today ? null : format.persianDate(step.from),
    time:
      step.contested || step.time === null || step.time === ''
        ? null
        : isClock(step.time)
          ? said(format.time(step.time))
          : written(step.time),
    where: step.partner ?? step.place,
  };
};

/** What stands below a station that lies ahead: "from January", or her word for the state. */
export const laterWords = (
  step: PlanStep,
  { t, format }: Saying<'plan'>,
  state: string | null,
  today: string,
): string => {
  const planned = step.state === null || step.state === 'GEPLANT';
  if (step.contested) return t('step.contestedShort');
  const from = step.from !== null && step.from >= today ? format.range(step.from, null) : null;
  if (planned) return from ?? t('state.GEPLANT');
  return [state, from].filter((word) => word !== null).join(' · ');
};
