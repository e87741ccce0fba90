// The next three dates, soonest first.
import { useSaying, type Saying } from '#i18n/react.tsx';
import type { PlanStep, PlanView } from '#protocol/plan-view.ts';
import { PlanHead } from '#ui/bottom-bar.tsx';
import { Dotted } from '#ui/dotted.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconChevronRight } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { Pictogram } from '#ui/pictogram.tsx';
import { hrefTo } from './address.ts';
import { ListenButton } from './listen-button.tsx';
import { nextAppointments } from './path-steps.ts';
import { stepPictogram } from '#ui/step-pictogram.ts';
import { stepToWords, type StepWords } from './step-words.ts';
import { Said, Written } from './written.tsx';

type DateProps = { readonly step: PlanStep; readonly saying: Saying<'plan'>; readonly today: string };

/** "in 12 days" helps; "in 253 days" does not. */
const farthestNear = 30;

const dayOf = ({ from, contested }: PlanStep, { format, t }: Saying<'plan'>): string =>
  contested || from === null ? t('step.contestedShort') : format.dateLong(from);

function PlaceAndTime({ words }: { readonly words: StepWords }) {
  return (
    <span className="p-date-more">
      <Dotted
        parts={[
          words.time && <Said words={words.time} />,
          words.where !== null && <Written>{words.where}</Written>,
        ]}
      />
    </span>
  );
}

function AppointmentRow({ step, saying, today, secret }: DateProps & { readonly secret: string }) {
  const words = stepToWords(step, saying, today);
  const isNear =
    !step.contested && step.from !== null && saying.format.daysBetween(today, step.from) <= farthestNear;
  const near = isNear && step.from !== null ? saying.format.relativeDay(step.from, today) : null;
  return (
    <li>
      <Link className="p-date" href={hrefTo(secret, { at: 'step', step: step.id })}>
        <Pictogram name={stepPictogram(step.type)} size={42} />
        <span className="p-date-words">
          {near !== null && <span className="p-date-near">{near}</span>}
          <b>{dayOf(step, saying)}</b>
          {words.ownCalendar !== null && (
            <span className="p-date-more">
              <bdi>{words.ownCalendar}</bdi>
            </span>
          )}
          <PlaceAndTime words={words} />
          <span className="p-date-title">
            <Said words={words.title} />
          </span>
        </span>
        <Icon icon={iconChevronRight} size={24} />
      </Link>
    </li>
  );
}

type AppointmentsProps = { readonly plan: PlanView; readonly secret: string; readonly today: string };

/** When she has to be where. */
export function AppointmentsScreen({ plan, secret, today }: AppointmentsProps) {
  const saying = useSaying('plan');
  const { t } = saying;
  const next = nextAppointments(plan.steps, today);
  if (next.length === 0)
    return (
      <>
        <PlanHead title={t('appointments.title')} />
        <EmptyState title={t('appointments.noneTitle')}>{t('appointments.noneText')}</EmptyState>
      </>
    );
  const sentences = next.flatMap((step) => {
    const words = stepToWords(step, saying, today);
    return [dayOf(step, saying), words.time?.text ?? null, words.title.text, words.where];
  });
  return (
    <>
      <PlanHead title={t('appointments.title')} end={<ListenButton look="head" sentences={sentences} />} />
      <ul className="p-dates" aria-label={t('appointments.next')}>
        {next.map((step) => (
          <AppointmentRow key={step.id} {...{ step, saying, today, secret }} />
        ))}
      </ul>
    </>
  );
}
