// How this device is called: the name that stands beside a value when two of them were written on two devices.
import { useState } from 'react';
import { usePorts } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { useCounty, useTransferFacts } from '#store/react.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { TextField } from '#ui/text-field.tsx';
import './settings.css';

/** The longest name of a device that the server takes. */
const LONGEST = 60;

const useDeviceName = (): string | undefined => {
  const { device } = useTransferFacts();
  const name = useCounty().records.get(device)?.values['name'];
  return typeof name === 'string' ? name : undefined;
};

function RenameForm({ before, onDone }: { readonly before: string; readonly onDone: () => void }) {
  const { t } = useTexts('settings');
  const failureWords = useFailureWords();
  const { renameDevice } = usePorts();
  const say = useStatus();
  const [name, setName] = useState(before);
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();

  const rename = async (): Promise<void> => {
    if (name.trim() === '') return setWrong(t('missing'));
    setIsBusy(true);
    const renamed = await renameDevice(name.trim());
    setIsBusy(false);
    if (!renamed.ok) return setWrong(failureWords(renamed.error.type));
    say({ words: t('deviceNameChanged') });
    onDone();
  };

  return (
    <form
      className="g-settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void rename();
      }}
    >
      <TextField
        label={t('deviceName')}
        hint={t('deviceNameText')}
        error={wrong}
        dir="auto"
        maxLength={LONGEST}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ButtonRow>
        <Button type="submit" variant="primary" busy={isBusy}>
          {t(isBusy ? 'app:moment' : 'deviceNameGo')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('app:cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** A card that opens into the form. */
export function DeviceNameCard() {
  const { t } = useTexts('settings');
  const name = useDeviceName();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title={t('deviceName')}>
      {isOpen ? (
        <RenameForm before={name ?? ''} onDone={() => setIsOpen(false)} />
      ) : (
        <div className="g-settings-form">
          <p>{name === undefined ? t('deviceNameNone') : <bdi>{name}</bdi>}</p>
          <div>
            <Button onClick={() => setIsOpen(true)}>{t('deviceNameChange')}</Button>
          </div>
        </div>
      )}
    </Card>
  );
}
