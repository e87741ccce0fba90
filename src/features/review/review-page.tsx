// Fallbestand: all active cases by urgency, for whoever leads the team.
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { queryWords } from '#domain/fold.ts';
import { localDay } from '#i18n/berlin-time.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useCases, useCounty, useStore, useTransferFacts } from '#store/react.tsx';
import type { Store } from '#store/store.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { giveFile } from '#ui/give-file.ts';
import { iconDownload, iconLock, iconPrinter, iconUserShare } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { useKeptPlace } from '#ui/kept-place.ts';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { SearchField } from '#ui/text-field.tsx';
import { useNow } from '#ui/use-now.ts';
import { csvOf } from './csv.ts';
import { ExportDialog } from './export-dialog.tsx';
import { colleaguesOf } from './hand-over.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useJustChanged } from './just-changed.ts';
import { choiceOfQuery, queryOfChoice, type ReviewChoice } from './review-address.ts';
import {
  chooseGroups,
  countRows,
  groupRows,
  reviewColumns,
  reviewFilters,
  reviewRowsOf,
  type ReviewGroup,
  type ReviewRow,
  type ReviewSort,
} from './review-rows.ts';
import { ReviewTable, type Choosing } from './review-table.tsx';
import { useStillHeld } from './use-still-held.ts';
import { SortSelect } from './sort-select.tsx';
import { usePrinting } from './use-printing.ts';
import { useReviewWords } from './use-review-words.ts';
import './review.css';

const PATH = '/fallbestand';

/** How the table was left; the searched name stays in memory, and only as long as the store is open. */
type Left = { readonly query: string; readonly text: string; readonly top: number };
const left = new WeakMap<Store, Left>();

const leftAt = (store: Store, query: string): Left | undefined => {
  const look = left.get(store);
  return look !== undefined && (query === '' || query === look.query) ? look : undefined;
};

/** Whether there is nothing more to say of two versions: there are none, or they are the note already. */
const isSaidElsewhere = ({ summary, note }: ReviewRow): boolean =>
  summary.contested === 0 || note?.kind === 'two-versions';

/** The table's lines as a file shows them: dates in full, the group in front. */
const useFileLines = (words: ReturnType<typeof useReviewWords>) => {
  const { t } = useTexts('review');
  return (groups: readonly ReviewGroup[]): string[][] => [
    [t('columns.group'), ...reviewColumns.map((column) => t(`columns.${column}`))],
    ...groups.flatMap(({ severity, rows }) =>
      rows.map((row) => [
        t(`severities.${severity}`),
        row.summary.name || t('nameless'),
        words.owner(row),
        words.step(row),
        words.days(row),
        words.contact(row),
        [words.note(row), isSaidElsewhere(row) ? '' : t('twoVersions', { count: row.summary.contested })]
          .filter(Boolean)
          .join(' · '),
      ]),
    ),
  ];
};

/** The page. Whoever comes back without asking for anything else finds the table as she left it. */
export function ReviewPage() {
  const store = useStore();
  const query = useSearch();
  const [start] = useState(() => leftAt(store, query));
  const [isThere, setIsThere] = useState(false);
  if (!isThere && (start === undefined || start.query === query)) setIsThere(true);
  return isThere ? <Review start={start} /> : <Redirect to={`${PATH}?${start?.query ?? ''}`} replace />;
}

