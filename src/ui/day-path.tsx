// The day as a path with stations: what is next stands in a raised card, the rest are rows.
import type { ReactNode } from 'react';
import { iconChevronRight } from './icon-paths.ts';
import { Icon, type IconPicture } from './icon.tsx';
import { Link } from './link.tsx';
import './day-path.css';
import './row.css';

/** The stations of one day, in order. */
export function DayPath({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="g-day" aria-label={label}>
      {children}
    </ol>
  );
}

type DayStopProps = {
  time: ReactNode;
  /** now: saffron station, put a DayNowCard inside. outlook: another day, without a station. */
  kind: 'now' | 'later' | 'done' | 'outlook';
  /** Makes the content one link (not for now). */
  href?: string | undefined;
  children: ReactNode;
};

/** One station. Rows hold `<Lines first={<bdi>…</bdi>} second={…} />`. */
export function DayStop({ time, kind, href, children }: DayStopProps) {
  const content =
    kind === 'now' ? (
      children
    ) : href === undefined ? (
      <div className="g-row">{children}</div>
    ) : (
      <Link href={href} className="g-row">
        {children}
        <span className="g-row-end">
          <Icon icon={iconChevronRight} size={24} />
        </span>
      </Link>
    );
  return (
    <li className={`g-day-${kind}`}>
      <span className="g-day-time">{time}</span>
      <span className="g-day-station" />
      <div>{content}</div>
    </li>
  );
}

type DayNowCardProps = {
  /** The warm word: `<StatusTag tone="next">…`. */
  tag: ReactNode;
  /** "in 15 minutes". */
  aside?: ReactNode;
  title: ReactNode;
  facts: readonly { icon: IconPicture; text: ReactNode }[];
  /** One primary button (size l), one quiet. */
  actions: ReactNode;
};

/** What is next. */
export function DayNowCard({ tag, aside, title, facts, actions }: DayNowCardProps) {
  return (
    <article className="g-now-card">
      <div className="g-now-card-top">
        {tag}
        <span>{aside}</span>
      </div>
      <h2>{title}</h2>
      <ul className="g-now-facts">
        {facts.map((fact, index) => (
          <li key={index}>
            <Icon icon={fact.icon} />
            <span>{fact.text}</span>
          </li>
        ))}
      </ul>
      <div className="g-now-actions">{actions}</div>
    </article>
  );
}
