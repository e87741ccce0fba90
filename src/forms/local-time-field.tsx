// Day and time of an appointment or a talk, one leaf. Own boxes, because the browser's would say the month first.
import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import type { Json } from '#domain/json.ts';
import { clockOfLocalTime, dateOfLocalTime, isClockTime, isLocalTime } from '#domain/local-time.ts';
import {
  partialDateFromParts,
  partialDateOf,
  partialDateToIso,
  toLatinDigits,
} from '#domain/partial-date.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { DateField } from '#ui/date-field.tsx';
import { noDateParts } from '#ui/date-parts.ts';
import { TextField } from '#ui/text-field.tsx';
import { readClock } from './clock.ts';
import type { Problem, Reading } from './judging.ts';
import { LeafNote } from './leaf-note.tsx';
import { dateParts, datePartsSchema } from './partial-date-field.tsx';
import type { LeafSource } from './record-form.tsx';

const partsSchema = z.object({ date: datePartsSchema, time: z.string() });
type Parts = z.infer<typeof partsSchema>;

const partsOf = (value: Json): Parts => {
  if (typeof value === 'string' && isLocalTime(value))
    return { date: dateParts(partialDateOf(dateOfLocalTime(value))), time: clockOfLocalTime(value) };
  return partsSchema.safeParse(value).data ?? { date: noDateParts, time: '' };
};

const dayOf = ({ date }: Parts): Result<string | null, Problem> => {
  const read = partialDateFromParts(date);
  if (!read.ok) return read;
  if (read.value === null) return ok(null);
  return read.value.day === undefined ? fail({ type: 'day-missing' }) : ok(partialDateToIso(read.value));
};

/** Reads a day and a time as one moment; one of them alone is not a moment yet. */
export const readLocalTime: Reading = (raw) => {
  const parts = partsOf(raw);
  const day = dayOf(parts);
  if (!day.ok) return day;
  const text = toLatinDigits(parts.time).trim();
  if (text === '') return day.value === null ? ok(null) : fail({ type: 'time-missing' });
  if (day.value === null) return fail({ type: 'date-missing' });
  const time = readClock(text);
  return isClockTime(time) ? ok(`${day.value}T${time}`) : fail({ type: 'no-such-time' });
};

type LocalTimeLeafProps = {
  readonly form: LeafSource;
  readonly path: string;
  readonly dateLabel: ReactNode;
};

/** A day and a time of day; says the weekday, so that a slip is seen. */
export const LocalTimeLeaf = ({ form, path, dateLabel }: LocalTimeLeafProps) => {
  const { t } = useTexts('forms');
  const { date } = useFormat();
  const leaf = form.leaf(path, readLocalTime);
  const parts = partsOf(leaf.value);
  const day = dayOf(parts);
  return (
    <div
      className="g-forms-leaf"
      onFocus={leaf.onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leaf.onBlur();
      }}
    >
      <div className="g-forms-moment">
        <DateField
          label={dateLabel}
          hint={day.ok && day.value !== null ? date(day.value) : undefined}
          value={parts.date}
          onChange={(next) => {
            leaf.change({ ...parts, date: { ...next } });
          }}
          words={{ day: t('date.day'), month: t('date.month'), year: t('date.year') }}
        />
        <TextField
          label={t('time')}
          inputMode="numeric"
          dir="ltr"
          className="g-control-short"
          hint={t('timeHint')}
          value={parts.time}
          onChange={(event) => {
            leaf.change({ ...parts, time: event.currentTarget.value });
          }}
        />
      </div>
      <LeafNote leaf={leaf} />
    </div>
  );
};
