// Deeds are done at once and can be taken back: the app's status line says what was done, with the way back.
import { useMemo, type ReactNode } from 'react';
import { useTexts } from '#i18n/react.tsx';
import { useStatus } from '#ui/status-provider.tsx';

export type Undo = {
  /** Says what was just done, and how to take it back. Replaces the line before. */
  readonly offer: (says: ReactNode, undo: () => unknown) => void;
};

/** The way back after a deletion. */
export const useUndo = (): Undo => {
  const { t } = useTexts('forms');
  const say = useStatus();
  return useMemo(
    () => ({
      offer: (words, undo) => {
        say({ words, undo: { label: t('undo'), run: () => void undo() } });
      },
    }),
    [say, t],
  );
};
