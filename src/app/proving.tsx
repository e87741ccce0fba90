// Some deeds want a proof that is a moment old: whoever does one is asked who she is, and the deed is done again.
import { useSyncExternalStore } from 'react';
import type { Failure, Result } from '#domain/result.ts';
import { usePorts } from '#features/ports.tsx';
import { useTexts } from '#i18n/react.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { createWatched, type Watched } from './watched.ts';

type Answered = (isProved: boolean) => void;

export type Proving = {
  /** Who waits for a proof. */
  readonly asked: Watched<Answered | null>;
  /** Does a deed; if it wants a fresh proof, asks for one and does it again. */
  readonly run: <Value>(deed: () => Promise<Result<Value, Failure>>) => Promise<Result<Value, Failure>>;
};

/** Makes it for one open session. */
export const createProving = (): Proving => {
  const asked = createWatched<Answered | null>(null);
  return {
    asked,
    run: async (deed) => {
      const first = await deed();
      if (first.ok || first.error.type !== 'proof-needed') return first;
      asked.get()?.(false);
      const isProved = await new Promise<boolean>((resolve) => asked.set(resolve));
      asked.set(null);
      return isProved ? deed() : first;
    },
  };
};

/** The dialog that asks. */
export function ProofDialog({ proving }: { readonly proving: Proving }) {
  const { t } = useTexts('app');
  const { waysIn } = usePorts();
  const asked = useSyncExternalStore(proving.asked.subscribe, proving.asked.get);
  return (
    <ConfirmDialog
      open={asked !== null}
      title={t('proof.title')}
      text={t('proof.text')}
      go={t('proof.go')}
      act={waysIn.prove}
      onClose={(isProved) => asked?.(isProved)}
    />
  );
}
