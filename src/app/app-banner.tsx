// What concerns the whole app and not one page: the server wants the password again, a new version is there.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { usePorts } from '#features/ports.tsx';
import { isAnythingDirty } from '#forms/dirty.ts';
import { useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { iconLock } from '#ui/icon-paths.ts';
import { useStatus } from '#ui/status-provider.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Inside a case people write: nothing moves above their hands. Once shown, it stays. */
const useQuietUpdate = (isThere: boolean): boolean => {
  const [path] = useLocation();
  const [isShown, setIsShown] = useState(false);
  const isQuiet = !path.startsWith('/faelle/');
  useEffect(() => {
    if (isThere && isQuiet && !isAnythingDirty()) setIsShown(true);
  }, [isThere, isQuiet]);
  return isShown;
};

/** At most one sentence about the whole app: first what stops the transfer, then a new version. */
export function AppBanner() {
  const { t } = useTexts('app');
  const ports = usePorts();
  const say = useStatus();
  const state = useSyncExternalStore(ports.transfer.subscribe, ports.transfer.state);
  const [isAsking, setIsAsking] = useState(false);
  const isUpdateShown = useQuietUpdate(ports.update.isThere);
  const loadUpdate = async (): Promise<void> => {
    await ports.update.load();
    if (isAnythingDirty()) say({ words: t('updateWaits') });
  };
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
        <ConfirmDialog
          open={isAsking}
          title={t('signInAgainTitle')}
          text={t('signInAgainText')}
          go={t('signInAgain')}
          act={ports.transfer.signInAgain}
          onClose={() => setIsAsking(false)}
        />
      </>
    );
  if (state === 'outdated')
    return (
      <Banner
        tone="wait"
        action={
          <Button variant="quiet" onClick={() => void loadUpdate()}>
            {t('updateNow')}
          </Button>
        }
      >
        {t('errors:client-too-old')}
      </Banner>
    );
  if (!isUpdateShown) return null;
  return (
    <Banner
      tone="info"
      action={
        <Button variant="quiet" onClick={() => void loadUpdate()}>
          {t('updateNow')}
        </Button>
      }
    >
      {t('update')}
    </Banner>
  );
}
