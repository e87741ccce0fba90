// Zwei Fassungen: one field after the other, both values side by side, and a decision that loses nothing.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Json } from '#domain/json.ts';
import { isGonePath } from '#domain/path.ts';
import { headsOf } from '#domain/record.ts';
import { pageOfLeaf, sectionOfLeaf } from '#features/leaf-place.ts';
import { canEditLeaf, LeafEditor } from '#forms/leaf-editor.tsx';
import { directionOf, useLeafWords } from '#forms/leaf-words.tsx';
import { COUNTY_WORD, readVersionsAddress, versionsInbox } from '#forms/versions-address.ts';
import { localDay } from '#i18n/berlin-time.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import type { CaseFile } from '#store/case-file.ts';
import { useCaseFile, useCaseSummary, useCounty } from '#store/react.tsx';
import { Button, ButtonRow, LinkButton } from '#ui/button.tsx';
import { Columns, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconCheck, iconLayersUnion, iconPencil } from '#ui/icon-paths.ts';
import { PageHead, SectionHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { StepBars } from '#ui/progress.tsx';
import { Lines, Row, RowGlyph, RowList } from '#ui/row.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useAuthorWords } from './author-words.ts';
import { bothTexts } from './both-texts.ts';
import { nextQuestion, questionsOf, type Question } from './questions.ts';
import { useDeciding } from './use-deciding.ts';
import { VersionCard } from './version-card.tsx';
import './versions.css';

/** The text that keeps both: each with the name of its author and the day behind it. */
const useBoth = (): ((question: Question) => string | null) => {
  const wordsOf = useAuthorWords();
  const { dateShort } = useFormat();
  return (question) =>
    bothTexts(question, (text, { versions: [version] }) => {
      if (version === undefined) return text;
      const day = version.at === null ? [] : [dateShort(localDay(version.at))];
      return `${text} (${[wordsOf(version).fullName, ...day].join(', ')})`;
    });
};

/** What the same edits wrote elsewhere in the record, where nobody else had written: that came together by itself. */
const Merged = ({ question: { record, path: asked, sides } }: { readonly question: Question }): ReactNode => {
  const { t } = useTexts('versions');
  const words = useLeafWords();
  const wordsOf = useAuthorWords();
  const merged = sides
    .flatMap(({ versions }) => versions)
    .flatMap((version) =>
      Object.keys(record.values)
        .filter(
          (path) => !isGonePath(path) && !path.endsWith('/order') && !Object.hasOwn(record.versions, path),
        )
        .filter((path) => headsOf(record, path).includes(version.change))
        .map((path) => ({ path, version })),
    );
  // What an edit wrote into a deleted thing stands in its version already.
  if (merged.length === 0 || isGonePath(asked)) return null;
  return (
    <section className="g-stack" aria-labelledby="versions-merged">
      <SectionHead id="versions-merged" size="m" title={t('merged')} count={merged.length} />
      <RowList labelledBy="versions-merged">
        {merged.map(({ path, version }) => {
          const place = { kind: record.kind, path, record };
          const { isYou, name } = wordsOf(version);
          return (
            <Row
              key={path}
              glyph={<RowGlyph tone="done" icon={iconCheck} />}
              cells={[
                <Lines
                  key="what"
                  first={words.label(place)}
                  second={
                    <bdi dir={directionOf(record.kind, path)}>
                      {words.value(place, record.values[path] ?? null)}
                    </bdi>
                  }
                  third={isYou ? t('fromYou') : t('fromWhom', { name })}
                />,
              ]}
            />
          );
        })}
      </RowList>
    </section>
  );
};

const Deeds = ({
  question,
  both,
  onWrite,
  onDecide,
  onLater,
}: {
  readonly question: Question;
  readonly both: string | null;
  readonly onWrite: () => void;
  readonly onDecide: (value: Json) => void;
  readonly onLater: () => void;
}) => {
  const { t } = useTexts('versions');
  const { record, path } = question;
  const isDeletion = isGonePath(path);
  const isOrder = path.endsWith('/order');
  return (
    <ButtonRow>
      {both !== null && (
        <Button variant="primary" size="l" icon={iconLayersUnion} onClick={() => onDecide(both)}>
          {t('keepBoth')}
        </Button>
      )}
      {canEditLeaf(record.kind, path) && (
        <Button variant="quiet" size="l" icon={iconPencil} onClick={onWrite}>
          {t('writeAnew')}
        </Button>
      )}
      {!canEditLeaf(record.kind, path) && !isDeletion && !isOrder && record.caseId !== null && (
        <LinkButton
          variant="quiet"
          size="l"
          icon={iconPencil}
          href={`/faelle/${record.caseId}/${pageOfLeaf(record.kind, path)}`}
        >
          {t('writeInField')}
        </LinkButton>
      )}
      <Button variant="quiet" size="l" className="g-versions-later" onClick={onLater}>
        {t('decideLater')}
      </Button>
    </ButtonRow>
  );
};

/** One field: its name, its versions, its deeds. */
const Ask = ({ question, onLater }: { readonly question: Question; readonly onLater: () => void }) => {
  const { t } = useTexts('versions');
  const words = useLeafWords();
  const bothOf = useBoth();
  const decide = useDeciding();
  const [isWriting, setIsWriting] = useState(false);
  const { record, path, sides } = question;
  const place = { kind: record.kind, path, record };
  const sections = useCodeNames('profile');
  const section = sectionOfLeaf(record.kind, path);
  const both = bothOf(question);
  const take = (value: Json): void => void decide(question, value);
  const first = sides[0]?.value ?? null;
  return (
    <Stack gap={24}>
      <Stack gap={16}>
        <SectionHead
          id="versions-question"
          title={<bdi>{words.label(place)}</bdi>}
          note={
            <bdi>
              {[words.where(place), section && sections('section', section)].filter(Boolean).join(' · ')}
            </bdi>
          }
        />
        {sides.length > 2 && <p>{t('several', { count: sides.length })}</p>}
        <Columns>
          {sides.map((side) => (
            <VersionCard
              key={side.versions.map(({ change }) => change).join(' ')}
              question={question}
              side={side}
              onTake={() => take(side.value)}
            />
          ))}
        </Columns>
        {isWriting ? (
          <LeafEditor
            place={place}
            initial={both ?? first}
            saveLabel={t('saveAnew')}
            onSave={take}
            onCancel={() => setIsWriting(false)}
          />
        ) : (
          <Deeds {...{ question, both, onLater }} onWrite={() => setIsWriting(true)} onDecide={take} />
        )}
      </Stack>
      <div className="g-versions-after">
        {both !== null && !isWriting && (
          <section className="g-stack" aria-labelledby="versions-preview">
            <SectionHead id="versions-preview" size="m" title={t('preview')} />
            <p className="g-versions-preview" dir="auto">
              {both}
            </p>
          </section>
        )}
        <Merged question={question} />
      </div>
    </Stack>
  );
};

/** Nothing is asked any more, or all that is left was put off. */
const Done = ({
  left,
  caseId,
  back,
  onAgain,
}: {
  readonly left: number;
  readonly caseId: string | null;
  readonly back: string;
  readonly onAgain: () => void;
}) => {
  const { t } = useTexts('versions');
  return (
    <EmptyState
      title={left === 0 ? t('allDecided') : t('putOff', { count: left })}
      actions={
        <>
          {left > 0 && (
            <Button size="l" onClick={onAgain}>
              {t('again')}
            </Button>
          )}
          <LinkButton size="l" variant={left === 0 ? 'primary' : 'secondary'} href={back}>
            {t('goBack')}
          </LinkButton>
          {caseId !== null && !back.startsWith(`/faelle/${caseId}`) && (
            <LinkButton size="l" href={`/faelle/${caseId}/ueberblick`}>
              {t('toCase')}
            </LinkButton>
          )}
        </>
      }
    >
      {t(left === 0 ? 'allDecidedText' : 'putOffText')}
    </EmptyState>
  );
};

const Questions = ({
  file,
  caseId,
  name,
}: {
  readonly file: CaseFile;
  readonly caseId: string | null;
  readonly name: string;
}) => {
  const { t } = useTexts('versions');
  const { field, back: asked } = readVersionsAddress(useSearch());
  const [, navigate] = useLocation();
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const questions = questionsOf(file.records.values());
  const open = questions.map(({ id }) => id);
  // What came while somebody decides is counted from then on; what was decided stays counted.
  const all = [...new Set([...seen, ...open])];
  if (all.length > seen.length) setSeen(all);
  const question = nextQuestion(questions, field, putOff);
  const back = asked ?? versionsInbox;
  const decided = all.length - open.length;

  const words = useRef<HTMLDivElement>(null);
  const current = question?.id;
  const before = useRef(current);
  useEffect(() => {
    if (before.current === current) return;
    before.current = current;
    window.scrollTo(0, 0);
    words.current?.focus({ preventScroll: true });
  }, [current]);

  const place = Math.min(decided + 1, all.length);
  return (
    <>
      <PageHead
        title={t('title')}
        sub={
          <>
            <bdi>{name}</bdi>
            {' · '}
            {t('safe')}
          </>
        }
        back={{ href: back, label: t('goBack') }}
        end={
          all.length > 1 && question !== undefined ? (
            <>
              <StepBars
                size="s"
                done={decided}
                total={all.length}
                label={t('of', { place, count: all.length })}
              />
              <b>{t('of', { place, count: all.length })}</b>
            </>
          ) : undefined
        }
      />
      <div ref={words} tabIndex={-1} className="g-versions" aria-labelledby="versions-question" role="group">
        {question === undefined ? (
          <Done left={open.length} {...{ caseId, back }} onAgain={() => setPutOff([])} />
        ) : (
          <Ask
            key={question.id}
            question={question}
            onLater={() => {
              if (open.length === 1) navigate(back);
              else setPutOff([...putOff, question.id]);
            }}
          />
        )}
      </div>
    </>
  );
};

const OfCounty = () => {
  const { t } = useTexts('versions');
  return <Questions file={useCounty()} caseId={null} name={t('county')} />;
};

const OfCase = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('versions');
  const file = useCaseFile(caseId);
  const summary = useCaseSummary(caseId);
  if (summary === undefined)
    return (
      <>
        <PageHead title={t('title')} back={{ href: versionsInbox, label: t('goBack') }} />
        <EmptyState
          title={t('notHere')}
          actions={
            <LinkButton size="l" href={versionsInbox}>
              {t('goBack')}
            </LinkButton>
          }
        >
          {t('notHereText')}
        </EmptyState>
      </>
    );
  if (file === undefined) return <Skeleton label={t('loading')} />;
  return <Questions file={file} caseId={caseId} name={summary.name || t('nameless')} />;
};

/** The page; `place` is the case, or the word that stands for the county. */
export const DecidePage = ({ place }: { readonly place: string }) => {
  const { t } = useTexts('versions');
  usePage(t('title'));
  return place === COUNTY_WORD ? <OfCounty /> : <OfCase key={place} caseId={place} />;
};
