// Day and time of an appointment or a talk: two pickers of the system, one leaf.
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Json } from '#domain/json.ts';
import { clockOfLocalTime, dateOfLocalTime, isLocalTime } from '#domain/local-time.ts';
import { fail, ok } from '#domain/result.ts';
import { useTexts } from '#i18n/react.tsx';
import { DayField, FieldPair, TimeField } from '#ui/text-field.tsx';
import type { Reading } from './judging.ts';
import { LeafNote } from './leaf-note.tsx';
import type { RecordForm } from './record-form.tsx';

const partsSchema = z.object({ date: z.string(), time: z.string() });
type Parts = z.infer<typeof partsSchema>;

const partsOf = (value: Json): Parts => {
  if (typeof value === 'string' && isLocalTime(value))
    return { date: dateOfLocalTime(value), time: clockOfLocalTime(value) };
  return partsSchema.safeParse(value).data ?? { date: '', time: '' };
};

/** Reads a day and a time as one moment; one of them alone is not a moment yet. */
export const readLocalTime: Reading = (raw) => {
  const { date, time } = partsOf(raw);
  if (date === '' && time === '') return ok(null);
  if (date === '') return fail({ type: 'date-missing' });
  if (time === '') return fail({ type: 'time-missing' });
  return ok(`${date}T${time.slice(0, 5)}`);
};

type LocalTimeLeafProps = {
  readonly form: RecordForm;
  readonly path: string;
  readonly dateLabel: ReactNode;
};

/** A day and a time of day. */
export const LocalTimeLeaf = ({ form, path, dateLabel }: LocalTimeLeafProps) => {
  const { t } = useTexts('forms');
  const leaf = form.leaf(path, readLocalTime);
  const parts = partsOf(leaf.value);
  return (
    <div
      className="g-forms-leaf"
      onFocus={leaf.onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leaf.onBlur();
      }}
    >
      <FieldPair>
        <DayField
          label={dateLabel}
          value={parts.date}
          onChange={(event) => {
            leaf.change({ ...parts, date: event.currentTarget.value });
          }}
        />
        <TimeField
          label={t('time')}
          value={parts.time}
          onChange={(event) => {
            leaf.change({ ...parts, time: event.currentTarget.value });
          }}
        />
      </FieldPair>
      <LeafNote leaf={leaf} />
    </div>
  );
};
