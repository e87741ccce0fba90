// Fields to write in: one line, several lines, search, a choice from a long list, a day, a time.
// `autoComplete` is off everywhere: else a browser keeps what stands in a field readable, to restore its windows (V1).
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldWords } from './field.tsx';
import { iconChevronDown, iconSearch } from './icon-paths.ts';
import { Icon } from './icon.tsx';

type Around = FieldWords & { inner?: boolean | undefined };

export type TextFieldProps = ComponentProps<'input'> & Around;

/** One line. Takes every attribute of an input, so `{...register('name')}` works. */
export function TextField({
  label,
  hint,
  saved,
  error,
  inner,
  id,
  lang,
  dir,
  className,
  ...input
}: TextFieldProps) {
  return (
    <Field
      {...{ label, hint, saved, error, inner, id, lang }}
      dir={dir === 'ltr' || dir === 'rtl' ? dir : undefined}
    >
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          dir={dir}
          {...input}
          {...wiring}
          className={classNames('g-control', className)}
        />
      )}
    </Field>
  );
}

/** Browsers that know field-sizing do it by themselves. */
function growWithText(area: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.blockSize = 'auto';
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

/** Several lines; grows with its text. */
export function TextArea({
  label,
  hint,
  saved,
  error,
  inner,
  id,
  lang,
  dir,
  className,
  onInput,
  ...area
}: ComponentProps<'textarea'> & Around) {
  return (
    <Field
      {...{ label, hint, saved, error, inner, id, lang }}
      dir={dir === 'ltr' || dir === 'rtl' ? dir : undefined}
    >
      {(wiring) => (
        <textarea
          rows={3}
          autoComplete="off"
          dir={dir ?? 'auto'}
          {...area}
          {...wiring}
          className={classNames('g-control g-control-area', className)}
          onInput={(event) => {
            growWithText(event.currentTarget);
            onInput?.(event);
          }}
        />
      )}
    </Field>
  );
}

/** The system's own list; children are `<option>`s. For more than seven choices. */
export function SelectField({
  label,
  hint,
  saved,
  error,
  id,
  lang,
  className,
  children,
  ...select
}: ComponentProps<'select'> & FieldWords) {
  return (
    <Field {...{ label, hint, saved, error, id, lang }}>
      {(wiring) => (
        <span className="g-select">
          <select autoComplete="off" {...select} {...wiring} className={classNames('g-control', className)}>
            {children}
          </select>
          <Icon icon={iconChevronDown} />
        </span>
      )}
    </Field>
  );
}

/** A time of day (HH:MM), with the system's picker. */
export function TimeField({ className, ...rest }: TextFieldProps) {
  return <TextField {...rest} type="time" dir="ltr" className={classNames('g-control-short', className)} />;
}

/** A day that is wholly known (YYYY-MM-DD), with the system's picker. */
export function DayField({ className, ...rest }: TextFieldProps) {
  return <TextField {...rest} type="date" className={classNames('g-control-short', className)} />;
}

type SearchFieldProps = ComponentProps<'input'> & {
  /** Spoken name; the placeholder shows what can be searched. */
  label: string;
};

/** Search: 52 high, glyph inside. */
export function SearchField({ label, className, ...input }: SearchFieldProps) {
  return (
    <search className="g-search">
      <input
        type="search"
        aria-label={label}
        autoComplete="off"
        enterKeyHint="search"
        {...input}
        className={classNames('g-control', className)}
      />
      <Icon icon={iconSearch} size={24} />
    </search>
  );
}

/** Fields side by side; one below the other where it is narrow. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className="g-field-pair">{children}</div>;
}

/** A search field that grows, and a button beside it. */
export function ToolBar({ children }: { children: ReactNode }) {
  return <div className="g-tool-bar">{children}</div>;
}
