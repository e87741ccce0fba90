// A date that may be known only in part: day or month may stay empty, and it may be an estimate.
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { Checkbox } from './checkbox.tsx';
import { noDateParts, textToDateParts, toFigures, type DateParts } from './date-parts.ts';
import { FieldGroup, type FieldWords } from './field.tsx';

type DateFieldProps = FieldWords & {
  value: DateParts | undefined;
  onChange: (parts: DateParts) => void;
  onBlur?: (() => void) | undefined;
  /** The words on the boxes; without `estimated` there is no tick box. */
  words: { day: string; month: string; year: string; estimated?: string | undefined };
  disabled?: boolean | undefined;
};

const boxes = [
  { part: 'day', most: 2 },
  { part: 'month', most: 2 },
  { part: 'year', most: 4 },
] as const;

/** Day, month, year and "estimated"; hands the raw texts upward. A pasted date fills all boxes. */
export function DateField({
  value = noDateParts,
  onChange,
  onBlur,
  words,
  disabled,
  ...around
}: DateFieldProps) {
  const id = useId();
  const isWrong = around.error !== undefined && around.error !== null;
  return (
    <FieldGroup {...around}>
      <div className="g-date-parts">
        {boxes.map(({ part, most }) => (
          <label key={part} htmlFor={`${id}-${part}`}>
            {words[part]}
            <input
              id={`${id}-${part}`}
              className={classNames('g-control', `g-date-${part}`)}
              inputMode="numeric"
              autoComplete="off"
              dir="ltr"
              disabled={disabled}
              aria-invalid={isWrong || undefined}
              value={value[part]}
              onBlur={onBlur}
              onChange={(event) => {
                const text = event.currentTarget.value;
                const whole = textToDateParts(text);
                onChange({ ...value, ...(whole ?? { [part]: toFigures(text, most) }) });
              }}
            />
          </label>
        ))}
        {words.estimated !== undefined && (
          <Checkbox
            label={words.estimated}
            checked={value.estimated}
            disabled={disabled}
            onBlur={onBlur}
            onChange={(event) => onChange({ ...value, estimated: event.currentTarget.checked })}
          />
        )}
      </div>
    </FieldGroup>
  );
}
