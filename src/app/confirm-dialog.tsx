// Asks who it is, in a dialog, so that nothing that is open has to close: to sign in again, or because a deed wants a fresh proof.
import { useRef, useState } from 'react';
import type { Failure, Result } from '#domain/result.ts';
import { useConfirmation } from '#features/confirmation.tsx';
import type { Confirmation } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** What the button says. */
  readonly go: string;
  readonly act: (confirmation: Confirmation) => Promise<Result<unknown, Failure>>;
  /** Called when it has acted, or was closed. */
  readonly onClose: (isDone: boolean) => void;
};

function Asking({ title, text, go, act, onClose }: Omit<ConfirmDialogProps, 'open'>) {
  const { t } = useTexts('app');
  const failureWords = useFailureWords();
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const confirming = useConfirmation(t('signIn.password'), wrong);
  const form = useRef<HTMLFormElement>(null);

  const run = async (): Promise<void> => {
    const confirmation = form.current === null ? null : confirming.read(new FormData(form.current));
    if (confirmation === null) return setWrong(t('signIn.missing'));
    setIsBusy(true);
    const answer = await act(confirmation);
    setIsBusy(false);
    if (answer.ok) onClose(true);
    else setWrong(failureWords(answer.error.type));
  };

  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={title}
      actions={
        <>
          <Button variant="primary" busy={isBusy} onClick={() => void run()}>
            {isBusy ? t('moment') : go}
          </Button>
          <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{text}</p>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void run();
        }}
      >
        {confirming.fields}
      </form>
    </Dialog>
  );
}

/** The dialog; it begins anew each time it opens. */
export function ConfirmDialog({ open, ...rest }: ConfirmDialogProps) {
  return open ? <Asking {...rest} /> : null;
}
