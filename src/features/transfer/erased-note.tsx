// Own entries that came too late for an erased case: number and time, for nothing else of them is on this device (S11).
import { useFormat, useTexts } from '#i18n/react.tsx';
import type { TransferFacts } from '#store/store.ts';

/** Says it as long as the vault lives: whoever misses an entry finds here why it is gone. */
export function ErasedNote({ facts, today }: { readonly facts: TransferFacts; readonly today: string }) {
  const { t } = useTexts('transfer');
  const { instantNear } = useFormat();
  const { erased } = facts;
  if (erased.length === 0) return null;
  return (
    <p className="g-transfer-note">
      {t('erased', { count: erased.length })} {t('erasedText')}{' '}
      {erased.map(({ number, at }) => t('erasedEntry', { number, when: instantNear(at, today) })).join(' · ')}
    </p>
  );
}
