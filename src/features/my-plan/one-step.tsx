// A step's page with what can be done there: the calendar file is made here, from words in her language.
import { lazy, Suspense, type ReactNode } from 'react';
import { useSaying } from '#i18n/react.tsx';
import type { PlanView } from '#protocol/plan-view.ts';
import { calendarFile } from './calendar-file.ts';
import { handOverFile } from './hand-over-file.ts';
import type { Station } from './path-steps.ts';
import { PlanBar } from './plan-bar.tsx';
import { PlanPage } from './plan-page.tsx';
import { StepDeeds, StepGone } from './step-deeds.tsx';
import { isClock } from '#i18n/step-words.ts';
import { stepToWords } from './step-words.ts';

/** Fetched right after the first page. */
export const loadStep = () => import('./step-screen.tsx');
const StepScreen = lazy(() => loadStep().then((file) => ({ default: file.StepScreen })));

type OneStepProps = {
  readonly plan: PlanView;
  /** undefined: it was taken out of the plan. */
  readonly station: Station | undefined;
  readonly secret: string;
  readonly notice: ReactNode;
  readonly today: string;
  readonly now: () => string;
  readonly onPrint: () => void;
};

/** One step, or the word that it is no longer there. */
export function OneStep({ plan, station, secret, notice, today, now, onPrint }: OneStepProps) {
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
      bar={<StepDeeds onCalendar={day === null ? null : toCalendar(day)} onPrint={onPrint} />}
    >
      <Suspense fallback={null}>
        <StepScreen {...{ plan, step, kind, secret, today }} />
      </Suspense>
    </PlanPage>
  );
}
