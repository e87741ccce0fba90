// One contribution: who, when, on which device; what it would write, and what stands there now; the decision.
import type { ReactNode } from 'react';
import { textAt } from '#domain/reading.ts';
import { directionOf, useLeafWords } from '#forms/leaf-words.tsx';
import { localDay } from '#i18n/berlin-time.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useCounty } from '#store/react.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { initialsOf } from '#ui/initials.ts';
import { useNow } from '#ui/use-now.ts';
import type { ContributedDeed, ContributedLeaf, ContributedPart } from './contributed-deeds.ts';

const Leaf = ({ part, leaf }: { readonly part: ContributedPart; readonly leaf: ContributedLeaf }) => {
  const { t } = useTexts('contributions');
  const words = useLeafWords();
  const { kind } = part.change;
  const { path, value, now } = leaf;
  const place = { kind, path, record: part.shown };
  const dir = directionOf(kind, path);
  return (
    <>
      <bdi dir={dir}>{words.value(place, value)}</bdi>
      {now !== null && part.contribution.values['decision'] === 'open' && (
        <small className="g-contributions-now">
          {t('standsNow')} <bdi dir={dir}>{words.value(place, now)}</bdi>
        </small>
      )}
    </>
  );
};

const Part = ({ part }: { readonly part: ContributedPart }) => {
  const words = useLeafWords();
  const { kind } = part.change;
  const groups = new Map<string, ContributedLeaf[]>();
  for (const leaf of part.leaves) {
    const where = words.where({ kind, path: leaf.path, record: part.shown });
    groups.set(where, [...(groups.get(where) ?? []), leaf]);
  }
  return [...groups].map(([where, leaves]) => (
    <section key={where} className="g-contributions-part">
      <h4>
        <bdi>{where}</bdi>
      </h4>
      <DefinitionList
        items={leaves.map((leaf) => ({
          term: words.label({ kind, path: leaf.path }),
          value: <Leaf part={part} leaf={leaf} />,
        }))}
      />
    </section>
  ));
};

/** The words for whom a contribution comes from. */
export const useContributor = (): ((by: string) => string) => {
  const { t } = useTexts('contributions');
  const county = useCounty();
  return (by) => textAt(county.records.get(by)?.values, 'name') ?? t('someone');
};

/** The card. `foot`: the deeds, or how it was decided. */
export const ContributionCard = ({
  deed,
  foot,
}: {
  readonly deed: ContributedDeed;
  readonly foot: ReactNode;
}) => {
  const { t } = useTexts('contributions');
  const { instantNear } = useFormat();
  const county = useCounty();
  const name = useContributor()(deed.by);
  const today = localDay(useNow().toISOString());
  const device = textAt(county.records.get(deed.device)?.values, 'name');
  return (
    <Card
      className="g-contributions-card"
      person={<Avatar initials={initialsOf(name)} />}
      title={
        <>
          {t('from')} <bdi>{name}</bdi>
        </>
      }
      note={[instantNear(deed.at, today), device].filter(Boolean).join(' · ')}
      foot={foot}
    >
      {deed.parts.map((part) => (
        <Part key={part.contribution.id} part={part} />
      ))}
    </Card>
  );
};
