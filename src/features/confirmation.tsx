// How somebody shows that it is she: by a passkey of this device, or by her password. One form asks for it everywhere.
import { useState, type ReactNode } from 'react';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { textOf } from '#ui/form-text.ts';
import { KnownLogin, PasswordField } from '#ui/password-field.tsx';
import { usePorts, type Confirmation } from './ports.tsx';

export type Confirming = {
  /** The field, or the words that say what will be asked; stands within the form. */
  readonly fields: ReactNode;
  /** What the form says; null if a password is missing. */
  readonly read: (form: FormData) => Confirmation | null;
};

/** @param wrong what is wrong with the password, in words */
export const useConfirmation = (label: string, wrong: string | undefined, autoFocus = true): Confirming => {
  const { t } = useTexts('app');
  const { waysIn, session } = usePorts();
  const { password, passkeys } = waysIn.ways;
  const canUsePasskey = waysIn.canHavePasskeys && passkeys.length > 0;
  const [byPassword, setByPassword] = useState(!canUsePasskey);
  const fields = byPassword ? (
    <>
      <KnownLogin login={session.user.login} />
      <PasswordField
        name="password"
        label={label}
        showLabel={t('signIn.show')}
        hideLabel={t('signIn.hide')}
        autoComplete="current-password"
        autoFocus={autoFocus}
        error={wrong}
      />
    </>
  ) : (
    <>
      <p role={wrong === undefined ? undefined : 'alert'}>{wrong ?? t('confirm.passkey')}</p>
      {password && (
        <div>
          <Button variant="quiet" onClick={() => setByPassword(true)}>
            {t('confirm.byPassword')}
          </Button>
        </div>
      )}
    </>
  );
  return {
    fields,
    read: (form) => {
      if (!byPassword) return { by: 'passkey' };
      const typed = textOf(form, 'password');
      return typed === '' ? null : { by: 'password', password: typed };
    },
  };
};
