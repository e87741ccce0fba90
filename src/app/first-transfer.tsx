// The first time on a device: the cases come, with words about how far it is.
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { usePorts } from '#features/ports.tsx';
import { useTexts } from '#i18n/react.tsx';
import { useCases, useTransferFacts } from '#store/react.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import './staff-frame.css';

function Arriving({ onSkip }: { readonly onSkip: () => void }) {
  const { t } = useTexts('app');
  const { transfer } = usePorts();
  const count = useCases().length;
  const state = useSyncExternalStore(transfer.subscribe, transfer.state);
  const isStuck = state !== 'running' && state !== 'resting';
  usePage(t('firstTitle'));
  return (
    <main className="g-first">
      <PageHead title={t('product')} />
      <EmptyState
        title={t('firstTitle')}
        actions={isStuck ? <Button onClick={onSkip}>{t('firstSkip')}</Button> : undefined}
        note={
          <span role="status">
            {isStuck ? t('firstStuck') : count === 0 ? t('firstNone') : t('firstCount', { count })}
          </span>
        }
      >
        {t('firstText')}
      </EmptyState>
    </main>
  );
}

/** Stands before the app until the first transfer is through. An administrator has no cases to wait for. */
export function FirstTransfer({ children }: { readonly children: ReactNode }) {
  const { session } = usePorts();
  const [isSkipped, setIsSkipped] = useState(false);
  const isThere = useTransferFacts().lastSuccess !== null;
  if (isThere || isSkipped || session.user.role === 'administrator') return children;
  return <Arriving onSkip={() => setIsSkipped(true)} />;
}
