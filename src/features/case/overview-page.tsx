// The overview of a case: the next step, what is planned, what is to be looked at again, how to reach the person.
import { useFormat, useTexts } from '#i18n/react.tsx';
import { caseKind } from '#domain/case.ts';
import { readDocument } from '#domain/record.ts';
import { useCaseFile, useCaseSummary, useCounty } from '#store/react.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Split, Stack } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { iconMessageCircle } from '#ui/icon-paths.ts';
import { Appointments } from './appointments.tsx';
import { CloseCase, ClosedBanner } from './closing.tsx';
import { Contact } from './contact.tsx';
import { FollowUps } from './follow-ups.tsx';
import { NextStep } from './next-step.tsx';

/** When it began, who leads it, when the last talk was. */
const About = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('case');
  const { day } = useFormat();
  const county = useCounty();
  const record = useCaseFile(caseId)?.records.get(caseId);
  const lastContact = useCaseSummary(caseId)?.lastContact ?? null;
  if (record === undefined) return null;
  const { opened, owner, fileNumber } = readDocument(caseKind, record);
  const name = owner === undefined ? undefined : county.records.get(owner)?.values['name'];
  const items = [
    { term: t('about.opened'), value: opened === undefined ? '' : day(opened) },
    { term: t('about.owner'), value: typeof name === 'string' ? <bdi>{name}</bdi> : '' },
    { term: t('about.lastContact'), value: lastContact === null ? t('about.noContact') : day(lastContact) },
    { term: t('about.fileNumber'), value: fileNumber === undefined ? '' : <bdi dir="ltr">{fileNumber}</bdi> },
  ].filter(({ value }) => value !== '');
  return (
    <Card title={t('about.title')} className="g-case-facts" foot={<CloseCase caseId={caseId} />}>
      <DefinitionList items={items} />
    </Card>
  );
};

/** The page. */
export const OverviewPage = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('case');
  const summary = useCaseSummary(caseId);
  if (summary === undefined) return null;
  return (
    <Stack gap={24}>
      <ClosedBanner caseId={caseId} />
      <Split
        side={
          <>
            <LinkButton
              variant="primary"
              size="l"
              wide
              icon={iconMessageCircle}
              href={`/faelle/${caseId}/gespraeche?neu=1`}
            >
              {t('recordTalk')}
            </LinkButton>
            <Contact caseId={caseId} />
            <About caseId={caseId} />
          </>
        }
      >
        <NextStep summary={summary} />
        <Appointments caseId={caseId} planned={summary.appointments} />
        <FollowUps caseId={caseId} open={summary.followUps} />
      </Split>
    </Stack>
  );
};
