// The frame around every page of a signed-in person: her places, what waits, and what concerns the whole app.
import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { countYours, useOpenDisputes } from '#features/open-disputes.ts';
import { usePorts } from '#features/ports.tsx';
import { useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { Frame, Rail, RailButton, RailItem, RailPerson } from '#ui/frame.tsx';
import { iconLock } from '#ui/icon-paths.ts';
import { initialsOf } from '#ui/initials.ts';
import { NavigateProvider } from '#ui/link.tsx';
import { StatusProvider, useStatus } from '#ui/status-provider.tsx';
import { AppBanner } from './app-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { isAt, placesOf } from './places.ts';
import { BrokenPage, Loading } from './standing-pages.tsx';
import './staff-frame.css';

/** Comes back only if a field could not be saved, and says so. */
function LockButton() {
  const { t } = useTexts('app');
  const { lock } = usePorts();
  const say = useStatus();
  const lockOrSay = async (): Promise<void> => {
    await lock();
    say({ words: t('lockWaits') });
  };
  return <RailButton icon={iconLock} label={t('lock')} onClick={() => void lockOrSay()} />;
}

/** Rail, banners, page, status line. */
export function StaffFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts('app');
  const [path, navigate] = useLocation();
  const { session } = usePorts();
  const { waiting, refused } = useTransferFacts();
  const yours = countYours(useOpenDisputes());
  const { role, name } = session.user;
  const goTo = (href: string): void => {
    navigate(href);
    window.scrollTo(0, 0);
  };
  return (
    <NavigateProvider value={goTo}>
      <StatusProvider>
        <Frame
          skipLabel={t('skip')}
          rail={
            <Rail
              label={t('places')}
              name={t('product')}
              wide={role !== 'caseworker'}
              foot={
                <>
                  <LockButton />
                  <RailPerson initials={initialsOf(name)} name={name} note={session.county} />
                </>
              }
            >
              {placesOf[role].map((place) => (
                <RailItem
                  key={place.key}
                  href={place.href}
                  icon={place.icon}
                  label={t(place.key)}
                  current={isAt(path, place, role)}
                  {...(place.key === 'transfer'
                    ? {
                        count: waiting.length + yours + refused.length,
                        countLabel: [
                          ...(waiting.length > 0 ? [t('waiting', { count: waiting.length })] : []),
                          ...(yours > 0 ? [t('twoVersions', { count: yours })] : []),
                          ...(refused.length > 0 ? [t('sync.someRefused', { count: refused.length })] : []),
                        ].join(', '),
                      }
                    : {})}
                />
              ))}
            </Rail>
          }
        >
          {session.demo && <p className="g-demo">{t('demo')}</p>}
          <AppBanner />
          <ErrorBoundary place={path} show={(number) => <BrokenPage number={number} />}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </ErrorBoundary>
        </Frame>
      </StatusProvider>
    </NavigateProvider>
  );
}
