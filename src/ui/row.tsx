// Lists of rows: whole row is the target, hairline below, names wrap and are never shortened.
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { iconAlertCircle, iconChevronRight } from './icon-paths.ts';
import { Icon, type IconPicture } from './icon.tsx';
import { Link } from './link.tsx';
import './row.css';
import './tone.css';

type RowListProps = {
  /** Spoken name of the list. */
  label?: string | undefined;
  labelledBy?: string | undefined;
  /** Inside one card instead of on the ground. */
  card?: boolean | undefined;
  /** Words above the columns (three columns). */
  heads?: readonly ReactNode[] | undefined;
  /** `<Row>`s. */
  children: ReactNode;
};

/** A list of rows. */
export function RowList({ label, labelledBy, card = false, heads, children }: RowListProps) {
  return (
    <div>
      {heads && (
        <div className="g-row-heads" aria-hidden>
          {heads.map((head, index) => (
            <span key={index}>{head}</span>
          ))}
        </div>
      )}
      <ul
        className={classNames('g-rows', card && 'g-rows-card')}
        aria-label={label}
        aria-labelledby={labelledBy}
      >
        {children}
      </ul>
    </div>
  );
}

type RowProps = {
  /** Makes the whole row a link with a chevron. */
  href?: string | undefined;
  /** Or a button. */
  onClick?: (() => void) | undefined;
  /** A glyph at the start (waiting list). */
  glyph?: ReactNode;
  /** One to three columns; a single node is one column. */
  cells: readonly ReactNode[];
  /** At the end edge: a time, a mark, buttons. */
  end?: ReactNode;
  /** false hides the chevron of a pressable row. */
  chevron?: boolean | undefined;
  /** For the list item itself: where a virtual list puts it. */
  item?: ComponentProps<'li'> | undefined;
};

function RowInside({ glyph, cells, end, chevron }: Omit<RowProps, 'item'>) {
  return (
    <>
      {glyph}
      <span className={classNames('g-row-cells', cells.length > 1 && `g-row-cells-${cells.length}`)}>
        {cells.map((cell, index) => (
          <span key={index}>{cell}</span>
        ))}
      </span>
      {(end !== undefined || chevron === true) && (
        <span className="g-row-end">
          {end}
          {chevron === true && <Icon icon={iconChevronRight} size={24} />}
        </span>
      )}
    </>
  );
}

/** One row: `<Row href="/cases/…" cells={[<Lines … />, <Lines … />, <SyncMark … />]} />`. */
export function Row({ href, onClick, chevron, item, ...rest }: RowProps) {
  const shape = classNames('g-row', rest.glyph !== undefined && 'g-row-with-glyph');
  const inside = <RowInside {...rest} chevron={chevron ?? (href !== undefined || onClick !== undefined)} />;
  return (
    <li {...item}>
      {href !== undefined ? (
        <Link href={href} className={shape}>
          {inside}
        </Link>
      ) : onClick ? (
        <button type="button" className={shape} onClick={onClick}>
          {inside}
        </button>
      ) : (
        <div className={shape}>{inside}</div>
      )}
    </li>
  );
}

type LinesProps = {
  first: ReactNode;
  second?: ReactNode;
  third?: ReactNode;
  /** The first line in plain weight: a step, not a name. */
  plain?: boolean | undefined;
  /** bad: the last line is a date that has passed; alert puts the glyph before it. */
  tone?: 'plain' | 'bad' | 'alert' | undefined;
};

/** One to three lines of a cell: name, what, when. */
export function Lines({ first, second, third, plain = false, tone = 'plain' }: LinesProps) {
  const last = third ?? second;
  const middle = third === undefined ? undefined : second;
  return (
    <span className="g-lines">
      <span className={classNames('g-line-1', plain && 'g-line-plain')}>{first}</span>
      {middle !== undefined && <span className="g-line-2">{middle}</span>}
      {last !== undefined && (
        <span className={tone === 'alert' ? 'g-line-alert' : tone === 'bad' ? 'g-line-bad' : 'g-line-2'}>
          {tone === 'alert' && <Icon icon={iconAlertCircle} size={19} />}
          <span>{last}</span>
        </span>
      )}
    </span>
  );
}

/** A glyph for the start of a row, in the colour of its state. */
export function RowGlyph({
  icon,
  tone,
}: {
  icon: IconPicture;
  tone: 'wait' | 'bad' | 'done' | 'action' | 'plain';
}) {
  return (
    <span className={`g-row-glyph g-tone-${tone}`}>
      <Icon icon={icon} size={24} />
    </span>
  );
}

type NoteLinesProps = {
  icon: IconPicture;
  tone: 'wait' | 'bad' | 'done' | 'action';
  note: ReactNode;
  text: ReactNode;
};

/** A word of state with its glyph, and below it what it concerns. */
export function NoteLines({ icon, tone, note, text }: NoteLinesProps) {
  return (
    <span className="g-lines">
      <span className={`g-note-line g-tone-${tone}`}>
        <Icon icon={icon} size={19} />
        <span>{note}</span>
      </span>
      <span className="g-note-text">{text}</span>
    </span>
  );
}
