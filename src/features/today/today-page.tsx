// Heute: the day as a path, with what is next in front, and beside it what is late and what waits.
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useOpenDisputes } from '#features/open-disputes.ts';
import { usePorts } from '#features/ports.tsx';
import { SyncSentence } from '#features/sync-sentence.tsx';
import { localMoment } from '#i18n/berlin-time.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { useCases, useTransferFacts } from '#store/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Split, Stack } from '#ui/card.tsx';
import { DayPath, DayStop } from '#ui/day-path.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconDownload, iconPlus } from '#ui/icon-paths.ts';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { Lines } from '#ui/row.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { useNow } from '#ui/use-now.ts';
import { dayOf, isDisputed, waitsForYou, type Day, type Visit } from './day.ts';
import { OverdueList, WaitsForYouList } from './due-lists.tsx';
import { NextVisit } from './next-visit.tsx';

function VisitStop({ visit }: { readonly visit: Visit }) {
  const { t } = useTexts('today');
  const { languageName } = useFormat();
  const codes = useCodeNames('codes');
  const { summary, appointment } = visit;
  const mode =
    appointment.mode === null ? null : (codes('contact_type', appointment.mode) ?? appointment.mode);
  const language = summary.languages[0];
  const what = [appointment.place ?? mode, language === undefined ? null : languageName(language)];
  return (
    <DayStop time={appointment.at.slice(11)} kind="later" href={`/faelle/${summary.caseId}/gespraeche`}>
      <Lines
        first={<bdi>{summary.name || t('nameless')}</bdi>}
        second={<span dir="auto">{what.filter((part) => part !== null).join(' · ')}</span>}
      />
      {isDisputed(visit) && <SyncMark state="two-versions">{t('twoVersions')}</SyncMark>}
    </DayStop>
  );
}

function Tomorrow({ visits }: { readonly visits: readonly Visit[] }) {
  const { t } = useTexts('today');
  const { time } = useFormat();
  const [first] = visits;
  if (first === undefined) return null;
  const at = time(first.appointment.at.slice(11));
  return (
    <DayStop time="" kind="outlook">
      {t('tomorrow', { count: visits.length, time: at })}
    </DayStop>
  );
}

function Visits({ day, now }: { readonly day: Day; readonly now: string }) {
  const { t } = useTexts('today');
  const [, navigate] = useLocation();
  return (
    <DayPath label={t('visits')}>
      {day.earlier.map((visit) => (
        <VisitStop key={visit.appointment.id} visit={visit} />
      ))}
      {day.next !== null && (
        <DayStop time={day.next.appointment.at.slice(11)} kind="now">
          <NextVisit visit={day.next} isOver={day.isNextOver} now={now} goTo={navigate} />
        </DayStop>
      )}
      {day.later.map((visit) => (
        <VisitStop key={visit.appointment.id} visit={visit} />
      ))}
      <Tomorrow visits={day.tomorrow} />
    </DayPath>
  );
}

function NoVisits({ day, hasCases }: { readonly day: Day; readonly hasCases: boolean }) {
  const { t } = useTexts('today');
  const { time } = useFormat();
  const { transfer } = usePorts();
  const [first] = day.tomorrow;
  if (!hasCases)
    return (
      <EmptyState
        begin
        title={t('noCases')}
        actions={
          <>
            <LinkButton variant="primary" size="l" icon={iconPlus} href="/faelle/neu">
              {t('newCase')}
            </LinkButton>
            <Button size="l" icon={iconDownload} onClick={() => void transfer.now()}>
              {t('loadCases')}
            </Button>
          </>
        }
      >
        {t('noCasesText')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('noVisits')}
      actions={
        <LinkButton size="l" href="/faelle">
          {t('toCases')}
        </LinkButton>
      }
    >
      {first === undefined
        ? t('noVisitsText')
        : t('tomorrow', { count: day.tomorrow.length, time: time(first.appointment.at.slice(11)) })}
    </EmptyState>
  );
}

/** The page. */
export function TodayPage() {
  const { t } = useTexts('today');
  const { dateLong } = useFormat();
  const { user } = usePorts().session;
  const cases = useCases();
  const { refused } = useTransferFacts();
  const disputes = useOpenDisputes();
  const now = localMoment(useNow().toISOString());
  const today = now.slice(0, 10);
  const day = useMemo(() => dayOf(cases, user.id, now), [cases, user.id, now]);
  const waits = useMemo(
    () => waitsForYou(cases, user.id, disputes, refused),
    [cases, user.id, disputes, refused],
  );
  usePage(t('title'));

  const isQuiet = day.next === null;
  const main = isQuiet ? <NoVisits day={day} hasCases={cases.length > 0} /> : <Visits day={day} now={now} />;
  const hasSide = day.overdue.length > 0 || waits.length > 0;
  return (
    <>
      <PageHead title={t('title')} sub={dateLong(today)} sync={<SyncSentence today={today} />} />
      {hasSide ? (
        <Split
          side={
            <Stack gap={32}>
              {day.overdue.length > 0 && <OverdueList overdue={day.overdue} />}
              {waits.length > 0 && <WaitsForYouList waits={waits} />}
            </Stack>
          }
        >
          {main}
        </Split>
      ) : (
        main
      )}
    </>
  );
}
