// What is shown while there is no plan to show: on its way, offline, used, ended, burnt, removed.
import { useSaying } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState, ErrorState } from '#ui/empty-state.tsx';
import { iconRefresh } from '#ui/icon-paths.ts';
import type { PlanState } from './plan-session.ts';

/** Everything but an open plan and its keys; no-code: the address has none. */
export type Absence = Exclude<PlanState['is'], 'open' | 'pin'> | 'no-code';

type StateScreenProps = { readonly absence: Absence; readonly onAgain: () => void };

/** One sentence, and one thing to do if there is any. */
export function StateScreen({ absence, onAgain }: StateScreenProps) {
  const { t } = useSaying('plan');
  const again = (word: string) => (
    <Button variant="primary" size="l" icon={iconRefresh} onClick={onAgain}>
      {word}
    </Button>
  );
  switch (absence) {
    case 'opening':
      return (
        <div role="status">
          <EmptyState title={t('opening.title')}>{t('opening.text')}</EmptyState>
        </div>
      );
    case 'waiting':
      return (
        <div role="status">
          <EmptyState title={t('wait.title')} actions={again(t('wait.again'))}>
            {t('wait.text')} {t('wait.self')}
          </EmptyState>
        </div>
      );
    case 'offline':
      return (
        <ErrorState title={t('offline.title')} actions={again(t('wait.again'))}>
          {t('offline.text')}
        </ErrorState>
      );
    case 'used':
      return (
        <ErrorState title={t('used.title')}>
          {t('used.text')} {t('used.todo')}
        </ErrorState>
      );
    case 'ended':
      return <ErrorState title={t('ended.title')}>{t('ended.text')}</ErrorState>;
    case 'burnt':
      return <ErrorState title={t('burnt.title')}>{t('burnt.text')}</ErrorState>;
    case 'no-code':
      return <ErrorState title={t('noCode.title')}>{t('noCode.text')}</ErrorState>;
    case 'removed':
      return <EmptyState title={t('removed.title')}>{t('removed.text')}</EmptyState>;
    case 'broken':
      return (
        <ErrorState title={t('broken.title')} actions={again(t('broken.again'))}>
          {t('broken.text')}
        </ErrorState>
      );
  }
}
