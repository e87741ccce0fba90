// The frame around every page of a signed-in person: her places, what waits, and what concerns the whole app.
import { Suspense, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { UserRole } from '#domain/user.ts';
import { usePorts } from '#features/ports.tsx';
import { useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState, ErrorState } from '#ui/empty-state.tsx';
import { Frame, Rail, RailButton, RailItem, RailPerson } from '#ui/frame.tsx';
import {
  iconArrowsUpDown,
  iconDots,
  iconLayoutDashboard,
  iconLock,
  iconSun,
  iconUsers,
  iconUsersGroup,
} from '#ui/icon-paths.ts';
import type { IconPicture } from '#ui/icon.tsx';
import { initialsOf } from '#ui/initials.ts';
import { NavigateProvider } from '#ui/link.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { StatusProvider } from '#ui/status-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { SignInAgainDialog } from './sign-in-again.tsx';
import './staff-frame.css';

type Place = {
  readonly href: string;
  readonly key: 'today' | 'cases' | 'caseload' | 'transfer' | 'team' | 'more';
  readonly icon: IconPicture;
};

const places: Readonly<Record<Place['key'], Place>> = {
  today: { href: '/', key: 'today', icon: iconSun },
  cases: { href: '/faelle', key: 'cases', icon: iconUsers },
  caseload: { href: '/fallbestand', key: 'caseload', icon: iconLayoutDashboard },
  transfer: { href: '/uebertragung', key: 'transfer', icon: iconArrowsUpDown },
  team: { href: '/team', key: 'team', icon: iconUsersGroup },
  more: { href: '/mehr', key: 'more', icon: iconDots },
};

const { today, cases, caseload, transfer, team, more } = places;

/** The places of each role, the first one being where she begins. */
const placesOf: Readonly<Record<UserRole, readonly Place[]>> = {
  caseworker: [today, cases, transfer, more],
  supervisor: [caseload, transfer, team, more],
  administrator: [team, more],
};

/** Where somebody of a role begins. */
export const homeOf = (role: UserRole): string => placesOf[role][0]?.href ?? more.href;

const isAt = (path: string, { href }: Place, role: UserRole): boolean => {
  if (href === '/') return path === '/';
  // A supervisor opens cases from the caseload.
  const own = href === caseload.href && role === 'supervisor' ? [href, cases.href] : [href];
  return own.some((begin) => path === begin || path.startsWith(`${begin}/`));
};

/** At most one sentence about the whole app: first what stops the transfer, then a new version. */
function AppBanner() {
  const { t } = useTexts('app');
  const ports = usePorts();
  const state = useSyncExternalStore(ports.transfer.subscribe, ports.transfer.state);
  const [isAsking, setIsAsking] = useState(false);
  if (state === 'signed-out' || isAsking)
    return (
      <>
        <Banner
          tone="wait"
          icon={iconLock}
          action={
            <Button variant="quiet" onClick={() => setIsAsking(true)}>
              {t('signInAgain')}
            </Button>
          }
        >
          {t('signedOut')}
        </Banner>
        <SignInAgainDialog open={isAsking} onClose={() => setIsAsking(false)} />
      </>
    );
  if (!ports.update.isThere) return null;
  return (
    <Banner
      tone="info"
      action={
        <Button variant="quiet" onClick={() => void ports.update.load()}>
          {t('updateNow')}
        </Button>
      }
    >
      {t('update')}
    </Banner>
  );
}

/** What stands in place of a page that broke. */
export function BrokenPage({ number }: { readonly number: string }) {
  const { t } = useTexts('app');
  return (
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
  );
}

/** No page at this address. */
export function NoSuchPage() {
  const { t } = useTexts('app');
  const [, navigate] = useLocation();
  return (
    <EmptyState
      title={t('notFoundTitle')}
      actions={
        <Button variant="primary" size="l" onClick={() => navigate('/')}>
          {t('toStart')}
        </Button>
      }
    >
      {t('notFoundText')}
    </EmptyState>
  );
}

/** Rail, banners, page, status line. */
export function StaffFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts('app');
  const [path, navigate] = useLocation();
  const { session, lock } = usePorts();
  const waiting = useTransferFacts().waiting.length;
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
                  <RailButton icon={iconLock} label={t('lock')} onClick={() => void lock()} />
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
                    ? { count: waiting, countLabel: t('waiting', { count: waiting }) }
                    : {})}
                />
              ))}
            </Rail>
          }
        >
          {session.demo && <p className="g-demo">{t('demo')}</p>}
          <AppBanner />
          <ErrorBoundary place={path} show={(number) => <BrokenPage number={number} />}>
            <Suspense fallback={<Skeleton label={t('loading')} />}>{children}</Suspense>
          </ErrorBoundary>
        </Frame>
      </StatusProvider>
    </NavigateProvider>
  );
}
