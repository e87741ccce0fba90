// The talks of a case, the newest first; a new one is written down with one press.
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { disputesOf } from '#domain/dispute.ts';
import { consultationKind, type Consultation } from '#domain/consultation.ts';
import { personIdOf } from '#domain/id.ts';
import { dateOfLocalTime, localTimeOf } from '#domain/local-time.ts';
import { readDocument, type VersionedRecord } from '#domain/record.ts';
import { VersionsLink } from '#forms/contested-mark.tsx';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { recordsOfKind } from '#store/case-file.ts';
import { useCaseFile, useCounty, useStore } from '#store/react.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconMessageCircle, iconPencil } from '#ui/icon-paths.ts';
import { SectionHead } from '#ui/page-head.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ConsultationEditor } from './consultation-editor.tsx';
import './counselling.css';

type Talk = { readonly id: string; readonly record: VersionedRecord; readonly talk: Consultation };

/** The newest first; those whose hour nobody knows at the end. */
const newestFirst = (records: readonly VersionedRecord[]): readonly Talk[] =>
  records
    .map((record) => ({ id: record.id, record, talk: readDocument(consultationKind, record) }))
    .sort((a, b) => {
      const [timeA, timeB] = [a.talk.start ?? '', b.talk.start ?? ''];
      if (timeA !== timeB) return timeA > timeB ? -1 : 1;
      return a.id < b.id ? -1 : 1;
    });

const TalkCard = ({
  talk: { record, talk },
  onOpen,
}: {
  readonly talk: Talk;
  readonly onOpen: () => void;
}) => {
  const { t } = useTexts('counselling');
  const nameOf = useCodeNames('codes');
  const county = useCounty();
  const { dateTime, list, languageName, date } = useFormat();
  const name = (of: string, code: string): string => nameOf(of, code) ?? code;
  const author = talk.author === undefined ? undefined : county.records.get(talk.author)?.values['name'];
  const when = talk.start === undefined ? t('noHour') : dateTime(talk.start);
  const interpreter =
    talk.interpreter === undefined || talk.interpreter === 'NONE'
      ? undefined
      : name('interpreter_kind', talk.interpreter);
  const facts = [
    talk.contactType === undefined ? undefined : name('contact_type', talk.contactType),
    talk.minutes === undefined ? undefined : t('lasted', { count: talk.minutes }),
    talk.language === undefined ? undefined : languageName(talk.language),
    interpreter,
  ].filter((fact) => fact !== undefined);
  const [dispute] = disputesOf(record);
  return (
    <article
      className="g-talk-card"
      aria-label={t('oneOf', { date: talk.start === undefined ? when : date(dateOfLocalTime(talk.start)) })}
    >
      <header>
        <div>
          <h3>{when}</h3>
          {facts.length > 0 && <p className="g-talk-facts">{facts.join(' · ')}</p>}
        </div>
        <Button variant="quiet" icon={iconPencil} onClick={onOpen}>
          {t('edit')}
        </Button>
      </header>
      {talk.topics !== undefined && talk.topics.length > 0 && (
        <p className="g-talk-topics">{list(talk.topics.map((topic) => name('topic', topic)))}</p>
      )}
      {talk.note !== undefined && (
        <p className="g-talk-words" dir="auto">
          {talk.note}
        </p>
      )}
      {talk.agreements !== undefined && (
        <div>
          <h4>{t('agreements')}</h4>
          <p className="g-talk-words" dir="auto">
            {talk.agreements}
          </p>
        </div>
      )}
      {(typeof author === 'string' || dispute !== undefined) && (
        <footer>
          {typeof author === 'string' && <bdi>{author}</bdi>}
          {dispute !== undefined && <VersionsLink caseId={record.caseId} field={dispute} />}
        </footer>
      )}
    </article>
  );
};

type Open = { readonly id: string; readonly isNew: boolean };

/** The page; `?neu=1` begins a new talk at once. */
export const CounsellingPage = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('counselling');
  const { user } = useStore();
  const file = useCaseFile(caseId);
  const search = useSearch();
  const [path, navigate] = useLocation();
  const isAsked = new URLSearchParams(search).get('neu') === '1';
  const [open, setOpen] = useState<Open | undefined>(() =>
    isAsked ? { id: crypto.randomUUID(), isNew: true } : undefined,
  );
  // Otherwise going back to this page would begin another one.
  useEffect(() => {
    if (isAsked) navigate(path, { replace: true });
  }, [isAsked, navigate, path]);
  if (file === undefined) return <Skeleton label={t('loading')} />;

  const talks = newestFirst(recordsOfKind(file, 'consultation'));
  const language = file.records.get(personIdOf(caseId))?.values['languageApp'];
  const add = (): void => {
    setOpen({ id: crypto.randomUUID(), isNew: true });
  };
  const editor = open !== undefined && (
    <ConsultationEditor
      key={open.id}
      caseId={caseId}
      recordId={open.id}
      begin={{
        set: {
          start: localTimeOf(new Date()),
          author: user,
          contactType: 'KT_BUERO',
          ...(typeof language === 'string' ? { language } : {}),
        },
      }}
      onDone={() => {
        setOpen(undefined);
      }}
    />
  );
  // A new one keeps its place while somebody writes in it, although the list has it already.
  const listed = talks.filter(({ id }) => open?.isNew !== true || id !== open.id);
  if (listed.length === 0 && open === undefined)
    return (
      <EmptyState
        begin
        title={t('empty.title')}
        actions={
          <Button variant="primary" size="l" icon={iconMessageCircle} onClick={add}>
            {t('add')}
          </Button>
        }
      >
        {t('empty.text')}
      </EmptyState>
    );
  return (
    <div className="g-talks">
      <SectionHead
        title={t('title')}
        count={talks.length}
        end={
          open === undefined && (
            <Button variant="primary" icon={iconMessageCircle} onClick={add}>
              {t('add')}
            </Button>
          )
        }
      />
      <ol className="g-talk-list">
        {open?.isNew === true && <li>{editor}</li>}
        {listed.map((talk) => (
          <li key={talk.id}>
            {talk.id === open?.id ? (
              editor
            ) : (
              <TalkCard
                talk={talk}
                onOpen={() => {
                  setOpen({ id: talk.id, isNew: false });
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
};
