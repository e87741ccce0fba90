// Dates in three boxes: known in part (birth, arrival), or a whole day (a paper's date). 31 February stays a draft.
import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import type { Json } from '#domain/json.ts';
import { today } from '#domain/local-time.ts';
import {
  partialDateFromParts,
  partialDateOf,
  partialDateSchema,
  partialDateToIso,
  type PartialDate,
} from '#domain/partial-date.ts';
import { fail, ok } from '#domain/result.ts';
import { useTexts } from '#i18n/react.tsx';
import { DateField } from '#ui/date-field.tsx';
import { noDateParts, type DateParts } from '#ui/date-parts.ts';
import type { Reading } from './judging.ts';
import type { LeafSource } from './record-form.tsx';

/** What stands in three boxes. */
export const datePartsSchema = z.object({
  day: z.string(),
  month: z.string(),
  year: z.string(),
  estimated: z.boolean(),
});

const partsOf = (raw: Json): DateParts => datePartsSchema.safeParse(raw).data ?? noDateParts;

/** A date as it stands in three boxes. */
export const dateParts = ({ year, month, day, estimated }: PartialDate): DateParts => ({
  day: day === undefined ? '' : String(day),
  month: month === undefined ? '' : String(month),
  year: String(year),
  estimated: estimated === true,
});

/** Reads three boxes as a date known in part; days after `latest` are refused. */
export const readPartialDate =
  (latest?: string): Reading =>
  (raw) =>
    partialDateFromParts(partsOf(raw), latest === undefined ? {} : { today: latest });

/** Reads three boxes as a whole day. */
export const readDay: Reading = (raw) => {
  const read = partialDateFromParts(partsOf(raw));
  if (!read.ok || read.value === null) return read;
  return read.value.day === undefined ? fail({ type: 'day-missing' }) : ok(partialDateToIso(read.value));
};

type DateLeafProps = {
  readonly form: LeafSource;
  readonly path: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

const Boxes = ({
  form,
  path,
  label,
  hint,
  reading,
  shown,
  canBeEstimated,
}: DateLeafProps & {
  readonly reading: Reading;
  readonly shown: (stored: Json) => DateParts;
  readonly canBeEstimated: boolean;
}) => {
  const { t } = useTexts('forms');
  const leaf = form.leaf(path, reading);
  return (
    <div
      onFocus={leaf.onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leaf.onBlur();
      }}
    >
      <DateField
        label={label}
        hint={leaf.contested ?? hint}
        error={leaf.error}
        value={leaf.isRaw ? partsOf(leaf.value) : shown(leaf.value)}
        onChange={(parts) => {
          leaf.change({ ...parts });
        }}
        words={{
          day: t('date.day'),
          month: t('date.month'),
          year: t('date.year'),
          estimated: canBeEstimated ? t('date.estimated') : undefined,
        }}
      />
    </div>
  );
};

const shownPartial = (stored: Json): DateParts => {
  const { data } = partialDateSchema.safeParse(stored);
  return data === undefined ? noDateParts : dateParts(data);
};
const shownDay = (stored: Json): DateParts =>
  typeof stored === 'string' && stored !== '' ? dateParts(partialDateOf(stored)) : noDateParts;

/** A date of which only a part may be known. `isPast`: it cannot lie in the future. */
export const DateLeaf = ({
  isPast = false,
  canBeEstimated = false,
  ...rest
}: DateLeafProps & { readonly isPast?: boolean; readonly canBeEstimated?: boolean }) => (
  <Boxes
    {...rest}
    reading={readPartialDate(isPast ? today(new Date()) : undefined)}
    shown={shownPartial}
    canBeEstimated={canBeEstimated}
  />
);

/** A day that is wholly known: a paper's date, a deadline. */
export const DayLeaf = (props: DateLeafProps) => (
  <Boxes {...props} reading={readDay} shown={shownDay} canBeEstimated={false} />
);
