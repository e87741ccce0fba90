// The server wants to know again who it is: asked for in a dialog, so that nothing that is open has to close.
import { useRef, useState } from 'react';
import { useConfirmation } from '#features/confirmation.tsx';
import { usePorts } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

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
  const { transfer } = usePorts();
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const confirming = useConfirmation(t('signIn.password'), wrong, open);
  const form = useRef<HTMLFormElement>(null);

  const close = (): void => {
    setWrong(undefined);
    onClose();
  };
  const signIn = async (): Promise<void> => {
    const confirmation = form.current === null ? null : confirming.read(new FormData(form.current));
    if (confirmation === null) return setWrong(t('signIn.missing'));
    setIsBusy(true);
    const answer = await transfer.signInAgain(confirmation);
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
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        {confirming.fields}
      </form>
    </Dialog>
  );
}
