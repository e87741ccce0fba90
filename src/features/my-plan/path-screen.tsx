// My path: what is done, the one step that is now, what comes later.
import { useState } from 'react';
import { useSaying, type Saying } from '#i18n/react.tsx';
import type { PlanView } from '#protocol/plan-view.ts';
import { PlanHead } from '#ui/bottom-bar.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Dotted } from '#ui/dotted.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconArrowDown, iconArrowRight, iconArrowUp } from '#ui/icon-paths.ts';
import { PathDone, PathLater, PathLine, PathNow } from '#ui/path-line.tsx';
import { hrefTo } from './address.ts';
import { ListenButton } from './listen-button.tsx';
import { firstShown, mostStations, stationsOf, type Station } from './path-steps.ts';
import { stepPictogram } from '#ui/step-pictogram.ts';
import { laterToWords } from '#i18n/step-words.ts';
import { stepToWords, type StepWords } from './step-words.ts';
import { Said, Written } from './written.tsx';

type StationProps = {
  readonly station: Station;
  readonly saying: Saying<'plan'>;
  readonly secret: string;
  readonly today: string;
};

/** Time and place, or time and the person's own calendar. */
function SecondLine({ words }: { readonly words: StepWords }) {
  const time = words.time && <Said words={words.time} />;
  const other =
    words.ownCalendar === null ? (
      words.where !== null && <Written>{words.where}</Written>
    ) : (
      <bdi>{words.ownCalendar}</bdi>
    );
  return <Dotted parts={[time, other]} />;
}

const sentencesOf = (words: StepWords): readonly (string | null)[] => [
  words.title.text,
  words.date,
  words.time?.text ?? null,
  words.where,
];

function StationOnPath({ station: { step, kind }, saying, secret, today }: StationProps) {
  const words = stepToWords(step, saying, today);
  const href = hrefTo(secret, { at: 'step', step: step.id });
  const title = <Said words={words.title} />;
  if (kind === 'done') return <PathDone title={title} when={words.state} href={href} />;
  if (kind !== 'now') {
    const when = kind === 'over' ? words.state : laterToWords(step, saying, today);
    return <PathLater pictogram={stepPictogram(step.type)} title={title} when={when} href={href} />;
  }
  return (
    <PathNow
      word={saying.t('path.now')}
      pictogram={stepPictogram(step.type)}
      title={title}
      date={words.date === '' ? saying.t('step.noDate') : words.date}
      place={<SecondLine words={words} />}
      actions={
        <>
          <LinkButton variant="primary" size="l" iconEnd={iconArrowRight} href={href}>
            {saying.t('path.open')}
          </LinkButton>
          <ListenButton look="small" sentences={sentencesOf(words)} />
        </>
      }
    />
  );
}

type PathScreenProps = { readonly plan: PlanView; readonly secret: string; readonly today: string };

/** The plan's first page. It bears no name: the phone lies on the table. */
export function PathScreen({ plan, secret, today }: PathScreenProps) {
  const saying = useSaying('plan');
  const { t } = saying;
  const stations = stationsOf(plan.steps);
  const [moved, setMoved] = useState(0);
  const last = Math.max(0, stations.length - mostStations);
  const first = Math.max(0, Math.min(last, firstShown(stations) + moved));
  const shown = stations.slice(first, first + mostStations);
  const move = (by: number) => () => {
    setMoved(Math.max(0, Math.min(last, first + by)) - firstShown(stations));
  };

  if (stations.length === 0)
    return (
      <>
        <PlanHead title={t('path.title')} />
        <EmptyState title={t('path.emptyTitle')}>{t('path.emptyText')}</EmptyState>
      </>
    );
  const sentences = shown.flatMap(({ step, kind }) => {
    const words = stepToWords(step, saying, today);
    if (kind === 'now') return [t('path.now'), ...sentencesOf(words)];
    return [
      `${words.title.text}: ${kind === 'later' ? laterToWords(step, saying, today) : (words.state ?? '')}`,
    ];
  });
  return (
    <>
      <PlanHead
        title={t('path.title')}
        end={<ListenButton look="head" sentences={[t('path.title'), ...sentences]} />}
      />
      {first > 0 && (
        <p className="p-more">
          <Button variant="quiet" size="l" icon={iconArrowUp} onClick={move(-mostStations)}>
            {t('path.earlier')}
          </Button>
        </p>
      )}
      <PathLine label={t('path.label')}>
        {shown.map((station) => (
          <StationOnPath key={station.step.id} {...{ station, saying, secret, today }} />
        ))}
      </PathLine>
      {first < last && (
        <p className="p-more">
          <Button variant="quiet" size="l" icon={iconArrowDown} onClick={move(mostStations)}>
            {t('path.later')}
          </Button>
        </p>
      )}
    </>
  );
}
