// Pages that stand in for others: one that is coming, one that broke, and one that does not exist.
import { useLocation } from 'wouter';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { Skeleton } from '#ui/skeleton.tsx';

/** What stands in place of a page that broke. */
export function BrokenPage({ number }: { readonly number: string }) {
  const { t } = useTexts('app');
  return (
    <>
      <PageHead title={t('errorPage')} />
      <ErrorState
        title={t('errorTitle')}
        actions={
          <Button size="l" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
        note={t('errorNote', { number, version: import.meta.env.VITE_BUILD })}
      >
        {t('errorText')}
      </ErrorState>
    </>
  );
}

/** No page at this address. */
export function NoSuchPage() {
  const { t } = useTexts('app');
  const [, navigate] = useLocation();
  usePage(t('notFoundPage'));
  return (
    <>
      <PageHead title={t('notFoundPage')} />
      <ErrorState
        title={t('notFoundTitle')}
        actions={
          <Button variant="primary" size="l" onClick={() => navigate('/')}>
            {t('toStart')}
          </Button>
        }
      >
        {t('notFoundText')}
      </ErrorState>
    </>
  );
}

/** A page that is being fetched. */
export function Loading() {
  const { t } = useTexts('app');
  return <Skeleton label={t('loading')} />;
}
