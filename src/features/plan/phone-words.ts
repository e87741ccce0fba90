// What the person's phone will say about a step, in one language: codes in her words, people's own words as written.
import { itemPath } from '#domain/path.ts';
import { isStepEnded } from '#domain/plan.ts';
import { isContestedAt, type VersionedRecord } from '#domain/record.ts';
import type { Saying } from '#i18n/react.tsx';
import {
  dateToWords,
  laterToWords,
  timeToWords,
  titleToWords,
  type SaidStep,
  type Words,
} from '#i18n/step-words.ts';
import { stationsOf, type Station } from './stations.ts';

/** How the phone draws a step: the first that is not over is now. */
export type PhoneStation = { readonly station: Station; readonly kind: 'done' | 'over' | 'now' | 'later' };

/** Only what is marked, and nobody disputes the mark: the same as the server lets through. */
export const phoneStationsOf = (record: VersionedRecord | undefined): readonly PhoneStation[] => {
  const visible = stationsOf(record).filter(
    ({ id, step }) =>
      step.visible === true &&
      record !== undefined &&
      !isContestedAt(record, itemPath('steps', id, 'visible')),
  );
  const now = visible.findIndex(({ step }) => !isStepEnded(step.state));
  return visible.map((station, index) => {
    if (index === now) return { station, kind: 'now' };
    if (!isStepEnded(station.step.state)) return { station, kind: 'later' };
    return { station, kind: station.step.state === 'ERFOLG' ? 'done' : 'over' };
  });
};

export type PhoneWords = {
  readonly title: Words;
  readonly state: string;
  /** In full; '' if nothing is known. */
  readonly date: string;
  readonly time: Words | null;
};

/** A station as the phone is told of it. */
const toldOf = ({ step, isContested }: Station): SaidStep => ({
  type: step.type ?? null,
  title: step.title ?? null,
  state: step.state ?? 'GEPLANT',
  from: step.from ?? null,
  until: step.until ?? null,
  time: step.time ?? null,
  contested: isContested,
});

/** Everything that is said about a step on the phone, in one language. */
export const phoneWordsOf = (station: Station, saying: Saying<'plan'>, today: string): PhoneWords => {
  const told = toldOf(station);
  const { state = 'GEPLANT' } = station.step;
  return {
    title: titleToWords(told, saying),
    state: saying.codeName('state', state) ?? state,
    date: dateToWords(told, saying, today),
    time: timeToWords(told, saying),
  };
};

/** What stands below a step that lies ahead. */
export const laterWordsOf = (station: Station, saying: Saying<'plan'>, today: string): string =>
  laterToWords(toldOf(station), saying, today);
