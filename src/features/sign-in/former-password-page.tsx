// The administrator made a new password, but what lies on this device still opens by the one before.
import { useState } from 'react';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { usePage } from '#ui/page.ts';
import { PasswordField } from '#ui/password-field.tsx';
import type { FormerPassword } from './deeds.ts';
import { WayIn, type WayInFrame } from './way-in.tsx';
import './sign-in.css';

/** Asks for the former password once; or begins without what lies here. */
export function FormerPasswordPage({
  frame,
  former,
}: {
  readonly frame: WayInFrame;
  readonly former: FormerPassword;
}) {
  const { t } = useTexts('app');
  const failureWords = useFailureWords();
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [wrong, setWrong] = useState<string>();
  usePage(t('signIn.page'));

  const run = async (deed: ReturnType<FormerPassword['beginAnew']>): Promise<void> => {
    setIsBusy(true);
    setIsAsking(false);
    const answer = await deed;
    setIsBusy(false);
    setWrong(answer.ok ? undefined : failureWords(answer.error.type));
  };

  return (
    <WayIn frame={frame} title={t('signIn.formerTitle')}>
      <p className="g-way-in-words">{t('signIn.formerText')}</p>
      <form
        className="g-way-in-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('former');
          if (typeof typed === 'string' && typed !== '') void run(former.openWith(typed));
          else setWrong(t('signIn.missing'));
        }}
      >
        <PasswordField
          showLabel={t('signIn.show')}
          hideLabel={t('signIn.hide')}
          name="former"
          label={t('signIn.former')}
          autoComplete="current-password"
          autoFocus
          error={wrong}
        />
        <Button type="submit" variant="primary" size="l" wide busy={isBusy}>
          {t(isBusy ? 'moment' : 'signIn.formerGo')}
        </Button>
      </form>
      <p className="g-way-in-deeds">
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
            <Button variant="danger" onClick={() => void run(former.beginAnew())}>
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