function Review({ start }: { readonly start: Left | undefined }) {
  const { t } = useTexts('review');
  const { instant, instantNear } = useFormat();
  const isPrinting = usePrinting();
  const store = useStore();
  const cases = useCases();
  const { lastSuccess } = useTransferFacts();
  const now = useNow();
  const today = useMemo(() => localDay(now.toISOString()), [now]);
  const changed = useJustChanged(cases);
  const words = useReviewWords();
  const fileLines = useFileLines(words);
  const [, navigate] = useLocation();
  const query = useSearch();
  const [text, setText] = useState(start?.text ?? '');
  const [isAsking, setIsAsking] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [isHandingOver, setIsHandingOver] = useState(false);
  const searched = useDeferredValue(text);
  const choice = useMemo(() => choiceOfQuery(query), [query]);
  const field = useRef<HTMLInputElement>(null);
  usePage(t('title'));

  const choose = useCallback(
    (next: ReviewChoice): void => {
      const asked = queryOfChoice(next);
      navigate(asked === '' ? PATH : `${PATH}?${asked}`, { replace: true });
    },
    [navigate],
  );
  const sortBy = useCallback((sort: ReviewSort | null) => choose({ ...choice, sort }), [choose, choice]);
  useKeptPlace(start?.top, (top) => left.set(store, { query, text, top }));

  const rows = useMemo(() => reviewRowsOf(cases, today), [cases, today]);
  const counts = useMemo(() => countRows(rows, today), [rows, today]);
  const { owner, step } = words;
  const { filter, sort } = useDeferredValue(choice);
  // Ordered once: whoever types takes rows out and leaves the rest where they stand.
  const ordered = useMemo(() => groupRows(rows, sort, { owner, step }), [rows, sort, owner, step]);
  const groups = useMemo(
    () => chooseGroups(ordered, filter, queryWords(searched), today),
    [ordered, filter, searched, today],
  );
  const { stillOn, ask } = useStillHeld(today);
  const county = useCounty();
  const colleagues = useMemo(() => colleaguesOf(county.records.values()), [county]);
  const choosing = useMemo(
    (): Choosing | undefined =>
      chosen === null
        ? undefined
        : {
            chosen,
            toggle: (caseId) =>
              setChosen((before) => {
                const next = new Set(before);
                if (!next.delete(caseId)) next.add(caseId);
                return next;
              }),
          },
    [chosen],
  );
  const leaving = rows.filter(({ summary }) => chosen?.has(summary.caseId)).map(({ summary }) => summary);
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const moved = changed.size === 0 ? 0 : rows.filter(({ summary }) => changed.has(summary.caseId)).length;
  const contested = rows.filter(({ summary }) => summary.contested > 0).length;
  const facts = [
    t('active', { count: rows.length }),
    ...(contested > 0 ? [t('contested', { count: contested })] : []),
    lastSuccess === null
      ? t('neverSent')
      : t('asOf', { when: isPrinting ? instant(lastSuccess) : instantNear(lastSuccess, today) }),
  ];

  const head = (
    <PageHead
      title={t('title')}
      subBeside
      sub={facts.join(' · ')}
      end={
        <>
          <span className="g-review-internal">
            <Icon icon={iconLock} size={19} />
            {t('internal')}
          </span>
          <span className="g-review-deeds" data-print="no">
            <IconButton icon={iconPrinter} label={t('print')} onClick={() => window.print()} />
            <Button icon={iconDownload} disabled={shown === 0} onClick={() => setIsAsking(true)}>
              {t('csv')}
            </Button>
            <Button
              icon={iconUserShare}
              disabled={shown === 0 || chosen !== null}
              onClick={() => setChosen(new Set())}
            >
              {t('handOver.begin')}
            </Button>
          </span>
        </>
      }
    />
  );
  if (rows.length === 0)
    return (
      <>
        {head}
        <EmptyState title={t('noCases')}>{t('noCasesText')}</EmptyState>
      </>
    );
  return (
    <>
      {head}
      <div className="g-review-tools" data-print="no">
        <ChoiceChips
          look="filter"
          hideLabel
          label={t('show')}
          options={reviewFilters.map((value) => ({
            value,
            label: t(`filters.${value}`),
            count: counts[value],
          }))}
          value={choice.filter}
          onChange={(filter) => choose({ ...choice, filter: filter ?? 'all' })}
        />
        <SearchField
          ref={field}
          label={t('searchLabel')}
          placeholder={t('search')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setText('');
          }}
        />
        <SortSelect sort={choice.sort} onSort={sortBy} />
      </div>
      <p role="status" className="g-hidden">
        {moved > 0 ? t('moved', { count: moved }) : searched === '' ? '' : t('found', { count: shown })}
      </p>
      {shown === 0 ? (
        <EmptyState
          title={t('nothing')}
          actions={
            <Button
              size="l"
              onClick={() => {
                setText('');
                choose({ ...choice, filter: 'all' });
                field.current?.focus();
              }}
            >
              {t('showAll')}
            </Button>
          }
        >
          {t('nothingText')}
        </EmptyState>
      ) : (
        <ReviewTable
          choosing={choosing}
          stillOn={stillOn}
          groups={groups}
          words={words}
          today={today}
          sort={choice.sort}
          changed={changed}
          onSort={sortBy}
        />
      )}
      {chosen !== null && (
        <div className="g-review-choosing" data-print="no">
          <p role="status">{t('handOver.chosen', { count: leaving.length })}</p>
          <Button onClick={() => setChosen(null)}>{t('app:cancel')}</Button>
          <Button
            variant="primary"
            icon={iconUserShare}
            disabled={leaving.length === 0}
            onClick={() => setIsHandingOver(true)}
          >
            {t('handOver.next')}
          </Button>
        </div>
      )}
      {isHandingOver && (
        <HandOverDialog
          cases={leaving}
          colleagues={colleagues}
          onClose={() => setIsHandingOver(false)}
          onDone={() => {
            setIsHandingOver(false);
            setChosen(null);
            ask();
          }}
        />
      )}
      <ExportDialog
        open={isAsking}
        count={shown}
        onClose={() => setIsAsking(false)}
        onExport={() => giveFile(t('fileName', { date: today }), 'text/csv', csvOf(fileLines(groups)))}
      />
    </>
  );
}
