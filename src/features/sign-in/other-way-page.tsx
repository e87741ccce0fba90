// She is signed in, but what lies on this device opens by something else: a former password, a passkey, the spare key.
import { useState } from 'react';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { textOf } from '#ui/form-text.ts';
import { usePage } from '#ui/page.ts';
import { PasswordField } from '#ui/password-field.tsx';
import type { OtherWay, OtherWays } from './deeds.ts';
import { WayIn, type WayInFrame } from './way-in.tsx';
import './sign-in.css';

type Shown = 'password' | 'spare';

/** Asks once for what opened it so far; or begins without what lies here. */
export function OtherWayPage({
  frame,
  other,
  canUsePasskeys,
}: {
  readonly frame: WayInFrame;
  readonly other: OtherWays;
  readonly canUsePasskeys: boolean;
}) {
  const { t } = useTexts('app');
  const failureWords = useFailureWords();
  const { ways } = other;
  const [shown, setShown] = useState<Shown>(ways.password ? 'password' : 'spare');
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const hasField = ways.password || ways.spare;
  usePage(t('signIn.page'));

  const run = async (deed: ReturnType<OtherWays['beginAnew']>, words: string): Promise<void> => {
    setIsBusy(true);
    setIsAsking(false);
    const answer = await deed;
    setIsBusy(false);
    if (answer.ok) return setWrong(undefined);
    setWrong(answer.error.type === 'does-not-open' ? words : failureWords(answer.error.type));
  };
  const open = (way: OtherWay): void =>
    void run(
      other.openWith(way),
      t(
        way.by === 'spare'
          ? 'signIn.spareWrong'
          : way.by === 'passkey'
            ? 'signIn.passkeyWrong'
            : 'signIn.formerWrong',
      ),
    );

  return (
    <WayIn frame={frame} title={t('signIn.otherTitle')}>
      <p className="g-way-in-words">{t('signIn.otherText')}</p>
      {canUsePasskeys && ways.passkeys.length > 0 && (
        <Button
          variant={hasField ? 'secondary' : 'primary'}
          size="l"
          wide
          busy={isBusy}
          onClick={() => open({ by: 'passkey' })}
        >
          {t('signIn.byPasskey')}
        </Button>
      )}
      {hasField && (
        <form
          key={shown}
          className="g-way-in-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const typed = textOf(new FormData(event.currentTarget), shown);
            if (typed === '') return setWrong(t('signIn.missing'));
            open(shown === 'password' ? { by: 'password', password: typed } : { by: 'spare', code: typed });
          }}
        >
          <PasswordField
            showLabel={t('signIn.show')}
            hideLabel={t('signIn.hide')}
            name={shown}
            label={t(shown === 'password' ? 'signIn.former' : 'signIn.spare')}
            hint={shown === 'spare' ? t('signIn.spareHint') : undefined}
            autoComplete={shown === 'password' ? 'current-password' : 'off'}
            autoFocus
            error={wrong}
          />
          <Button type="submit" variant="primary" size="l" wide busy={isBusy}>
            {t(isBusy ? 'moment' : 'signIn.formerGo')}
          </Button>
        </form>
      )}
      {!hasField && wrong !== undefined && (
        <p className="g-way-in-words g-way-in-wrong" role="alert">
          {wrong}
        </p>
      )}
      <p className="g-way-in-deeds">
        {ways.password && ways.spare && (
          <Button
            variant="quiet"
            onClick={() => {
              setWrong(undefined);
              setShown(shown === 'password' ? 'spare' : 'password');
            }}
          >
            {t(shown === 'password' ? 'signIn.bySpare' : 'signIn.byFormer')}
          </Button>
        )}
        <Button variant="quiet" onClick={() => setIsAsking(true)}>
          {t('signIn.formerForgotten')}
        </Button>
      </p>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('signIn.anewTitle')}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('signIn.anewBack')}</Button>
            <Button variant="danger" onClick={() => void run(other.beginAnew(), t('signIn.formerWrong'))}>
              {t('signIn.anewGo')}
            </Button>
          </>
        }
      >
        <p>{t('signIn.anewText')}</p>
      </Dialog>
    </WayIn>
  );
}
