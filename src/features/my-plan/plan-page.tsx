// What every page of the plan has: the notices above it, the honest word about the translation below it.
import type { ReactNode } from 'react';
import { useSaying, useSecondLanguage } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { PlanFrame } from '#ui/bottom-bar.tsx';
import { Button } from '#ui/button.tsx';
import { iconWifiOff } from '#ui/icon-paths.ts';
import './my-plan.css';

/** In her language and in German, as long as nobody who speaks it has read the texts. */
export function MachineNote() {
  const { t, language } = useSaying('plan');
  const german = useSecondLanguage('de', 'plan');
  if (language.review !== null) return null;
  return (
    <div className="p-machine">
      <p>{t('machine')}</p>
      {german && (
        <p lang="de" dir="ltr">
          {german.t('machine')}
        </p>
      )}
    </div>
  );
}

/** When the server last spoke, if it does not at the moment. */
export function OfflineNotice({ seen, today }: { readonly seen: string; readonly today: string }) {
  const { t, format } = useSaying('plan');
  return (
    <div className="p-notice">
      <Banner tone="wait" icon={iconWifiOff}>
        {t('offline.notice', { when: format.instantNear(seen, today) })}
      </Banner>
    </div>
  );
}

/** A newer program waits to be loaded. */
export function FreshNotice({ onLoad }: { readonly onLoad: () => void }) {
  const { t } = useSaying('plan');
  return (
    <div className="p-notice">
      <Banner
        tone="info"
        action={
          <Button variant="quiet" size="l" onClick={onLoad}>
            {t('fresh.load')}
          </Button>
        }
      >
        {t('fresh.notice')}
      </Banner>
    </div>
  );
}

type PlanPageProps = {
  readonly bar?: ReactNode;
  /** At most one. */
  readonly notice: ReactNode;
  readonly children: ReactNode;
};

/** One page of the plan. */
export function PlanPage({ bar, notice, children }: PlanPageProps) {
  return (
    <PlanFrame bar={bar}>
      {notice}
      {children}
      <MachineNote />
    </PlanFrame>
  );
}
