// The frame around everything inside a case: who it is, how far it was transferred, and the places in it.
import type { ReactNode } from 'react';
import type { CaseSummary } from '#domain/case-summary.ts';
import { textAt } from '#domain/reading.ts';
import { VersionsLink } from '#forms/contested-mark.tsx';
import { useTexts } from '#i18n/react.tsx';
import {
  caseTransferOf,
  useCaseFile,
  useCaseSummary,
  useCounty,
  useStore,
  useTransferFacts,
} from '#store/react.tsx';
import { LinkButton } from '#ui/button.tsx';
import { ErrorState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useCaseLine, useNameWords } from './case-words.ts';
import './case.css';

const sections = ['ueberblick', 'profil', 'weg', 'gespraeche', 'beitraege'] as const;
/** The places inside a case, as they stand in the address. Contributions are one where there are any to decide. */
export type CaseSection = (typeof sections)[number];

const Transfer = ({ summary }: { readonly summary: CaseSummary }) => {
  const { t } = useTexts('case');
  const { caseId, contested } = summary;
  const state = caseTransferOf(useTransferFacts(), summary);
  return (
    <>
      {state !== 'two-versions' && <SyncMark state={state}>{t(`transfer.${state}`)}</SyncMark>}
      {contested > 0 && <VersionsLink caseId={caseId} count={contested} />}
    </>
  );
};

/** A case that went to somebody else while it was open says to whom; of any other nothing is known here. */
const NotHere = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('case');
  const county = useCounty();
  const left = useStore().leftCase(caseId);
  const owner = left?.owner == null ? null : textAt(county.records.get(left.owner)?.values, 'name');
  const leftTitle = owner === null ? t('notHere.leftTitleNobody') : t('notHere.leftTitle', { name: owner });
  const title = left === undefined ? t('notHere.title') : leftTitle;
  usePage(title);
  return (
    <>
      <PageHead title={t('case')} back={{ href: '/faelle', label: t('back') }} />
      <ErrorState
        title={title}
        actions={
          <LinkButton href="/faelle" size="l">
            {t('notHere.toCases')}
          </LinkButton>
        }
      >
        {t(left === undefined ? 'notHere.text' : 'notHere.leftText')}
      </ErrorState>
    </>
  );
};

type CaseFrameProps = {
  readonly caseId: string;
  readonly section: CaseSection;
  /** Deeds of the page inside, at the end edge of the head. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

const Head = ({
  caseId,
  section,
  end,
  summary,
}: Omit<CaseFrameProps, 'children'> & { readonly summary: CaseSummary }) => {
  const { t } = useTexts('case');
  const lineOf = useCaseLine();
  const nameOf = useNameWords();
  const contributions = summary.contributions;
  usePage(t(`section.${section}`));
  return (
    <>
      <PageHead
        title={<bdi>{nameOf(summary.name)}</bdi>}
        sub={lineOf(summary)}
        back={{ href: '/faelle', label: t('back') }}
        sync={<Transfer summary={summary} />}
        end={end}
      />
      <Tabs
        label={t('places')}
        items={sections
          .filter((other) => other !== 'beitraege' || other === section || contributions > 0)
          .map((other) => ({
            href: `/faelle/${caseId}/${other}`,
            label:
              other === 'beitraege' && contributions > 0
                ? t('section.beitraegeCount', { count: contributions })
                : t(`section.${other}`),
            current: other === section,
          }))}
      />
    </>
  );
};

/** Head, places, and the page inside once the case file is read. */
export const CaseFrame = ({ caseId, section, end, children }: CaseFrameProps) => {
  const { t } = useTexts('case');
  const summary = useCaseSummary(caseId);
  const file = useCaseFile(caseId);
  if (summary === undefined) return <NotHere caseId={caseId} />;
  return (
    <>
      <Head caseId={caseId} section={section} end={end} summary={summary} />
      {file === undefined ? <Skeleton label={t('loading')} /> : <div className="g-case-page">{children}</div>}
    </>
  );
};
