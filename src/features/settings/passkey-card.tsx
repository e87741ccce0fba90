// Passkeys: a finger, a face or the lock of the device instead of a password. Which there are, one more, one less.
import { useCallback, useEffect, useState } from 'react';
import { ConfirmedForm, type Deed } from '#features/confirmed-form.tsx';
import { usePorts, type Passkey } from '#features/ports.tsx';
import { localDay } from '#i18n/berlin-time.ts';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { textOf } from '#ui/form-text.ts';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { TextField } from '#ui/text-field.tsx';
import './settings.css';

/** The longest name of a passkey that the server takes. */
const LONGEST = 60;

function PasskeyList({
  passkeys,
  onRemove,
}: {
  readonly passkeys: readonly Passkey[];
  readonly onRemove: (passkey: Passkey) => void;
}) {
  const { t } = useTexts('settings');
  const format = useFormat();
  const { ways } = usePorts().waysIn;
  return (
    <RowList label={t('passkey.title')}>
      {passkeys.map((passkey) => {
        const { credential, name, createdAt, lastUsed } = passkey;
        const isHere = ways.passkeys.includes(credential);
        const used =
          lastUsed === null
            ? t('passkey.made', { day: format.day(localDay(createdAt)) })
            : t('passkey.used', { day: format.day(localDay(lastUsed)) });
        return (
          <Row
            key={credential}
            cells={[
              <Lines
                key="name"
                first={<bdi>{name}</bdi>}
                second={used}
                third={t(isHere ? 'passkey.opens' : 'passkey.signs')}
              />,
            ]}
            end={
              <Button variant="quiet" onClick={() => onRemove(passkey)}>
                {t('passkey.remove')}
              </Button>
            }
          />
        );
      })}
    </RowList>
  );
}

type Doing = { readonly kind: 'adding' } | { readonly kind: 'removing'; readonly passkey: Passkey };

/** The card: a list, and a form for one more or one less. */
export function PasskeyCard() {
  const { t } = useTexts('settings');
  const failureWords = useFailureWords();
  const { waysIn } = usePorts();
  const say = useStatus();
  const { waiting } = useTransferFacts();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [passkeys, setPasskeys] = useState<readonly Passkey[] | null>(null);
  const { passkeys: load } = waysIn;
  const look = useCallback(async () => {
    const found = await load();
    if (found.ok) setPasskeys(found.value);
  }, [load]);
  useEffect(() => void look(), [look]);

  const finish = (words: string): null => {
    say({ words });
    setDoing(null);
    void look();
    return null;
  };
  const add: Deed = async (confirmation, form) => {
    const name = textOf(form, 'name').trim();
    const added = await waysIn.addPasskey(confirmation, name === '' ? t('passkey.usualName') : name);
    if (!added.ok) return failureWords(added.error.type);
    return finish(t(added.value.opens ? 'passkey.added' : 'passkey.addedSignsOnly'));
  };
  const remove =
    ({ credential }: Passkey): Deed =>
    async (confirmation) => {
      const removed = await waysIn.removePasskey(confirmation, credential);
      return removed.ok ? finish(t('passkey.removed')) : failureWords(removed.error.type);
    };

  const cancel = (): void => setDoing(null);
  if (!waysIn.canHavePasskeys)
    return (
      <Card title={t('passkey.title')}>
        <p>{t('passkey.missing')}</p>
      </Card>
    );
  return (
    <Card title={t('passkey.title')}>
      {doing === null && (
        <div className="g-settings-form">
          <p>{t('passkey.text')}</p>
          {passkeys !== null && passkeys.length > 0 && (
            <PasskeyList
              passkeys={passkeys}
              onRemove={(passkey) => setDoing({ kind: 'removing', passkey })}
            />
          )}
          <div>
            <Button onClick={() => setDoing({ kind: 'adding' })}>{t('passkey.add')}</Button>
          </div>
        </div>
      )}
      {doing?.kind === 'adding' && (
        <ConfirmedForm go={t('passkey.addGo')} deed={add} onCancel={cancel}>
          <TextField
            name="name"
            label={t('passkey.name')}
            hint={t('passkey.nameHint')}
            maxLength={LONGEST}
            autoComplete="off"
            autoFocus
          />
        </ConfirmedForm>
      )}
      {doing?.kind === 'removing' && (
        <>
          <p>
            <bdi>{doing.passkey.name}</bdi>
          </p>
          <p>{t('passkey.removeText')}</p>
          {waiting.length > 0 && (
            <Banner tone="wait">{t('passkey.removeWaiting', { count: waiting.length })}</Banner>
          )}
          <ConfirmedForm go={t('passkey.removeGo')} deed={remove(doing.passkey)} onCancel={cancel} />
        </>
      )}
    </Card>
  );
}
