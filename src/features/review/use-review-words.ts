// How the table and the file say a row.
import { useCallback, useMemo } from 'react';
import type { Due } from '#domain/due.ts';
import { readDocument } from '#domain/record.ts';
import { userKind } from '#domain/user.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { recordsOfKind } from '#store/case-file.ts';
import { useCounty } from '#store/react.tsx';
import type { ReviewRow } from './review-rows.ts';
import type { Note } from './urgency.ts';

/** How a day is said: near ones as today or tomorrow on the screen, always as a date in a file. */
type DayWords = (on: string) => string;

const useOwnerNames = (): ReadonlyMap<string, string> => {
  const county = useCounty();
  return useMemo(
    () =>
      new Map(
        recordsOfKind(county, 'user').map((record) => [record.id, readDocument(userKind, record).name ?? '']),
      ),
    [county],
  );
};

/** Says the cells of a row; with `today` near days are said as such. */
export const useReviewWords = () => {
  const { t } = useTexts('review');
  const { dateShort, relativeDay, daysBetween, time, number } = useFormat();
  const codeName = useCodeNames('codes');
  const owners = useOwnerNames();

  const nameOf = useCallback(
    (list: string, code: string | null): string | null =>
      code === null ? null : (codeName(list, code) ?? code),
    [codeName],
  );
  const owner = useCallback(
    ({ summary }: ReviewRow): string =>
      summary.owner === null ? t('nobody') : (owners.get(summary.owner) ?? t('unknownOwner')),
    [owners, t],
  );
  const step = useCallback(
    ({ summary: { nextStep } }: ReviewRow): string => {
      if (nextStep === null) return t('noStep');
      const name = nextStep.title ?? nameOf('measure_type', nextStep.type) ?? t('step');
      return nextStep.state === 'LAEUFT' ? t('running', { step: name }) : name;
    },
    [nameOf, t],
  );

  const dueName = (due: Due): string => {
    if (due.kind === 'step') return t('stepBegins');
    if (due.kind === 'appointment') return nameOf('contact_type', due.appointment.mode) ?? t('appointment');
    return due.followUp.text ?? nameOf('follow_up_reason', due.followUp.reason) ?? t('followUp');
  };
  const noteWords = (note: Note, dayOf: DayWords): string => {
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
  const dayOfScreen =
    (today: string): DayWords =>
    (on) =>
      Math.abs(daysBetween(today, on)) <= 1 ? relativeDay(on, today) : dateShort(on);

  return {
    owner,
    step,
    days: ({ days }: ReviewRow): string => (days === null ? '' : number(days)),
    contact: ({ summary }: ReviewRow, today?: string): string => {
      if (summary.lastContact === null) return t('noContact');
      return (today === undefined ? dateShort : dayOfScreen(today))(summary.lastContact);
    },
    note: ({ note }: ReviewRow, today?: string): string =>
      note === null ? '' : noteWords(note, today === undefined ? dateShort : dayOfScreen(today)),
  };
};

/** What `useReviewWords()` gives. */
export type ReviewWords = ReturnType<typeof useReviewWords>;
