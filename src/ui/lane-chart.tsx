// The way as lanes over months: bars by date, today, what waits, and which step leads to which.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { iconArrowRight } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import { dateToShare, placeBars, type LaneAxis, type LaneBar, type PlacedBar } from './lane-layout.ts';
import './lane-chart.css';

const head = 44;
const rowHeight = 64;
const waitHeight = 40;

/** A stretch of waiting. */
export type LaneWait = { from: string; to: string; label: string };

type LaneChartProps = LaneAxis & {
  /** Spoken name. */
  label: string;
  today: string;
  todayLabel: string;
  /** Months: `monthStarts` gives the dates; the year stands where it begins. */
  ticks: readonly { date: string; label: string; year?: string | undefined }[];
  lanes: readonly { id: string; label: string; bars: readonly LaneBar[] }[];
  waits?: { label: string; items: readonly LaneWait[] } | undefined;
  links?: readonly { from: string; to: string }[] | undefined;
  /** Makes bars pressable. */
  onSelect?: ((barId: string) => void) | undefined;
};

function Words({ bar }: { bar: LaneBar }) {
  return (
    <>
      <span className="g-lane-title">{bar.title}</span>
      {bar.sub !== undefined && <span className="g-lane-sub">{bar.sub}</span>}
    </>
  );
}

function Bar({ placed, onSelect }: { placed: PlacedBar; onSelect: LaneChartProps['onSelect'] }) {
  const { bar, words, start, size, row, cutStart, cutEnd } = placed;
  const isOutside = words === 'beyond' || words === 'earlier';
  const inside: ReactNode = isOutside ? (
    <>
      <Words bar={bar} />
      {words === 'beyond' && <Icon icon={iconArrowRight} size={20} />}
    </>
  ) : (
    words === 'inside' && <Words bar={bar} />
  );
  const shape = isOutside ? 'g-lane-edge' : 'g-lane-bar';
  return (
    <li
      className={classNames(
        `g-lane-item g-lane-${bar.state} g-lane-${words}`,
        cutStart && 'g-lane-cut-start',
        cutEnd && 'g-lane-cut-end',
      )}
      style={{ '--at': start, '--size': size, '--row': row }}
    >
      {onSelect ? (
        <button
          type="button"
          className={shape}
          aria-label={
            words === 'before' || words === 'after'
              ? [bar.title, bar.sub].filter(Boolean).join(', ')
              : undefined
          }
          onClick={() => onSelect(bar.id)}
        >
          {inside}
        </button>
      ) : (
        <div className={shape}>{inside}</div>
      )}
      {(words === 'before' || words === 'after') && (
        <span
          className="g-lane-words"
          aria-hidden={onSelect ? true : undefined}
          style={{ '--room': words === 'before' ? start : 1 - start - size }}
        >
          <Words bar={bar} />
        </span>
      )}
    </li>
  );
}

/** Where the words of each wait go: after it, or before it if the next one is near. */
function waitPlaces(items: readonly LaneWait[], axis: LaneAxis) {
  return items.map((item, index) => {
    const start = dateToShare(item.from, axis);
    const end = dateToShare(item.to, axis);
    const next = items[index + 1];
    const limit = next ? dateToShare(next.from, axis) : 1;
    return { item, start, size: end - start, before: limit - end < 0.15 && index > 0 };
  });
}

type Point = { start: number; end: number; middle: number; words: PlacedBar['words'] };

function Links({
  links,
  points,
}: {
  links: NonNullable<LaneChartProps['links']>;
  points: ReadonlyMap<string, Point>;
}) {
  return links.map((link) => {
    const from = points.get(link.from);
    const to = points.get(link.to);
    if (!from || !to) return null;
    const level = from.middle === to.middle;
    // A line through words beside a bar says less than no line.
    if (from.words === 'after' || (level && to.words === 'before')) return null;
    const target = level ? to.start : to.start + Math.min(0.02, (to.end - to.start) / 2);
    if (target <= from.end) return null;
    const down = to.middle > from.middle;
    return (
      <div
        key={`${link.from} ${link.to}`}
        className={`g-lane-link g-lane-link-${level ? 'level' : down ? 'down' : 'up'}`}
        style={{
          insetInlineStart: `${from.end * 100}%`,
          inlineSize: `${(target - from.end) * 100}%`,
          insetBlockStart: down || level ? from.middle : to.middle + 25,
          blockSize: level ? 0 : Math.abs(to.middle - from.middle) - 25,
        }}
      />
    );
  });
}

/** Lanes of bars. Words never clip: a bar too narrow for them has them beside it. */
export function LaneChart({
  label,
  from,
  to,
  today,
  todayLabel,
  ticks,
  lanes,
  waits,
  links = [],
  onSelect,
}: LaneChartProps) {
  const axis = { from, to };
  const points = new Map<string, Point>();
  let top = head;
  const laid = lanes.map((lane) => {
    const placed = placeBars(lane.bars, axis);
    const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
    for (const { bar, start, size, row, words } of placed) {
      if (words === 'beyond' || words === 'earlier') continue;
      points.set(bar.id, { start, end: start + size, middle: top + row * rowHeight + rowHeight / 2, words });
    }
    top += rows * rowHeight + 1;
    return { ...lane, placed, rows };
  });
  const now = dateToShare(today, axis);
  const isFree = (date: string) => Math.abs(dateToShare(date, axis) + 0.02 - now) > 0.065;
  return (
    <section className="g-lanes" aria-label={label} tabIndex={0}>
      <div className="g-lanes-inside">
        <div className="g-lanes-axis" aria-hidden>
          {now >= 0 && now <= 1 && (
            <div
              className="g-lane-today"
              style={{ '--at': now, '--today-end': waits ? `${waitHeight}px` : '0px' }}
            >
              <span>{todayLabel}</span>
            </div>
          )}
          <Links links={links} points={points} />
        </div>
        <div className="g-lanes-head">
          <div className="g-lanes-axis">
            {ticks
              .filter(({ date }) => isFree(date))
              .map((tick) => (
                <span
                  key={tick.date}
                  className="g-lane-tick"
                  style={{ '--at': dateToShare(tick.date, axis) }}
                >
                  {tick.year !== undefined && <b>{tick.year}</b>}
                  {tick.label}
                </span>
              ))}
          </div>
        </div>
        {laid.map((lane) => (
          <div key={lane.id} className="g-lane" style={{ '--rows': lane.rows }}>
            <span className="g-lane-label">{lane.label}</span>
            <ol className="g-lane-bars" aria-label={lane.label}>
              {lane.placed.map((placed) => (
                <Bar key={placed.bar.id} placed={placed} onSelect={onSelect} />
              ))}
            </ol>
          </div>
        ))}
        {waits && (
          <div className="g-lane g-lane-waits">
            <span className="g-lane-label">{waits.label}</span>
            <ol className="g-lane-bars" aria-label={waits.label}>
              {waitPlaces(waits.items, axis).map(({ item, start, size, before }) => (
                <li
                  key={item.from}
                  className={classNames('g-lane-wait', before && 'g-lane-wait-before')}
                  style={{ '--at': start, '--size': size }}
                >
                  <span>{item.label}</span>
                </li>
              ))}
            </ol>
          </div>
        )}
      </div>
    </section>
  );
}
