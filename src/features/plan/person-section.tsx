// What the person gets of the plan: a look at it, the code for her phone, the sheet of paper, and who can open it.
import { useState } from 'react';
import { useFailureWords } from '#i18n/failure-words.ts';
import { languageByTag } from '#i18n/languages.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { usePorts } from '#features/ports.tsx';
import type { VersionedRecord } from '#domain/record.ts';
import { useCaseFile, useCaseSummary, useStore } from '#store/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { iconEye, iconPrinter, iconQrcode } from '#ui/icon-paths.ts';
import { SectionHead } from '#ui/page-head.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { LinkList } from './link-list.tsx';
import { phoneStationsOf } from './phone-words.ts';
import { PlanPaper } from './plan-paper.tsx';
import { endPlanLink, givenLinksOf, givePlanLink, type NewLink } from './plan-links.ts';
import { planAddress } from './plan-secret.ts';
import './hand-over.css';

type PersonSectionProps = {
  readonly caseId: string;
  readonly record: VersionedRecord | undefined;
  readonly count: number;
  /** The language of her plan: the one she chose, else her first one. */
  readonly language: string;
  readonly today: string;
  readonly onPreview: () => void;
};

/** The section below the way. */
export function PersonSection({ caseId, record, count, language, today, onPreview }: PersonSectionProps) {
  const { t } = useTexts('plan-edit');
  const { languageName } = useFormat();
  const failureWords = useFailureWords();
  const { session, transfer } = usePorts();
  const store = useStore();
  const file = useCaseFile(caseId);
  const name = useCaseSummary(caseId)?.name ?? '';
  const [given, setGiven] = useState<NewLink>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const visible = phoneStationsOf(record).length;

  const give = async (withPin: boolean, instead?: string): Promise<void> => {
    setIsBusy(true);
    const made = await givePlanLink(store, { caseId, language, today, withPin, instead });
    setIsBusy(false);
    setFailure(made.ok ? undefined : made.error.type);
    if (!made.ok) return;
    setGiven(made.value);
    void transfer.now();
  };
  const end = async (id: string): Promise<void> => {
    const saved = await endPlanLink(store, caseId, id);
    setFailure(saved.ok ? undefined : saved.error.type);
    if (saved.ok) void transfer.now();
  };
  return (
    <section className="g-plan-person">
      <SectionHead title={t('person.title')} note={t('person.visible', { count: visible, all: count })} />
      {visible === 0 && <p>{t('person.nothingVisible')}</p>}
      {failure !== undefined && <Banner tone="bad">{failureWords(failure)}</Banner>}
      <ButtonRow>
        <Button variant="primary" icon={iconQrcode} busy={isBusy} onClick={() => void give(true)}>
          {t('person.give')}
        </Button>
        <Button icon={iconEye} onClick={onPreview}>
          {t('person.preview')}
        </Button>
        <Button variant="quiet" icon={iconPrinter} onClick={() => window.print()}>
          {t('person.print')}
        </Button>
      </ButtonRow>
      {file !== undefined && <LinkList links={givenLinksOf(file)} onEnd={(id) => void end(id)} />}
      {given && (
        <HandOverDialog
          link={given}
          publicUrl={session.publicUrl}
          languageName={languageByTag(language) === undefined ? undefined : languageName(language)}
          isBusy={isBusy}
          onWithoutPin={() => void give(false, given.id)}
          onClose={() => setGiven(undefined)}
          onPrint={() => window.print()}
        />
      )}
      <PlanPaper
        {...{ record, language, today, name }}
        helper={session.user.name}
        office={session.county}
        address={given && planAddress(session.publicUrl, given.secret)}
      />
    </section>
  );
}
