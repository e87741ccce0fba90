// Deeds are done at once and can be taken back: a line says what was done, until the next deed and at least ten seconds.
import { useCallback, useState, type ReactNode } from 'react';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { StatusLine } from '#ui/status-line.tsx';

type Offer = { readonly says: ReactNode; readonly undo: () => unknown };

export type Undo = {
  /** Says what was just done, and how to take it back. Replaces the line before. */
  readonly offer: (says: ReactNode, undo: () => unknown) => void;
  /** The line; keep it mounted. */
  readonly line: ReactNode;
};

/** The way back after a deletion. The line stays until something else is done: no clock takes it away. */
export const useUndo = (): Undo => {
  const { t } = useTexts('forms');
  const [offered, setOffered] = useState<Offer>();
  const offer = useCallback((says: ReactNode, undo: () => unknown) => {
    setOffered({ says, undo });
  }, []);
  const line = (
    <StatusLine
      action={
        <Button
          variant="quiet"
          onClick={() => {
            setOffered(undefined);
            offered?.undo();
          }}
        >
          {t('undo')}
        </Button>
      }
    >
      {offered?.says}
    </StatusLine>
  );
  return { offer, line };
};
