// An open plan: which of its screens for which address, and what this phone remembers about how it is read.
import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import {
  chosenLook,
  chosenTextSize,
  rememberLanguage,
  rememberLook,
  rememberTextSize,
  sizePage,
  type Look,
} from '#i18n/reading-choice.ts';
import type { PlanView } from '#protocol/plan-view.ts';
import { hrefTo, type Place } from './address.ts';
import { loadStep, OneStep } from './one-step.tsx';
import { PathScreen } from './path-screen.tsx';
import { stationsOf } from './path-steps.ts';
import { PlanBar } from './plan-bar.tsx';
import { PlanPage } from './plan-page.tsx';
import type { PlanSession } from './plan-session.ts';

// what is not on the first page is fetched right after it
const loadAppointments = () => import('./appointments-screen.tsx');
const loadHelp = () => import('./help-screen.tsx');
const loadPictures = () => import('./pictures-screen.tsx');
const AppointmentsScreen = lazy(() =>
  loadAppointments().then((file) => ({ default: file.AppointmentsScreen })),
);
const HelpScreen = lazy(() => loadHelp().then((file) => ({ default: file.HelpScreen })));
const PicturesScreen = lazy(() => loadPictures().then((file) => ({ default: file.PicturesScreen })));

const printPlan = () => {
  window.print();
};

type OpenPlanProps = {
  readonly plan: PlanView;
  readonly secret: string;
  readonly place: Place;
  readonly notice: ReactNode;
  readonly today: string;
  readonly now: () => string;
  readonly session: PlanSession;
};

/** The plan that is there. */
export function OpenPlan({ plan, secret, place, notice, today, now, session }: OpenPlanProps) {
  const [textSize, setTextSize] = useState(chosenTextSize);
  const [look, setLook] = useState(chosenLook);
  useEffect(() => {
    sizePage(document.documentElement, textSize);
    rememberTextSize(textSize);
  }, [textSize]);
  useEffect(() => {
    void Promise.all([loadStep(), loadAppointments(), loadHelp(), loadPictures()]);
  }, []);
  const remove = useCallback(() => {
    rememberLanguage(null);
    rememberTextSize('normal');
    rememberLook('words');
    void session.remove();
  }, [session]);

  const lookAt = (next: Look) => () => {
    setLook(next);
    rememberLook(next);
    window.location.hash = hrefTo(
      secret,
      next === 'pictures' ? { at: 'pictures', step: null } : { at: 'path' },
    );
  };

  const stations = stationsOf(plan.steps);
  if (place.at === 'step') {
    const station = stations.find(({ step }) => step.id === place.step);
    return <OneStep {...{ plan, station, secret, notice, today, now }} onPrint={printPlan} />;
  }
  const isInPictures = place.at === 'pictures' || (place.at === 'path' && look === 'pictures');
  if (isInPictures && stations.length > 0) {
    const wanted = place.at === 'pictures' ? place.step : null;
    const at = stations.findIndex(({ step, kind }) =>
      wanted === null ? kind === 'now' : step.id === wanted,
    );
    return (
      <PlanPage notice={notice}>
        <Suspense fallback={null}>
          <PicturesScreen {...{ stations, secret, today }} at={Math.max(0, at)} onWords={lookAt('words')} />
        </Suspense>
      </PlanPage>
    );
  }
  const screen =
    place.at === 'appointments' ? (
      <AppointmentsScreen {...{ plan, secret, today }} />
    ) : place.at === 'help' ? (
      <HelpScreen
        {...{ plan, secret, textSize }}
        onTextSize={setTextSize}
        onPictures={lookAt('pictures')}
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
