// What the person's phone will say about a step, in one language: codes in her words, people's own words as written.
import { itemPath } from '#domain/path.ts';
import { isStepEnded } from '#domain/plan.ts';
import { isContestedAt, type VersionedRecord } from '#domain/record.ts';
import type { Saying } from '#i18n/react.tsx';
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

/** A text; `written`: by a caseworker, so it stands in German whatever the language beside it. */
export type PhoneText = { readonly text: string; readonly written: boolean };

export type PhoneWords = {
  readonly title: PhoneText;
  readonly state: string;
  /** In full; '' if nothing is known. */
  readonly date: string;
  readonly time: PhoneText | undefined;
};

const isClock = (time: string): boolean => /^\d{1,2}:\d{2}$/.test(time);

const dateOf = ({ step, isContested }: Station, { t, format }: Saying<'plan'>, today: string): string => {
  const { from, until, time } = step;
  if (isContested) return t('step.contestedShort');
  if (from === undefined) return format.range(null, until ?? null);
  const isClocked = time !== undefined && isClock(time);
  if (from >= today && (isClocked || until === from)) return format.dateLong(from);
  if (from >= today) return format.range(from, until ?? null);
  return until === undefined || until === from ? format.day(from) : format.range(null, until);
};

/** Everything that is said about a step on the phone, in one language. */
export const phoneWordsOf = (station: Station, saying: Saying<'plan'>, today: string): PhoneWords => {
  const { t, codeName, format, language } = saying;
  const { type, title, state = 'GEPLANT', time } = station.step;
  const known = type === undefined ? null : codeName('measure', type);
  const isOwnFirst = title !== undefined && (language.tag === 'de' || known === null);
  return {
    title: isOwnFirst ? { text: title, written: true } : { text: known ?? t('path.unnamed'), written: false },
    state: codeName('state', state) ?? state,
    date: dateOf(station, saying, today),
    time:
      time === undefined || station.isContested
        ? undefined
        : { text: isClock(time) ? format.time(time) : time, written: !isClock(time) },
  };
};

/** What stands below a step that lies ahead. */
export const laterWordsOf = (station: Station, saying: Saying<'plan'>, today: string): string => {
  const { step, isContested } = station;
  const words = phoneWordsOf(station, saying, today);
  if (isContested) return words.date;
  const from = step.from !== undefined && step.from >= today ? saying.format.range(step.from, null) : null;
  if ((step.state ?? 'GEPLANT') === 'GEPLANT') return from ?? words.state;
  return from === null ? words.state : `${words.state} · ${from}`;
};
