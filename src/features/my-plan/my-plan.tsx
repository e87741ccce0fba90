// The person's plan, put together: which screen for which address and state of things.
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { chosenLanguage, rememberLanguage } from '#i18n/reading-choice.ts';
import { localDay } from '#i18n/berlin-time.ts';
import { useLanguage, useSaying } from '#i18n/react.tsx';
import { VisuallyHidden } from '#ui/hidden.tsx';
import { hrefTo, type Place } from './address.ts';
import { LanguageScreen } from './language-screen.tsx';
import { OpenPlan } from './open-plan.tsx';
import { FreshNotice, OfflineNotice, PlanPage } from './plan-page.tsx';
import { createPlanSession, type PlanWorld } from './plan-session.ts';
import { StateScreen, type Absence } from './state-screen.tsx';
import { useAddress } from './use-address.ts';
import { useSession } from './use-session.ts';

// only a plan that wants a PIN asks for the keys
const PinScreen = lazy(() => import('./pin-screen.tsx').then((file) => ({ default: file.PinScreen })));
// the sheet is not on the screen: it is fetched after the first page
const PlanPaper = lazy(() => import('./plan-paper.tsx').then((file) => ({ default: file.PlanPaper })));

type MyPlanProps = {
  readonly world: PlanWorld;
  /** Loads a newer program that is waiting; null if there is none. */
  readonly onFresh: (() => void) | null;
};

/** Everything a person sees of her plan. */
export function MyPlan({ world, onFresh }: MyPlanProps) {
  const { secret, place } = useAddress();
  const { t } = useSaying('plan');
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  if (secret === null) return <Absent absence="no-code" onAgain={() => undefined} />;
  return <PlanOfSecret key={secret} {...{ secret, place, world, onFresh }} />;
}

function Absent({ absence, onAgain }: { readonly absence: Absence; readonly onAgain: () => void }) {
  const { t } = useSaying('plan');
  return (
    <PlanPage notice={null}>
      <h1>
        <VisuallyHidden>{t('app.name')}</VisuallyHidden>
      </h1>
      <StateScreen absence={absence} onAgain={onAgain} />
    </PlanPage>
  );
}

type PlanOfSecretProps = MyPlanProps & { readonly secret: string; readonly place: Place };

function PlanOfSecret({ secret, place, world, onFresh }: PlanOfSecretProps) {
  const session = useMemo(() => createPlanSession(secret, world), [secret, world]);
  const state = useSession(session);
  const { changeLanguage } = useLanguage();
  const [chosen, setChosen] = useState(chosenLanguage);
  const again = () => void session.refresh();

  if (chosen === null || place.at === 'language') {
    const planned = state.is === 'open' ? state.plan.language : null;
    const choose = (tag: string) => {
      rememberLanguage(tag);
      void world.copy.keepLanguage(tag);
      void changeLanguage(tag).then(() => {
        setChosen(tag);
        if (place.at === 'language') window.location.hash = hrefTo(secret, { at: 'path' });
      });
    };
    return (
      <PlanPage notice={null}>
        <LanguageScreen
          likely={[...(planned === null ? [] : [planned]), ...navigator.languages]}
          chosen={chosen}
          onChoose={choose}
        />
      </PlanPage>
    );
  }
  if (state.is === 'pin')
    return (
      <PlanPage notice={null}>
        <Suspense fallback={null}>
          <PinScreen {...{ state, secret }} onEnter={(pin) => void session.enter(pin)} />
        </Suspense>
      </PlanPage>
    );
  if (state.is !== 'open') return <Absent absence={state.is} onAgain={again} />;
  const today = localDay(world.now());
  const notice = state.offline ? (
    <OfflineNotice seen={state.seen} today={today} />
  ) : (
    onFresh && <FreshNotice onLoad={onFresh} />
  );
  return (
    <>
      <OpenPlan {...{ secret, place, notice, today, session }} now={world.now} plan={state.plan} />
      <Suspense fallback={null}>
        <PlanPaper
          plan={state.plan}
          seen={state.seen}
          today={today}
          address={`${window.location.href.split('#')[0] ?? ''}#${secret}`}
        />
      </Suspense>
    </>
  );
}
