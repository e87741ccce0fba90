// What is said about a step of somebody's way, in one language: on her phone, in the preview of it, and on paper the same.
import type { Saying } from './react.tsx';

/** A step as it can be said: codes, days and people's own words. `contested`: nobody knows yet which day counts. */
export type SaidStep = {
  readonly type: string | null;
  readonly title: string | null;
  readonly state: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly time: string | null;
  readonly contested: boolean;
};

/** A text, and whether a caseworker wrote it: then it stands in German and finds its own direction. */
export type Words = { readonly text: string; readonly written: boolean };

/** "09:30" and not "Mo bis Do 9–12 Uhr". */
export const isClock = (time: string | null): time is string => time !== null && /^\d{1,2}:\d{2}$/.test(time);

const written = (text: string): Words => ({ text, written: true });
const said = (text: string): Words => ({ text, written: false });

/** What a step is called: in German as the caseworker called it, in other languages by its kind. */
export const titleToWords = ({ type, title }: SaidStep, { t, codeName, language }: Saying<'plan'>): Words => {
  const known = type === null ? null : codeName('measure', type);
  const own = title === '' ? null : title;
  const isOwnFirst = language.tag === 'de' || known === null;
  return isOwnFirst && own !== null ? written(own) : said(known ?? t('path.unnamed'));
};

/** The date in full, or what is known of it; '' if nothing is. */
export const dateToWords = (step: SaidStep, { t, format }: Saying<'plan'>, today: string): string => {
  const { from, until, time, contested } = step;
  if (contested) return t('step.contestedShort');
  if (from !== null && from >= today && (until === null || until === from || isClock(time))) {
    // one day, or the first of a course whose end nobody knows
    return isClock(time) || until === from ? format.dateLong(from) : format.range(from, null);
  }
  if (from !== null && from < today && until !== null && until !== from) return format.range(null, until);
  return from !== null && until === null ? format.day(from) : format.range(from, until);
};

/** The hour; null where none is known, or nobody knows the day. */
export const timeToWords = ({ time, contested }: SaidStep, { format }: Saying<'plan'>): Words | null => {
  if (contested || time === null || time === '') return null;
  return isClock(time) ? said(format.time(time)) : written(time);
};

/** What stands below a step that lies ahead: "from January", or the word for its state. */
export const laterToWords = (step: SaidStep, saying: Saying<'plan'>, today: string): string => {
  const { t, codeName, format } = saying;
  if (step.contested) return t('step.contestedShort');
  const from = step.from !== null && step.from >= today ? format.range(step.from, null) : null;
  if (step.state === null || step.state === 'GEPLANT') return from ?? t('state.GEPLANT');
  return [codeName('state', step.state), from].filter((word) => word !== null).join(' · ');
};
