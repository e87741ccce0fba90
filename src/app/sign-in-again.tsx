// The server wants the password again: asked for in a dialog, so that nothing that is open has to close.
import { useState } from 'react';
import { usePorts } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { KnownLogin, PasswordField } from '#ui/password-field.tsx';

/** Password and "sign in". */
export function SignInAgainDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTexts('app');
  const failureWords = useFailureWords();
  const { transfer, session } = usePorts();
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [password, setPassword] = useState('');

  const close = (): void => {
    setPassword('');
    setWrong(undefined);
    onClose();
  };
  const signIn = async (): Promise<void> => {
    if (password === '') return setWrong(t('signIn.missing'));
    setIsBusy(true);
    const answer = await transfer.signInAgain(password);
    setIsBusy(false);
    if (answer.ok) close();
    else setWrong(failureWords(answer.error.type));
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('signInAgainTitle')}
      actions={
        <>
          <Button variant="primary" busy={isBusy} onClick={() => void signIn()}>
            {t(isBusy ? 'moment' : 'signInAgain')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{t('signInAgainText')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <KnownLogin login={session.user.login} />
        <PasswordField
          label={t('signIn.password')}
          showLabel={t('signIn.show')}
          hideLabel={t('signIn.hide')}
          autoComplete="current-password"
          data-first-focus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={wrong}
        />
      </form>
    </Dialog>
  );
}
