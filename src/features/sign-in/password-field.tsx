// A password to type: hidden at first, shown on demand, and open to password managers.
import { useState, type Ref } from 'react';
import { useTexts } from '#i18n/react.tsx';
import { IconButton } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { iconEye, iconEyeOff } from '#ui/icon-paths.ts';
import './sign-in.css';

type PasswordFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly focusFirst?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** Label, field and the button that shows what was typed. */
export function PasswordField({ label, hint, error, focusFirst = false, ...input }: PasswordFieldProps) {
  const { t } = useTexts('app');
  const [isShown, setIsShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <span className="g-password">
          <input
            {...input}
            {...wiring}
            type={isShown ? 'text' : 'password'}
            className="g-control"
            dir="ltr"
            autoCapitalize="off"
            spellCheck={false}
            autoFocus={focusFirst}
            maxLength={256}
          />
          <IconButton
            icon={isShown ? iconEyeOff : iconEye}
            label={t(isShown ? 'signIn.hide' : 'signIn.show')}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          />
        </span>
      )}
    </Field>
  );
}
