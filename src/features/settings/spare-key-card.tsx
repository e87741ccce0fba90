// The spare key: a second way into what lies on this device, on paper, for the day on which the password is forgotten.
import { useState } from 'react';
import { ConfirmedForm, type Deed } from '#features/confirmed-form.tsx';
import { usePorts } from '#features/ports.tsx';
import { SecretDialog } from '#features/secret-dialog.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import './settings.css';

/** A card that opens into the form, and shows the key once. */
export function SpareKeyCard() {
  const { t } = useTexts('settings');
  const failureWords = useFailureWords();
  const { waysIn, session } = usePorts();
  const [isOpen, setIsOpen] = useState(false);
  const [code, setCode] = useState<string>();
  const isMade = waysIn.ways.spare;
  const make: Deed = async (confirmation) => {
    const made = await waysIn.makeSpareKey(confirmation);
    if (!made.ok) return failureWords(made.error.type);
    setIsOpen(false);
    setCode(made.value);
    return null;
  };
  return (
    <Card title={t('spare.title')}>
      {isOpen ? (
        <ConfirmedForm go={t('spare.go')} deed={make} onCancel={() => setIsOpen(false)} />
      ) : (
        <div className="g-settings-form">
          <p>{t('spare.text')}</p>
          {isMade && <p>{t('spare.isMade')}</p>}
          <div>
            <Button onClick={() => setIsOpen(true)}>{t(isMade ? 'spare.another' : 'spare.make')}</Button>
          </div>
        </div>
      )}
      {code !== undefined && (
        <SecretDialog
          title={t('spare.shown')}
          name={session.user.name}
          login={session.user.login}
          secret={code}
          onDone={() => setCode(undefined)}
        >
          <p>{t('spare.shownText')}</p>
        </SecretDialog>
      )}
    </Card>
  );
}
