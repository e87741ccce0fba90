// The next step of the way, the one warm spot of the overview.
import type { CaseSummary } from '#domain/case-summary.ts';
import { itemPath } from '#domain/path.ts';
import { VersionsLink } from '#forms/contested-mark.tsx';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { StatusTag } from '#ui/status-tag.tsx';

/** The step that comes next; without a way, how to begin one. */
export const NextStep = ({ summary }: { readonly summary: CaseSummary }) => {
  const { t } = useTexts('case');
  const nameOf = useCodeNames('codes');
  const { day } = useFormat();
  const { caseId, nextStep, disputes } = summary;
  const way = `/faelle/${caseId}/weg`;
  if (nextStep === null)
    return (
      <Card title={t('next.none')} end={<LinkButton href={way}>{t('next.plan')}</LinkButton>}>
        <p className="g-case-none">{t('next.noneText')}</p>
      </Card>
    );
  const { id, type, title, state, from, index, count } = nextStep;
  const dispute = disputes.find(({ path }) => path.startsWith(itemPath('steps', id, '')));
  const items = [
    ...(state === null ? [] : [{ term: t('next.state'), value: nameOf('step_state', state) ?? state }]),
    ...(from === null ? [] : [{ term: t('next.from'), value: day(from) }]),
  ];
  return (
    <Card
      look="raised"
      tag={<StatusTag tone="next">{t(state === 'LAEUFT' ? 'next.running' : 'next.tag')}</StatusTag>}
      note={t('next.place', { index: index + 1, count })}
      title={
        title === null ? (
          type === null ? (
            t('next.unnamed')
          ) : (
            (nameOf('measure_type', type) ?? type)
          )
        ) : (
          <bdi>{title}</bdi>
        )
      }
      end={
        <LinkButton variant="quiet" href={way}>
          {t('next.open')}
        </LinkButton>
      }
    >
      {items.length > 0 && <DefinitionList items={items} />}
      {dispute !== undefined && <VersionsLink caseId={caseId} field={dispute} />}
    </Card>
  );
};
