// How the table and the file say a row.
import { useMemo } from 'react';
import type { Due } from '#domain/due.ts';
import { readDocument } from '#domain/record.ts';
import { userKind } from '#domain/user.ts';
import type { Format } from '#i18n/format.ts';
import { useCodeNames, useFormat, useTexts, type CodeName, type Say } from '#i18n/react.tsx';
import { recordsOfKind } from '#store/case-file.ts';
import { useCounty } from '#store/react.tsx';
import type { ReviewRow } from './review-rows.ts';
import type { Note } from './urgency.ts';

/** How a day is said: near ones as today or tomorrow on the screen, always as a date in a file. */
type DayWords = (on: string) => string;

type Means = {
  readonly t: Say<'review'>;
  readonly format: Format;
  readonly codeName: CodeName;
  readonly owners: ReadonlyMap<string, string>;
};

const noteSayer = ({ t, format: { dateShort, time }, codeName }: Means) => {
  const nameOf = (list: string, code: string | null): string | null =>
    code === null ? null : (codeName(list, code) ?? code);
  const dueName = (due: Due): string => {
    if (due.kind === 'step') return t('stepBegins');
    if (due.kind === 'appointment') return nameOf('contact_type', due.appointment.mode) ?? t('appointment');
    return due.followUp.text ?? nameOf('follow_up_reason', due.followUp.reason) ?? t('followUp');
  };
  return (note: Note, dayOf: DayWords): string => {
    if (note.kind === 'overdue') {
      const what = note.due.kind === 'step' ? t('checkBegin') : dueName(note.due);
      return t('since', { what, date: dateShort(note.on) });
    }
    if (note.kind === 'permit-ended') return t('permitEnded', { date: dateShort(note.on) });
    if (note.kind === 'permit-until') return t('permitUntil', { date: dateShort(note.on) });
    if (note.kind === 'two-versions') return t('twoVersions', { count: note.count });
    if (note.kind === 'silent') return t('silent', { count: note.days });
    const what = t('next', { what: dueName(note.due), day: dayOf(note.on) });
    if (note.due.kind !== 'appointment') return what;
    return t('atTime', { what, time: time(note.due.appointment.at.slice(11)) });
  };
};

const createReviewWords = (means: Means) => {
  const { t, codeName, owners } = means;
  const { dateShort, relativeDay, daysBetween } = means.format;
  const sayNote = noteSayer(means);
  const dayOn = (today: string | undefined): DayWords =>
    today === undefined
      ? dateShort
      : (on) => (Math.abs(daysBetween(today, on)) <= 1 ? relativeDay(on, today) : dateShort(on));
  return {
    owner: ({ summary: { owner } }: ReviewRow): string =>
      owner === null ? t('nobody') : (owners.get(owner) ?? t('unknownOwner')),
    step: ({ summary: { nextStep } }: ReviewRow): string => {
      if (nextStep === null) return t('noStep');
      const { title, type, state } = nextStep;
      const name = title ?? (type === null ? null : (codeName('measure_type', type) ?? type)) ?? t('step');
      return state === 'LAEUFT' ? t('running', { step: name }) : name;
    },
    days: ({ days }: ReviewRow): string => (days === null ? '' : String(days)),
    contact: ({ summary: { lastContact } }: ReviewRow, today?: string): string =>
      lastContact === null ? t('noContact') : dayOn(today)(lastContact),
    note: ({ note }: ReviewRow, today?: string): string => (note === null ? '' : sayNote(note, dayOn(today))),
  };
};

/** Says the cells of a row; with a `today`, near days are said as today or tomorrow. */
export type ReviewWords = ReturnType<typeof createReviewWords>;

/** The words for the table; the same object until the language or the staff's names change. */
export const useReviewWords = (): ReviewWords => {
  const { t } = useTexts('review');
  const format = useFormat();
  const codeName = useCodeNames('codes');
  const county = useCounty();
  return useMemo(() => {
    const owners = new Map(
      recordsOfKind(county, 'user').map((record) => [record.id, readDocument(userKind, record).name ?? '']),
    );
    return createReviewWords({ t, format, codeName, owners });
  }, [t, format, codeName, county]);
};
