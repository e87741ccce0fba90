// Beiträge: what somebody wrote in this case before she knew that it had gone to somebody else, and what becomes of it (S10).
import { useMemo } from 'react';
import type { Decision } from '#domain/contribution.ts';
import { useUndo } from '#forms/undo.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { useCaseFile, useStore } from '#store/react.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconCheck } from '#ui/icon-paths.ts';
import { SectionHead } from '#ui/page-head.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { contributedDeeds, decisionToEdits, type ContributedDeed } from './contributed-deeds.ts';
import { ContributionCard, useContributor } from './contribution-card.tsx';
import './contributions.css';

type Decide = (deed: ContributedDeed, decision: Decision) => void;

/** What was declined can be taken up again; what was taken up stands in the case like anything else. */
const useDeciding = (): Decide => {
  const { t } = useTexts('contributions');
  const store = useStore();
  const say = useStatus();
  const { offer } = useUndo();
  const failureWords = useFailureWords();
  const write = async (deed: ContributedDeed, decision: Decision): Promise<boolean> => {
    const written = await store.write(decisionToEdits(deed, decision));
    if (!written.ok) say({ words: failureWords(written.error.type) });
    return written.ok;
  };
  return (deed, decision) =>
    void write(deed, decision).then((isWritten) => {
      if (!isWritten) return;
      if (decision === 'accepted') say({ words: t('accepted') });
      else offer(t('declined'), () => write(deed, 'open'));
    });
};

const Deeds = ({
  deed,
  isFirst,
  decide,
}: {
  readonly deed: ContributedDeed;
  readonly isFirst: boolean;
  readonly decide: Decide;
}) => {
  const { t } = useTexts('contributions');
  const name = useContributor()(deed.by);
  return (
    <ButtonRow>
      <Button
        variant={isFirst ? 'primary' : 'secondary'}
        size="l"
        icon={iconCheck}
        aria-label={t('acceptOf', { name })}
        onClick={() => decide(deed, 'accepted')}
      >
        {t('accept')}
      </Button>
      <Button
        variant="quiet"
        size="l"
        aria-label={t('declineOf', { name })}
        onClick={() => decide(deed, 'declined')}
      >
        {t('decline')}
      </Button>
    </ButtonRow>
  );
};

const Decided = ({ deed, decide }: { readonly deed: ContributedDeed; readonly decide: Decide }) => {
  const { t } = useTexts('contributions');
  if (deed.decision === 'accepted')
    return (
      <ButtonRow>
        <StatusTag tone="done">{t('wasAccepted')}</StatusTag>
      </ButtonRow>
    );
  return (
    <ButtonRow>
      <StatusTag tone="plain">{t('wasDeclined')}</StatusTag>
      <Button variant="quiet" onClick={() => decide(deed, 'accepted')}>
        {t('takeUp')}
      </Button>
    </ButtonRow>
  );
};

/** The page inside a case. */
export const ContributionsPage = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('contributions');
  const file = useCaseFile(caseId);
  const decide = useDeciding();
  const { open, decided } = useMemo(() => contributedDeeds(file?.records ?? new Map()), [file]);
  if (open.length === 0 && decided.length === 0)
    return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  return (
    <Stack gap={32}>
      {open.length > 0 && (
        <Stack gap={16}>
          <SectionHead title={t('open')} count={open.length} />
          <p className="g-contributions-intro">{t('intro')}</p>
          {open.map((deed, index) => (
            <ContributionCard
              key={deed.id}
              deed={deed}
              foot={<Deeds deed={deed} isFirst={index === 0} decide={decide} />}
            />
          ))}
        </Stack>
      )}
      {decided.length > 0 && (
        <Stack gap={16}>
          <SectionHead size="m" title={t('decided')} count={decided.length} />
          {decided.map((deed) => (
            <ContributionCard key={deed.id} deed={deed} foot={<Decided deed={deed} decide={decide} />} />
          ))}
        </Stack>
      )}
    </Stack>
  );
};
