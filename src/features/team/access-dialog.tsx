// What can be done about one person's access besides its facts: a new password, closing, opening.
import { useState } from 'react';
import type { Failure } from '#domain/result.ts';
import type { Member } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

type Question = 'reset' | 'deactivate';

type AccessDialogProps = {
  readonly member: Member;
  readonly question: Question;
  readonly onClose: () => void;
  /** The failure, or null if it went well. */
  readonly onYes: () => Promise<Failure | null>;
};

/** Asks before a password ends or an access closes; the safe button comes first. */
export function AccessDialog({ member, question, onClose, onYes }: AccessDialogProps) {
  const { t } = useTexts('team');
  const failureWords = useFailureWords();
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const run = async (): Promise<void> => {
    setIsBusy(true);
    const failure = await onYes();
    setIsBusy(false);
    if (failure !== null) setWrong(failureWords(failure.type));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${question}Title`)}
      actions={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button variant="danger" busy={isBusy} onClick={() => void run()}>
            {isBusy ? t('app:moment') : t(`${question}Go`)}
          </Button>
        </>
      }
    >
      <p>
        <b>
          <bdi>{member.name}</bdi>
        </b>
      </p>
      <p>{t(`${question}Text`)}</p>
      {wrong !== undefined && <Banner tone="bad">{wrong}</Banner>}
    </Dialog>
  );
}
