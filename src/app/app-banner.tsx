// What concerns the whole app and not one page: the server wants the password again, a new version is there.
import { useState, useSyncExternalStore } from 'react';
import { usePorts } from '#features/ports.tsx';
import { useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { iconLock } from '#ui/icon-paths.ts';
import { SignInAgainDialog } from './sign-in-again.tsx';

/** At most one sentence about the whole app: first what stops the transfer, then a new version. */
export function AppBanner() {
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
