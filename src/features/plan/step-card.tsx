// The step that comes next: where, when, how it stands, what lies before it; and what the law says about the way in.
import type { ReactNode } from 'react';
import { codeEntry } from '#domain/codes.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { VersionsLink } from '#forms/contested-mark.tsx';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Card, CardNote, Split, Stack } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { iconHourglass, iconInfoCircle, iconPencil } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { accessHintsAsOf, accessParagraphs, hasAccessHint, type AccessRoute } from './access-hints.ts';
import { usePartnerName } from './partners.ts';
import { nextIndexOf, type Station, type Step } from './stations.ts';
import { needsAccessRoute, useStepWords } from './step-words.ts';
import { waitingTimesOf } from './waiting-times.ts';

/** What is known about the way into the course. It informs and decides nothing. */
export function AccessHint({ route, step }: { readonly route: AccessRoute; readonly step: Step }) {
  const { t } = useTexts('plan-edit');
  const { dateShort } = useFormat();
  const hasConsequences = codeEntry('access_route', route)?.sanctionRisk === true;
  return (
    <Card look="hint" icon={iconInfoCircle} title={t('access.title')}>
      <Stack gap={8}>
        <p>{t(`access.${route}.says`)}</p>
        {accessParagraphs[route].map((paragraph) => (
          <p key={paragraph} className="g-plan-paragraph">
            <b lang="de" dir="ltr">
              {paragraph}
            </b>
          </p>
        ))}
        {hasConsequences && (
          <p>
            {t('access.wish')}{' '}
            <b>{step.wishInformed === undefined ? t('access.wishMissing') : dateShort(step.wishInformed)}</b>
          </p>
        )}
        <CardNote>
          {t('access.note', { day: dateShort(accessHintsAsOf) })} {t(`access.${route}.informs`)}
        </CardNote>
      </Stack>
    </Card>
  );
}

type Line = { readonly term: ReactNode; readonly value: ReactNode };
const known = (term: string, value: ReactNode): Line[] =>
  value === undefined || value === '' ? [] : [{ term, value }];

/** The lines of a step's card. */
const useStepLines = (stations: readonly Station[]): ((station: Station) => Line[]) => {
  const { t } = useTexts('plan-edit');
  const codeName = useCodeNames('codes');
  const { dateShort } = useFormat();
  const { stateOf, whenOf } = useStepWords();
  const partnerNameOf = usePartnerName();
  return (station) => {
    const { id, step, isContested } = station;
    const wait = waitingTimesOf(stations).find(({ before }) => before === id);
    const places = [partnerNameOf(step), step.place].filter((place) => place !== undefined);
    const { accessRoute: route } = step;
    return [
      ...known(t('card.place'), places.length === 0 ? undefined : <bdi dir="auto">{places.join(', ')}</bdi>),
      ...known(
        t('card.when'),
        isContested ? (
          <SyncMark state="two-versions">{t('step.contested')}</SyncMark>
        ) : (
          <>
            {whenOf(station)}
            {step.time !== undefined && (
              <>
                {' · '}
                <bdi dir="auto">{step.time}</bdi>
              </>
            )}
          </>
        ),
      ),
      ...known(t('card.state'), stateOf(step)),
      ...known(
        t('card.before'),
        wait && (
          <span className="g-plan-wait">
            <Icon icon={iconHourglass} size={20} />
            <span>
              {t('wait.before', { count: wait.days, from: dateShort(wait.from), to: dateShort(wait.to) })}
            </span>
          </span>
        ),
      ),
      ...known(
        t('card.access'),
        // Where there is a hint beside the card, it says which way it is.
        !needsAccessRoute(step) || hasAccessHint(route)
          ? undefined
          : route === undefined
            ? t('card.accessOpen')
            : (codeName('access_route', route) ?? route),
      ),
      ...known(t('card.person'), step.visible === true ? t('card.visible') : t('card.hidden')),
    ];
  };
};

type StepCardProps = {
  readonly plan: VersionedRecord | undefined;
  readonly stations: readonly Station[];
  readonly onEdit: (id: string) => void;
};

/** The card of the next step; that all is done, if nothing lies ahead. */
export function StepCard({ plan, stations, onEdit }: StepCardProps) {
  const { t } = useTexts('plan-edit');
  const { nameOf } = useStepWords();
  const linesOf = useStepLines(stations);
  const index = nextIndexOf(stations);
  const next = stations[index];
  if (next === undefined)
    return (
      <Card title={t('card.allDone')}>
        <p>{t('card.allDoneText')}</p>
      </Card>
    );
  const card = (
    <Card
      tag={<StatusTag tone="next">{t('card.next')}</StatusTag>}
      note={t('card.ofCount', { number: index + 1, count: stations.length })}
      title={<bdi>{nameOf(next.step)}</bdi>}
      end={
        <Button variant="quiet" icon={iconPencil} onClick={() => onEdit(next.id)}>
          {t('card.edit')}
        </Button>
      }
    >
      <DefinitionList items={linesOf(next)} />
      {plan !== undefined && next.disputed !== undefined && (
        <VersionsLink caseId={plan.caseId} field={{ recordId: plan.id, path: next.disputed }} />
      )}
    </Card>
  );
  const route = next.step.accessRoute;
  if (!hasAccessHint(route)) return card;
  return (
    <Split sideWidth={320} side={<AccessHint route={route} step={next.step} />}>
      {card}
    </Split>
  );
}
