// The person's plan, put together: which screen for which address and state of things.
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  chosenLanguage,
  chosenTextSize,
  rememberLanguage,
  rememberTextSize,
  sizePage,
} from '#i18n/reading-choice.ts';
import { localDay } from '#i18n/berlin-time.ts';
import { useLanguage, useSaying } from '#i18n/react.tsx';
import type { PlanView } from '#protocol/plan-view.ts';
import { VisuallyHidden } from '#ui/hidden.tsx';
import { hrefTo, type Place } from './address.ts';
import { calendarFile } from './calendar-file.ts';
import { handOverFile } from './hand-over-file.ts';
import { LanguageScreen } from './language-screen.tsx';
import { PathScreen } from './path-screen.tsx';
import { stationsOf, type Station } from './path-steps.ts';
import { PlanBar } from './plan-bar.tsx';
import { FreshNotice, OfflineNotice, PlanPage } from './plan-page.tsx';
import { createPlanSession, type PlanSession, type PlanWorld } from './plan-session.ts';
import { StateScreen, type Absence } from './state-screen.tsx';
import { StepDeeds, StepGone } from './step-deeds.tsx';
import { isClock, stepToWords } from './step-words.ts';
import { useAddress } from './use-address.ts';
import { useSession } from './use-session.ts';

// what is not on the first page is fetched right after it
const loadAppointments = () => import('./appointments-screen.tsx');
const loadHelp = () => import('./help-screen.tsx');
const loadStep = () => import('./step-screen.tsx');
const AppointmentsScreen = lazy(() =>
  loadAppointments().then((file) => ({ default: file.AppointmentsScreen })),
);
const HelpScreen = lazy(() => loadHelp().then((file) => ({ default: file.HelpScreen })));
const StepScreen = lazy(() => loadStep().then((file) => ({ default: file.StepScreen })));
const PlanPaper = lazy(() => import('./plan-paper.tsx').then((file) => ({ default: file.PlanPaper })));

const printPlan = () => {
  window.print();
};

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

type OpenPlanProps = {
  readonly plan: PlanView;
  readonly secret: string;
  readonly place: Place;
  readonly notice: ReactNode;
  readonly today: string;
  readonly now: () => string;
  readonly session: PlanSession;
};

function OpenPlan({ plan, secret, place, notice, today, now, session }: OpenPlanProps) {
  const [textSize, setTextSize] = useState(chosenTextSize);
  useEffect(() => {
    sizePage(document.documentElement, textSize);
    rememberTextSize(textSize);
  }, [textSize]);
  useEffect(() => {
    void Promise.all([loadStep(), loadAppointments(), loadHelp()]);
  }, []);
  const remove = useCallback(() => {
    rememberLanguage(null);
    rememberTextSize('normal');
    void session.remove();
  }, [session]);

  if (place.at === 'step') {
    const station = stationsOf(plan.steps).find(({ step }) => step.id === place.step);
    return <OneStep {...{ plan, station, secret, notice, today, now }} />;
  }
  const screen =
    place.at === 'appointments' ? (
      <AppointmentsScreen {...{ plan, secret, today }} />
    ) : place.at === 'help' ? (
      <HelpScreen
        {...{ plan, secret, textSize }}
        onTextSize={setTextSize}
        onPrint={printPlan}
        onRemove={remove}
      />
    ) : (
      <PathScreen {...{ plan, secret, today }} />
    );
  return (
    <PlanPage notice={notice} bar={<PlanBar secret={secret} at={place.at} />}>
      <Suspense fallback={null}>{screen}</Suspense>
    </PlanPage>
  );
}

type OneStepProps = Omit<OpenPlanProps, 'place' | 'session'> & { readonly station: Station | undefined };

function OneStep({ plan, station, secret, notice, today, now }: OneStepProps) {
  const saying = useSaying('plan');
  if (station === undefined)
    return (
      <PlanPage notice={notice} bar={<PlanBar secret={secret} at="step" />}>
        <StepGone secret={secret} />
      </PlanPage>
    );
  const { step, kind } = station;
  const day = step.contested || step.from === null || step.from < today ? null : step.from;
  const toCalendar = (from: string) => () => {
    const words = stepToWords(step, saying, today);
    const time = isClock(step.time) ? step.time : null;
    const entry = {
      id: step.id,
      title: words.title.text,
      day: from,
      time,
      place: [step.partner, step.place].filter((part) => part !== null).join(', '),
      note: words.calledSo,
    };
    handOverFile('termin.ics', 'text/calendar', calendarFile(entry, now()));
  };
  return (
    <PlanPage
      notice={notice}
      bar={<StepDeeds onCalendar={day === null ? null : toCalendar(day)} onPrint={printPlan} />}
    >
      <Suspense fallback={null}>
        <StepScreen {...{ plan, step, kind, secret, today }} />
      </Suspense>
    </PlanPage>
  );
}
