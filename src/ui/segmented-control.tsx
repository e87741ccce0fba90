// One of two to four views, side by side.
import { useId, type ReactNode } from 'react';
import './segmented-control.css';
import './hidden.css';

type Segment<Value extends string> = {
  value: Value;
  label: ReactNode;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
};

type SegmentedControlProps<Value extends string> = {
  /** Spoken name. */
  label: string;
  options: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** Radios in one frame. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div className="g-segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="g-segment">
          <input
            type="radio"
            autoComplete="off"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span lang={option.lang} dir={option.dir}>
            {option.label}
          </span>
        </label>
      ))}
    </div>
  );
}
