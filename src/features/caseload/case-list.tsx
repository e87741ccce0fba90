// The rows: only those near the screen are drawn, so that ten thousand cases are as quick as ten.
import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { Lines, Row } from '#ui/row.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { useTopOnPage } from '#ui/top-on-page.ts';
import { useNextWords } from './case-words.ts';
import type { LastLook } from './last-look.ts';
import type { ListedCase } from './listed-cases.ts';

/** What the page may ask of the list. */
export type CaseListHandle = {
  readonly focusFirst: () => void;
  readonly measured: () => readonly VirtualItem[];
};

type CaseListProps = {
  readonly cases: readonly ListedCase[];
  readonly today: string;
  readonly last: LastLook | undefined;
  readonly onOpen: (caseId: string) => void;
  /** Above the first row there is the search field. */
  readonly onLeaveUp: () => void;
  readonly ref: Ref<CaseListHandle>;
};

const ROW = 66;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

const indexOfRow = (target: EventTarget): number | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row?.dataset['index'] === undefined ? undefined : Number(row.dataset['index']);
};

/** The cells know nothing of their place: a case that moves up while somebody types is not said anew. */
const Who = memo(function Who({ summary }: Pick<ListedCase, 'summary'>) {
  const { t } = useTexts('caseload');
  const { languageName } = useFormat();
  const about = [summary.languages.map(languageName).join(', '), summary.place ?? ''].filter(Boolean);
  return (
    <Lines
      first={<bdi>{summary.name || t('nameless')}</bdi>}
      {...(about.length > 0 ? { second: <span dir="auto">{about.join(' · ')}</span> } : {})}
    />
  );
});

const Next = memo(function Next({
  listed: { summary, overdue },
  today,
}: {
  readonly listed: ListedCase;
  readonly today: string;
}) {
  const { what, when, isLate } = useNextWords(today)(summary, overdue);
  return (
    <Lines
      plain
      first={<bdi>{what}</bdi>}
      {...(when === null ? {} : { second: when })}
      tone={isLate ? 'alert' : 'plain'}
    />
  );
});

const Mark = memo(function Mark({
  transfer,
  isContested,
}: Pick<ListedCase, 'transfer'> & { readonly isContested: boolean }) {
  const { t } = useTexts('caseload');
  return (
    <>
      <SyncMark state={transfer}>{t(`transfer.${transfer}`)}</SyncMark>
      {isContested && transfer !== 'two-versions' && (
        <SyncMark state="two-versions">{t('transfer.two-versions')}</SyncMark>
      )}
    </>
  );
});

/** The list of cases. Arrow keys go from row to row, also to those not drawn yet. */
export const CaseList = memo(function CaseList({
  cases,
  today,
  last,
  onOpen,
  onLeaveUp,
  ref,
}: CaseListProps) {
  const { t } = useTexts('caseload');
  const list = useRef<HTMLUListElement>(null);
  const margin = useTopOnPage(list);
  const [focused, setFocused] = useState<number | undefined>();
  const wanted = useRef<number | undefined>(undefined);

  // The same functions until the list changes: else ten thousand places are reckoned anew at every drawing.
  const getItemKey = useCallback((index: number) => cases[index]?.summary.caseId ?? index, [cases]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      // A row that has the focus stays, however far one scrolls.
      if (focused === undefined || focused >= cases.length || shown.includes(focused)) return shown;
      return [...shown, focused].sort((a, b) => a - b);
    },
    [cases, focused],
  );
  const [measuredBefore] = useState(() => [...(last?.rows ?? [])]);
  const virtualizer = useWindowVirtualizer({
    count: cases.length,
    estimateSize: () => ROW,
    overscan: 6,
    scrollMargin: margin,
    initialOffset: last?.top ?? 0,
    initialMeasurementsCache: measuredBefore,
    getItemKey,
    rangeExtractor,
  });

  const rowLink = (index: number): HTMLElement | null | undefined =>
    list.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"] > a`);
  const focusDrawn = (index: number): boolean => {
    const link = rowLink(index);
    link?.focus();
    return link != null;
  };
  const focusRow = (index: number): void => {
    const bounded = Math.max(0, Math.min(cases.length - 1, index));
    if (focusDrawn(bounded)) return;
    wanted.current = bounded;
    virtualizer.scrollToIndex(bounded);
  };

  // The case one comes back from has the focus again, as soon as its row is drawn and unless a hand was quicker.
  const cameFrom = useRef(last?.opened ?? null);
  useEffect(() => {
    if (cameFrom.current === null) return;
    const link = rowLink(cases.findIndex(({ summary }) => summary.caseId === cameFrom.current));
    const isBusy = document.activeElement?.closest('input, select, button, a') != null;
    if (link != null || isBusy) cameFrom.current = null;
    if (!isBusy) link?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (wanted.current !== undefined && focusDrawn(wanted.current)) wanted.current = undefined;
  });
  useImperativeHandle(ref, () => ({
    focusFirst: () => focusRow(0),
    measured: () => virtualizer.measurementsCache,
  }));

  const goBetweenRows = (event: KeyboardEvent): void => {
    const index = indexOfRow(event.target);
    if (index === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    const to =
      step !== undefined
        ? index + step
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? cases.length - 1
            : undefined;
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0 && index === 0) onLeaveUp();
    else focusRow(to);
  };

  return (
    <div className="g-caseload-list">
      <div className="g-row-heads" aria-hidden>
        <span>{t('person')}</span>
        <span>{t('nextStep')}</span>
        <span>{t('state')}</span>
      </div>
      <ul
        ref={list}
        className="g-rows g-caseload-rows"
        aria-label={t('title')}
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={goBetweenRows}
        onFocus={({ target }) => setFocused(indexOfRow(target))}
        onBlur={() => setFocused(undefined)}
        onClick={({ target }) => {
          const opened = cases[indexOfRow(target) ?? -1];
          if (opened !== undefined) onOpen(opened.summary.caseId);
        }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const listed = cases[index];
          if (listed === undefined) return null;
          return (
            <Row
              key={key}
              href={`/faelle/${listed.summary.caseId}/ueberblick`}
              cells={[
                <Who key="who" summary={listed.summary} />,
                <Next key="next" listed={listed} today={today} />,
                <Mark key="mark" transfer={listed.transfer} isContested={listed.summary.contested > 0} />,
              ]}
              item={{
                ref: virtualizer.measureElement,
                'aria-setsize': cases.length,
                'aria-posinset': index + 1,
                style: { transform: `translateY(${String(start - margin)}px)` },
                ...{ 'data-index': index },
              }}
            />
          );
        })}
      </ul>
    </div>
  );
});
