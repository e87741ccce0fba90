// The PIN that opens this device after a lock: set, changed, taken away. Whoever does it gives the password.
import { useState } from 'react';
import { usePorts } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { isGoodPin, PIN_LENGTH } from '#store/pin.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { textOf } from '#ui/form-text.ts';
import { KnownLogin, PasswordField } from '#ui/password-field.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import './settings.css';

type Wrong = { readonly password?: string; readonly pin?: string };

function PinForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTexts('settings');
  const failureWords = useFailureWords();
  const { pin, session } = usePorts();
  const say = useStatus();
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>({});

  const set = async (form: FormData): Promise<void> => {
    const [password, digits] = [textOf(form, 'password'), textOf(form, 'pin')];
    if (password === '') return setWrong({ password: t('missing') });
    if (!isGoodPin(digits)) return setWrong({ pin: t('pinWeak') });
    setIsBusy(true);
    const answer = await pin.set(password, digits);
    setIsBusy(false);
    if (!answer.ok) {
      const { type } = answer.error;
      return setWrong({ password: type === 'wrong-password' ? t('app:signIn.wrong') : failureWords(type) });
    }
    say({ words: t('pinDone') });
    onDone();
  };

  const eye = { showLabel: t('app:signIn.show'), hideLabel: t('app:signIn.hide') };
  return (
    <form
      className="g-settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void set(new FormData(event.currentTarget));
      }}
    >
      <KnownLogin login={session.user.login} />
      <PasswordField
        {...eye}
        name="password"
        label={t('pinPassword')}
        autoComplete="current-password"
        autoFocus
        error={wrong.password}
      />
      <PasswordField
        {...eye}
        name="pin"
        label={t('pinNew')}
        hint={t('pinHint')}
        autoComplete="off"
        inputMode="numeric"
        maxLength={PIN_LENGTH}
        error={wrong.pin}
      />
      <ButtonRow>
        <Button type="submit" variant="primary" busy={isBusy}>
          {t(isBusy ? 'app:moment' : 'pinGo')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('app:cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** A card that opens into the form. */
export function PinCard() {
  const { t } = useTexts('settings');
  const { pin } = usePorts();
  const say = useStatus();
  const [isOpen, setIsOpen] = useState(false);
  const remove = async (): Promise<void> => {
    await pin.remove();
    say({ words: t('pinRemoved') });
  };
  return (
    <Card title={t('pin')}>
      {isOpen ? (
        <PinForm onDone={() => setIsOpen(false)} />
      ) : (
        <div className="g-settings-form">
          <p>{t('pinText')}</p>
          {pin.isSet && <p>{t('pinIsSet')}</p>}
          <ButtonRow>
            <Button onClick={() => setIsOpen(true)}>{t(pin.isSet ? 'pinOther' : 'pinSet')}</Button>
            {pin.isSet && (
              <Button variant="quiet" onClick={() => void remove()}>
                {t('pinRemove')}
              </Button>
            )}
          </ButtonRow>
        </div>
      )}
    </Card>
  );
}
