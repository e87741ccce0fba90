// The inbox "Zwei Fassungen": all cases in which a field has two versions, those that wait for this person first.
import type { Dispute } from '#domain/dispute.ts';
import { useOpenDisputes, type CaseDisputes } from '#features/open-disputes.ts';
import { useLeafWords } from '#forms/leaf-words.tsx';
import { versionsAddress } from '#forms/versions-address.ts';
import { useTexts } from '#i18n/react.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/button.tsx';
import { iconAlertTriangle } from '#ui/icon-paths.ts';
import { PageHead, SectionHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { Lines, Row, RowGlyph, RowList } from '#ui/row.tsx';
import './versions.css';

/** More fields than these are counted, not named. */
const NAMED = 3;

const Cases = ({
  title,
  cases,
  of,
}: {
  readonly title: string;
  readonly cases: readonly CaseDisputes[];
  readonly of: (one: CaseDisputes) => readonly Dispute[];
}) => {
  const { t } = useTexts('versions');
  const words = useLeafWords();
  const fieldsOf = (disputes: readonly Dispute[]): string => {
    const labels = [...new Set(disputes.map((dispute) => words.label(dispute)))];
    const rest = labels.length - NAMED;
    return (rest > 0 ? [...labels.slice(0, NAMED), t('moreFields', { count: rest })] : labels).join(' · ');
  };
  const count = cases.reduce((sum, one) => sum + of(one).length, 0);
  return (
    <Stack gap={8}>
      <SectionHead size="m" title={title} count={count} />
      <RowList card label={title}>
        {cases.map((one) => (
          <Row
            key={one.caseId ?? ''}
            href={versionsAddress({ caseId: one.caseId })}
            glyph={<RowGlyph tone="bad" icon={iconAlertTriangle} />}
            cells={[
              <Lines
                key="what"
                first={one.caseId === null ? t('county') : <bdi>{one.name || t('nameless')}</bdi>}
                second={`${t('fields', { count: of(one).length })}: ${fieldsOf(of(one))}`}
              />,
            ]}
          />
        ))}
      </RowList>
    </Stack>
  );
};

/** The page. */
export const VersionsPage = () => {
  const { t } = useTexts('versions');
  const open = useOpenDisputes();
  usePage(t('title'));
  const yours = open.filter((one) => one.yours.length > 0);
  const others = open.filter((one) => one.yours.length === 0);
  return (
    <>
      <PageHead
        title={t('title')}
        sub={t('inboxSub')}
        back={{ href: '/uebertragung', label: t('toTransfer') }}
      />
      {open.length === 0 ? (
        <EmptyState
          title={t('none')}
          actions={
            <LinkButton size="l" href="/uebertragung">
              {t('toTransfer')}
            </LinkButton>
          }
        >
          {t('noneText')}
        </EmptyState>
      ) : (
        <Stack gap={32}>
          {yours.length > 0 && <Cases title={t('forYou')} cases={yours} of={(one) => one.yours} />}
          {others.length > 0 && <Cases title={t('forOthers')} cases={others} of={(one) => one.all} />}
        </Stack>
      )}
    </>
  );
};
