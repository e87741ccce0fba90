// Choosing among few: answers as equal columns, filters as pills, pictures as cards. Native radios and checkboxes inside.
import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { iconCheck, iconChevronDown } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import { Pictogram, type PictogramName } from './pictogram.tsx';
import './choice-chips.css';
import './hidden.css';

/** One thing to choose. */
export type ChoiceOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  /** The same word in the client's language, at the end edge. */
  second?: ReactNode;
  count?: number | undefined;
  /** "Do not know", "would rather not say", "not asked": same size, no fill. */
  quiet?: boolean | undefined;
  pictogram?: PictogramName | undefined;
  disabled?: boolean | undefined;
};

type Shared<Value extends string> = {
  /** The question; spoken only with hideLabel. */
  label: ReactNode;
  hideLabel?: boolean | undefined;
  options: readonly ChoiceOption<Value>[];
  look?: 'answer' | 'filter' | 'picture' | undefined;
  columns?: 1 | 2 | 3 | 4 | undefined;
  secondLang?: { lang: string; dir: 'ltr' | 'rtl' } | undefined;
  describedBy?: string | undefined;
};

type InputProps = Pick<ComponentProps<'input'>, 'type' | 'name' | 'checked' | 'onChange' | 'onClick'>;

function ChipSet<Value extends string>({
  label,
  hideLabel = false,
  options,
  look = 'answer',
  columns = 3,
  secondLang,
  describedBy,
  wire,
}: Shared<Value> & { wire: (value: Value) => InputProps }) {
  return (
    <fieldset
      className={`g-chips g-chips-${look}`}
      style={{ '--columns': columns }}
      aria-describedby={describedBy}
    >
      <legend className={hideLabel ? 'g-hidden' : undefined}>{label}</legend>
      <div className="g-chips-row">
        {options.map((option) => (
          <label key={option.value} className={classNames('g-chip', option.quiet && 'g-chip-quiet')}>
            <input
              autoComplete="off"
              value={option.value}
              disabled={option.disabled}
              {...wire(option.value)}
            />
            {option.pictogram && <Pictogram name={option.pictogram} size={124} />}
            <span className="g-chip-words">
              <span>{option.label}</span>
              {option.second !== undefined && (
                <span className="g-chip-second" {...secondLang}>
                  {option.second}
                </span>
              )}
            </span>
            {option.count !== undefined && <span className="g-chip-count">{option.count}</span>}
            <Icon icon={iconCheck} className="g-chip-tick" size={look === 'picture' ? 32 : 22} heavy />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceChipsProps<Value extends string> = Shared<Value> & {
  value: Value | undefined;
  /** undefined only if clearable: the chosen one was pressed again. */
  onChange: (value: Value | undefined) => void;
  clearable?: boolean | undefined;
};

/** One answer. */
export function ChoiceChips<Value extends string>({
  value,
  onChange,
  clearable = false,
  ...shared
}: ChoiceChipsProps<Value>) {
  const name = useId();
  return (
    <ChipSet
      {...shared}
      wire={(own) => ({
        type: 'radio',
        name,
        checked: own === value,
        onChange: () => onChange(own),
        onClick: () => {
          if (clearable && own === value) onChange(undefined);
        },
      })}
    />
  );
}

type MultiChoiceChipsProps<Value extends string> = Shared<Value> & {
  value: readonly Value[];
  onChange: (value: Value[]) => void;
};

/** Several answers; their order follows the options. */
export function MultiChoiceChips<Value extends string>({
  value,
  onChange,
  ...shared
}: MultiChoiceChipsProps<Value>) {
  return (
    <ChipSet
      {...shared}
      wire={(own) => ({
        type: 'checkbox',
        checked: value.includes(own),
        onChange: (event) => {
          const chosen = event.currentTarget.checked;
          onChange(
            shared.options
              .map((option) => option.value)
              .filter((one) => (one === own ? chosen : value.includes(one))),
          );
        },
      })}
    />
  );
}

/** A filter with many choices: a pill with the system's list. The first option, with value "", is its name. */
export function FilterSelect({
  label,
  className,
  children,
  ...select
}: ComponentProps<'select'> & { label: string }) {
  return (
    <span className={classNames('g-chip-select', className)}>
      <select aria-label={label} autoComplete="off" {...select}>
        {children}
      </select>
      <Icon icon={iconChevronDown} />
    </span>
  );
}

/** Chips and pills in one line that wraps. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="g-filter-bar">{children}</div>;
}
