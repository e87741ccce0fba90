// The PIN that opens this device after a lock: set, changed, taken away. Whoever does it shows that it is she.
import { useState } from 'react';
import { ConfirmedForm, type Deed } from '#features/confirmed-form.tsx';
import { usePorts } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { isGoodPin, PIN_LENGTH } from '#store/pin.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { textOf } from '#ui/form-text.ts';
import { PasswordField } from '#ui/password-field.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import './settings.css';

/** A card that opens into the form. */
export function PinCard() {
  const { t } = useTexts('settings');
  const failureWords = useFailureWords();
  const { pin } = usePorts();
  const say = useStatus();
  const [isOpen, setIsOpen] = useState(false);
  const [isWeak, setIsWeak] = useState(false);
  const set: Deed = async (confirmation, form) => {
    const digits = textOf(form, 'pin');
    setIsWeak(!isGoodPin(digits));
    if (!isGoodPin(digits)) return null;
    const answer = await pin.set(confirmation, digits);
    if (!answer.ok) return failureWords(answer.error.type);
    say({ words: t('pinDone') });
    setIsOpen(false);
    return null;
  };
  const remove = async (): Promise<void> => {
    await pin.remove();
    say({ words: t('pinRemoved') });
  };
  return (
    <Card title={t('pin')}>
      {isOpen ? (
        <ConfirmedForm go={t('pinGo')} deed={set} onCancel={() => setIsOpen(false)}>
          <PasswordField
            name="pin"
            label={t('pinNew')}
            hint={t('pinHint')}
            showLabel={t('app:signIn.show')}
            hideLabel={t('app:signIn.hide')}
            autoComplete="off"
            inputMode="numeric"
            maxLength={PIN_LENGTH}
            autoFocus
            error={isWeak ? t('pinWeak') : undefined}
          />
        </ConfirmedForm>
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
