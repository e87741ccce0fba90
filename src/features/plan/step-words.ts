// What a step is called for the staff: its own title or the measure, where it stands, and when it is.
import { codeEntry } from '#domain/codes.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import type { Station, Step } from './stations.ts';

export type StepWords = {
  /** Its own title, else the measure without what stands in brackets. */
  readonly nameOf: (step: Step) => string;
  /** The measure in full; null if no type is chosen. */
  readonly measureOf: (step: Step) => string | null;
  readonly stateOf: (step: Step) => string;
  /** The same in one word, for bars: "beantragt". */
  readonly stateWordOf: (step: Step) => string;
  /** "11.01.2027 bis 10.09.2027"; that it has no date, or two. */
  readonly whenOf: (station: Station) => string;
};

/** "11.01." where the year follows with the other day anyway. */
const withoutYearOf = (other: string, day: string, said: string): string =>
  day.slice(0, 4) === other.slice(0, 4) ? said.replace(/[^\d.]?\d{4}$/, '') : said;

/** The words of steps in the current language. */
export const useStepWords = (): StepWords => {
  const { t } = useTexts('plan-edit');
  const codeName = useCodeNames('codes');
  const { dateShort } = useFormat();
  const stateOf = ({ state = 'GEPLANT' }: Step): string => codeName('step_state', state) ?? state;
  const measureOf = ({ type }: Step): string | null =>
    type === undefined ? null : (codeName('measure_type', type) ?? type);
  return {
    measureOf,
    nameOf: (step) => step.title ?? measureOf(step)?.replace(/ \(.*\)$/, '') ?? t('step.unnamed'),
    stateOf,
    stateWordOf: (step) => stateOf(step).replace(/ \/ .*$/, ''),
    whenOf: ({ step: { from, until }, isContested }) => {
      if (isContested) return t('step.contested');
      if (from !== undefined && until !== undefined && from !== until)
        return t('step.range', {
          from: withoutYearOf(until, from, dateShort(from)),
          until: dateShort(until),
        });
      if (from !== undefined)
        return until === undefined ? t('step.from', { day: dateShort(from) }) : dateShort(from);
      return until === undefined ? t('step.undated') : t('step.until', { day: dateShort(until) });
    },
  };
};

/** Whether a way into the course must be named: only an Integrationskurs has one. */
export const needsAccessRoute = ({ type }: Step): boolean =>
  codeEntry('measure_type', type ?? '')?.needsAccessRoute === true;
