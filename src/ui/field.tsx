// What every field has around its control: label, hint, "saved", or an error with a glyph.
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { iconAlertCircle, iconCheck } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import './field.css';

/** The words of a field. */
export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** Shown with a tick once the entry lies on the device. */
  saved?: ReactNode;
  /** Shown instead of hint and saved, with a glyph; say what is right, with an example. */
  error?: ReactNode;
};

/** What a control must carry so that label and words below belong to it. */
export type ControlWiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

function Message({ id, hint, saved, error }: Omit<FieldWords, 'label'> & { id: string }) {
  if (error !== undefined && error !== null)
    return (
      <div id={id} className="g-field-message g-field-error">
        <Icon icon={iconAlertCircle} size={19} />
        <span>{error}</span>
      </div>
    );
  if (saved !== undefined && saved !== null)
    return (
      <div id={id} className="g-field-message">
        <Icon icon={iconCheck} size={19} />
        <span>{saved}</span>
      </div>
    );
  return (
    <div id={id} className="g-field-message">
      <span>{hint}</span>
    </div>
  );
}

const hasWords = (...words: readonly ReactNode[]): boolean =>
  words.some((word) => word !== undefined && word !== null);

type FieldProps = FieldWords & {
  /** Use this id for the control instead of a made one. */
  id?: string | undefined;
  /** The label lies inside the control's top edge. */
  inner?: boolean | undefined;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  className?: string | undefined;
  children: (wiring: ControlWiring) => ReactNode;
};

/** Label, control and message: `<Field label="…">{(wiring) => <input {...wiring} />}</Field>`. */
export function Field({
  label,
  hint,
  saved,
  error,
  id,
  inner = false,
  lang,
  dir,
  className,
  children,
}: FieldProps) {
  const made = useId();
  const controlId = id ?? made;
  const messageId = `${controlId}-words`;
  const spoken = hasWords(hint, saved, error);
  return (
    <div className={classNames('g-field', inner && 'g-field-inner', className)} lang={lang} dir={dir}>
      <label className="g-field-label" htmlFor={controlId}>
        {label}
      </label>
      {children({
        id: controlId,
        'aria-describedby': spoken ? messageId : undefined,
        'aria-invalid': hasWords(error) || undefined,
      })}
      {spoken && <Message id={messageId} hint={hint} saved={saved} error={error} />}
    </div>
  );
}

/** The same around several controls that answer one question. */
export function FieldGroup({
  label,
  hint,
  saved,
  error,
  className,
  children,
}: FieldWords & { className?: string | undefined; children: ReactNode }) {
  const messageId = useId();
  const spoken = hasWords(hint, saved, error);
  return (
    <fieldset
      className={classNames('g-field-group', className)}
      aria-describedby={spoken ? messageId : undefined}
    >
      <legend>{label}</legend>
      {children}
      {spoken && <Message id={messageId} hint={hint} saved={saved} error={error} />}
    </fieldset>
  );
}
