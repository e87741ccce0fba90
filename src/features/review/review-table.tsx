// The table of the caseload: three groups, heads that sort, and of a long table only what is near the screen.
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { memo, useCallback, useMemo, useRef, type Ref } from 'react';
import { VersionsLink } from '#forms/contested-mark.tsx';
import { useTexts } from '#i18n/react.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { classNames } from '#ui/class-names.ts';
import { iconArrowDown, iconArrowUp } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { TableAlert } from '#ui/table.tsx';
import { useTopOnPage } from '#ui/top-on-page.ts';
import { nextSort } from './review-address.ts';
import { reviewColumns, type ReviewGroup, type ReviewRow, type ReviewSort } from './review-rows.ts';
import type { Severity } from './urgency.ts';
import { usePrinting } from './use-printing.ts';
import type { ReviewWords } from './use-review-words.ts';

type ReviewTableProps = {
  readonly groups: readonly ReviewGroup[];
  readonly words: ReviewWords;
  readonly today: string;
  readonly sort: ReviewSort | null;
  readonly changed: ReadonlySet<string>;
  readonly onSort: (sort: ReviewSort | null) => void;
  /** Which cases are chosen to be handed over; undefined while nobody chooses. */
  readonly choosing: Choosing | undefined;
  /** On which tablets a case that left still lies, in words. */
  readonly stillOn: (caseId: string) => string | undefined;
};

/** Cases being chosen. */
export type Choosing = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (caseId: string) => void;
};

/** A line of the table: the head of a group, or a row. */
type TableLine =
  | { readonly kind: 'group'; readonly severity: Severity; readonly count: number }
  | { readonly kind: 'row'; readonly severity: Severity; readonly row: ReviewRow };

/** Up to so many lines the whole table is drawn; finding in the page then needs nothing. */
const LONG = 60;
const LINE = 50;

/** Below the heads; on a narrow screen there are none, and their box is empty. */
const firstLineAt = (table: HTMLTableElement): number => {
  const head = table.tHead?.getBoundingClientRect();
  return head === undefined || head.height === 0 ? table.getBoundingClientRect().top : head.bottom;
};

const linesOf = (groups: readonly ReviewGroup[]): readonly TableLine[] =>
  groups.flatMap(({ severity, rows }): TableLine[] => [
    { kind: 'group', severity, count: rows.length },
    ...rows.map((row): TableLine => ({ kind: 'row', severity, row })),
  ]);

