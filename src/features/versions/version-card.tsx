// One version: who, when, on which device; what it says; and the button that takes it.
import type { ReactNode } from 'react';
import { leavesOfChange } from '#domain/dispute.ts';
import { isGonePath } from '#domain/path.ts';
import { leafLookAt } from '#forms/leaf-looks.ts';
import { directionOf, useLeafWords } from '#forms/leaf-words.tsx';
import { differencesFrom } from '#forms/word-differences.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { initialsOf } from '#ui/initials.ts';
import { useAuthorWords } from './author-words.ts';
import type { Question, Side } from './questions.ts';

/** A long text with the words marked that the other version does not have. */
const Compared = ({ text, other }: { readonly text: string; readonly other: string }) => (
  <p className="g-versions-text" dir="auto">
    {differencesFrom(text, other).map((piece, index) =>
      piece.differs ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
    )}
  </p>
);

/** What an edit wrote into something that somebody else deleted meanwhile. */
const KeptBy = ({
  question: { record, path },
  side,
}: {
  readonly question: Question;
  readonly side: Side;
}) => {
  const { t } = useTexts('versions');
  const words = useLeafWords();
  const leaves = side.versions.flatMap(({ change }) => leavesOfChange(record, path, change));
  const items = [...new Set(leaves)]
    .filter((leaf) => !leaf.endsWith('/order'))
    .map((leaf) => {
      const place = { kind: record.kind, path: leaf, record };
      const value = words.value(place, record.values[leaf] ?? null);
      return { term: words.label(place), value: <bdi dir={directionOf(record.kind, leaf)}>{value}</bdi> };
    });
  return (
    <>
      <p>{t(items.length === 0 ? 'value.kept' : 'keptWith')}</p>
      {items.length > 0 && <DefinitionList items={items} />}
    </>
  );
};

const Content = ({ question, side }: { readonly question: Question; readonly side: Side }): ReactNode => {
  const words = useLeafWords();
  const { record, path, sides } = question;
  const place = { kind: record.kind, path, record };
  if (isGonePath(path) && side.value !== true) return <KeptBy question={question} side={side} />;
  const other = sides.find((one) => one !== side)?.value;
  const isText = leafLookAt(record.kind, path)?.look === 'text';
  if (isText && typeof side.value === 'string' && typeof other === 'string')
    return <Compared text={side.value} other={other} />;
  return (
    <p className={isText ? 'g-versions-text' : 'g-versions-text g-versions-value'}>
      <bdi dir={directionOf(record.kind, path)}>{words.value(place, side.value)}</bdi>
    </p>
  );
};

/** The card. */
export const VersionCard = ({
  question,
  side,
  onTake,
}: {
  readonly question: Question;
  readonly side: Side;
  readonly onTake: () => void;
}) => {
  const { t } = useTexts('versions');
  const { list } = useFormat();
  const wordsOf = useAuthorWords();
  const authors = side.versions.map(wordsOf);
  const [first] = authors;
  const names = list([...new Set(authors.map(({ name }) => name))]);
  const takes = isGonePath(question.path) ? (side.value === true ? 'takeDeleted' : 'takeKept') : 'take';
  return (
    <Card
      text="l"
      className="g-versions-card"
      person={
        <Avatar initials={initialsOf(first?.fullName ?? '')} own={authors.some(({ isYou }) => isYou)} />
      }
      title={<bdi>{names}</bdi>}
      note={[...new Set(authors.map(({ when }) => when))].map((when) => (
        <span key={when} className="g-versions-when">
          {when}
        </span>
      ))}
      foot={
        <Button wide size="l" onClick={onTake} aria-label={t('takeOf', { what: t(takes), who: names })}>
          {t(takes)}
        </Button>
      }
    >
      <Content question={question} side={side} />
    </Card>
  );
};
