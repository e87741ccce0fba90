// A password to type: hidden at first, shown on demand, and open to password managers.
import { useState, type ComponentProps } from 'react';
import { IconButton } from './button.tsx';
import { Field, type FieldWords } from './field.tsx';
import { iconEye, iconEyeOff } from './icon-paths.ts';
import './password-field.css';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type' | 'id'> &
  FieldWords & {
    autoComplete: 'current-password' | 'new-password' | 'off';
    /** Spoken names of the button beside the field. */
    showLabel: string;
    hideLabel: string;
  };

/** Label, field and the button that shows what was typed. */
export function PasswordField({
  label,
  hint,
  error,
  saved,
  showLabel,
  hideLabel,
  ...input
}: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field {...{ label, hint, error, saved }}>
      {(wiring) => (
        <span className="g-password">
          <input
            dir="ltr"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={256}
            {...input}
            {...wiring}
            type={isShown ? 'text' : 'password'}
            className="g-control"
          />
          <IconButton
            icon={isShown ? iconEyeOff : iconEye}
            label={isShown ? hideLabel : showLabel}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          />
        </span>
      )}
    </Field>
  );
}

/** Names the person to password managers where her name is not typed. */
export function KnownLogin({ login }: { login: string }) {
  return <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />;
}
