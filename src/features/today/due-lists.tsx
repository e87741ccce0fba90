// Beside the day: what is overdue, and what only she can settle.
import { versionsAddress } from '#forms/versions-address.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { Stack } from '#ui/card.tsx';
import { iconAlertTriangle, iconArrowBackUp, iconUserShare } from '#ui/icon-paths.ts';
import { SectionHead } from '#ui/page-head.tsx';
import { Lines, NoteLines, Row, RowList } from '#ui/row.tsx';
import type { Overdue, WaitsForYou } from './day.ts';

const useWhat = (): ((what: Overdue['what']) => string) => {
  const { t } = useTexts('today');
  const codes = useCodeNames('codes');
  return (what) => {
    if (what.kind === 'follow-up') {
      const reason = what.reason === null ? null : (codes('follow_up_reason', what.reason) ?? what.reason);
      return what.text ?? reason ?? t('followUp');
    }
    const type = what.type === null ? null : (codes('measure_type', what.type) ?? what.type);
    return t('stepLate', { step: what.title ?? type ?? t('step') });
  };
};

/** Follow-ups and steps whose day has passed, the oldest first. */
export function OverdueList({ overdue }: { readonly overdue: readonly Overdue[] }) {
  const { t } = useTexts('today');
  const { date } = useFormat();
  const whatOf = useWhat();
  return (
    <Stack gap={8}>
      <SectionHead size="m" title={t('overdue')} count={overdue.length} tone="bad" />
      <RowList card label={t('overdue')}>
        {overdue.map(({ summary, due, what }) => (
          <Row
            key={`${summary.caseId} ${what.id}`}
            href={`/faelle/${summary.caseId}/${what.kind === 'step' ? 'weg' : 'ueberblick'}`}
            chevron={false}
            cells={[
              <Lines
                key="what"
                tone="bad"
                first={<bdi>{summary.name || t('nameless')}</bdi>}
                second={<span dir="auto">{whatOf(what)}</span>}
                third={t('since', { date: date(due) })}
              />,
            ]}
          />
        ))}
      </RowList>
    </Stack>
  );
}

const lookByKind = {
  'two-versions': { icon: iconAlertTriangle, tone: 'bad', note: 'twoVersions' },
  contribution: { icon: iconUserShare, tone: 'wait', note: 'contribution' },
  refused: { icon: iconArrowBackUp, tone: 'bad', note: 'refused' },
} as const;

const placeOf = ({ kind, caseId }: WaitsForYou): string => {
  if (kind === 'two-versions') return versionsAddress({ caseId, back: '/' });
  return kind === 'contribution' && caseId !== null ? `/faelle/${caseId}/beitraege` : '/uebertragung';
};

/** Two versions, contributions to decide, and entries the server refused. */
export function WaitsForYouList({ waits }: { readonly waits: readonly WaitsForYou[] }) {
  const { t } = useTexts('today');
  return (
    <Stack gap={8}>
      <SectionHead size="m" title={t('waitsForYou')} count={waits.length} />
      <RowList card label={t('waitsForYou')}>
        {waits.map((wait) => {
          const { kind, caseId, name, count } = wait;
          const { icon, tone, note } = lookByKind[kind];
          return (
            <Row
              key={`${kind} ${caseId ?? ''}`}
              href={placeOf(wait)}
              chevron={false}
              cells={[
                <NoteLines
                  key="what"
                  tone={tone}
                  icon={icon}
                  note={t(note)}
                  text={
                    <>
                      <bdi>{name ?? t('county')}</bdi>
                      {' · '}
                      {kind === 'two-versions' ? t('fields', { count }) : t('entries', { count })}
                    </>
                  }
                />,
              ]}
            />
          );
        })}
      </RowList>
    </Stack>
  );
}