function Heads({ sort, onSort }: Pick<ReviewTableProps, 'sort' | 'onSort'>) {
  const { t } = useTexts('review');
  return (
    <thead role="rowgroup">
      <tr role="row">
        {reviewColumns.map((column) => {
          const isSorted = sort?.column === column;
          const order = !isSorted ? 'none' : sort.isDescending ? 'descending' : 'ascending';
          return (
            <th key={column} scope="col" role="columnheader" aria-sort={order} data-column={column}>
              <button type="button" onClick={() => onSort(nextSort(sort, column))}>
                <span>
                  {t(`columns.${column}`)}
                  {column === 'days' && <small>{t('daysOf')}</small>}
                </span>
                {isSorted && <Icon icon={sort.isDescending ? iconArrowDown : iconArrowUp} size={16} />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type LineProps = { readonly index: number; readonly measure: Ref<HTMLTableRowElement> | undefined };

function GroupLine({
  line,
  index,
  measure,
}: LineProps & { readonly line: Extract<TableLine, { kind: 'group' }> }) {
  const { t } = useTexts('review');
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      className={classNames('g-table-group', line.severity === 'now' && 'g-table-group-bad')}
    >
      <th scope="rowgroup" role="rowheader" colSpan={reviewColumns.length}>
        {t(`severities.${line.severity}`)} <span>{line.count}</span>
      </th>
    </tr>
  );
}

type CellsProps = {
  readonly row: ReviewRow;
  readonly severity: Severity;
  readonly words: ReviewWords;
  /** Near days are said as today and tomorrow; on paper, which is read later, they are dates. */
  readonly today: string | undefined;
  readonly isNew: boolean;
  readonly choosing: Choosing | undefined;
  readonly stillOn: string | undefined;
};

/** The cells know nothing of their place: a case that moves up while somebody types is not said anew. */
const Cells = memo(function Cells({ row, severity, words, today, isNew, choosing, stillOn }: CellsProps) {
  const { t } = useTexts('review');
  const note = words.note(row, today);
  const isBad = severity === 'now' || row.note?.kind === 'overdue';
  return (
    <>
      <th scope="row" role="rowheader">
        {choosing === undefined ? (
          <Link href={`/faelle/${row.summary.caseId}/ueberblick`}>
            <bdi>{row.summary.name || t('nameless')}</bdi>
          </Link>
        ) : (
          <Checkbox
            label={<bdi>{row.summary.name || t('nameless')}</bdi>}
            checked={choosing.chosen.has(row.summary.caseId)}
            onChange={() => choosing.toggle(row.summary.caseId)}
          />
        )}
        {isNew && <small className="g-review-changed-word">{t('changed')}</small>}
      </th>
      <td role="cell" data-column="owner">
        <bdi>{words.owner(row)}</bdi>
      </td>
      <td role="cell" data-column="step">
        <bdi>{words.step(row)}</bdi>
      </td>
      <td role="cell" data-column="days" data-label={t('columns.days')}>
        {words.days(row)}
      </td>
      <td role="cell" data-column="contact" data-label={t('columns.contact')}>
        {words.contact(row, today)}
      </td>
      <td role="cell" data-column="note">
        {stillOn !== undefined && <small className="g-review-still">{stillOn}</small>}
        {choosing === undefined && row.note?.kind === 'two-versions' ? null : isBad ? (
          <TableAlert>
            <bdi>{note}</bdi>
          </TableAlert>
        ) : (
          <bdi>{note}</bdi>
        )}
        {choosing === undefined && row.summary.contested > 0 && (
          <VersionsLink caseId={row.summary.caseId} count={row.summary.contested} />
        )}
      </td>
    </>
  );
});

function RowLine({ index, measure, ...cells }: LineProps & CellsProps) {
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      className={classNames('g-review-row', cells.isNew && 'g-review-changed')}
    >
      <Cells {...cells} />
    </tr>
  );
}

/** What is not drawn of a long table keeps its room. */
function Room({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden className="g-review-room">
      <tr>
        <td colSpan={reviewColumns.length} style={{ blockSize: height }} />
      </tr>
    </tbody>
  );
}

/** The table. */
export const ReviewTable = memo(function ReviewTable({
  groups,
  words,
  today,
  sort,
  changed,
  onSort,
  choosing,
  stillOn,
}: ReviewTableProps) {
  const { t } = useTexts('review');
  const lines = useMemo(() => linesOf(groups), [groups]);
  const isLong = lines.length > LONG;
  const isPrinting = usePrinting();
  const table = useRef<HTMLTableElement>(null);
  const margin = useTopOnPage(table, firstLineAt);
  // The same function until the lines change: else the place of every line is reckoned anew at every drawing.
  const getItemKey = useCallback(
    (index: number) => {
      const line = lines[index];
      return line === undefined ? index : line.kind === 'row' ? line.row.summary.caseId : line.severity;
    },
    [lines],
  );
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    enabled: isLong,
    estimateSize: () => LINE,
    overscan: 5,
    scrollMargin: margin,
    initialOffset: () => window.scrollY,
    getItemKey,
  });

  const isWhole = !isLong || isPrinting;
  const items: readonly Pick<VirtualItem, 'index' | 'start' | 'end'>[] = virtualizer.getVirtualItems();
  const first = isWhole ? 0 : (items[0]?.index ?? 0);
  const last = isWhole ? lines.length - 1 : (items.at(-1)?.index ?? -1);
  const before = isWhole ? 0 : (items[0]?.start ?? margin) - margin;
  const after = isWhole ? 0 : virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  const measure = isWhole ? undefined : virtualizer.measureElement;

  const drawn = lines.slice(first, last + 1).map((line, offset) => ({ line, index: first + offset }));
  const bodies = groups
    .map(({ severity }) => ({ severity, own: drawn.filter(({ line }) => line.severity === severity) }))
    .filter(({ own }) => own.length > 0);
  return (
    <table
      ref={table}
      role="table"
      className="g-table g-review-table"
      aria-rowcount={lines.length + 1}
      aria-label={t('title')}
    >
      <Heads sort={sort} onSort={onSort} />
      <Room height={before} />
      {bodies.map(({ severity, own }) => (
        <tbody key={severity} role="rowgroup">
          {own.map(({ line, index }) =>
            line.kind === 'group' ? (
              <GroupLine key="head" line={line} index={index} measure={measure} />
            ) : (
              <RowLine
                key={line.row.summary.caseId}
                {...{ row: line.row, severity, index, measure, words }}
                today={isPrinting ? undefined : today}
                isNew={changed.has(line.row.summary.caseId)}
                choosing={choosing}
                stillOn={stillOn(line.row.summary.caseId)}
              />
            ),
          )}
        </tbody>
      ))}
      <Room height={after} />
    </table>
  );
});
