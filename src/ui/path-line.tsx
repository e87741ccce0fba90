// The person's path: done, now and later stations on one line.
import type { ReactNode } from 'react';
import { iconCalendar, iconCheck } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { Pictogram, type PictogramName } from './pictogram.tsx';
import './path-line.css';

/** The stations, in order; at most seven, one of them now. */
export function PathLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="g-path" aria-label={label}>
      {children}
    </ol>
  );
}

type StationProps = {
  title: ReactNode;
  /** "done", "later", "from January 2027". */
  when: ReactNode;
  href?: string | undefined;
};

function StationWords({ title, when, href }: StationProps) {
  const words = (
    <>
      <span className="g-path-title">{title}</span>
      <span className="g-path-when">{when}</span>
    </>
  );
  if (href === undefined) return <div className="g-path-words">{words}</div>;
  return (
    <Link href={href} className="g-path-words">
      {words}
    </Link>
  );
}

/** A step that is done: filled station with a tick. */
export function PathDone(props: StationProps) {
  return (
    <li className="g-path-done">
      <span className="g-path-station">
        <Icon icon={iconCheck} size={30} heavy />
      </span>
      <StationWords {...props} />
    </li>
  );
}

/** A step ahead: ring station with its pictogram. */
export function PathLater({ pictogram, ...rest }: StationProps & { pictogram: PictogramName }) {
  return (
    <li className="g-path-later">
      <span className="g-path-station">
        <Pictogram name={pictogram} size={36} />
      </span>
      <StationWords {...rest} />
    </li>
  );
}

type PathNowProps = {
  /** "Now". */
  word: ReactNode;
  pictogram: PictogramName;
  title: ReactNode;
  date?: ReactNode;
  /** Time and place, or the second calendar. */
  place?: ReactNode;
  /** One primary button of size l, then the voice: `<IconButton size="l" variant="soft" …/>`. */
  actions: ReactNode;
};

/** The step that is now: the card on the line. */
export function PathNow({ word, pictogram, title, date, place, actions }: PathNowProps) {
  return (
    <li className="g-path-now" aria-current="step">
      <article className="g-path-card">
        <div className="g-path-card-head">{word}</div>
        <div className="g-path-card-body">
          <div className="g-path-card-title">
            <Pictogram name={pictogram} size={54} framed />
            <h2>{title}</h2>
          </div>
          {(date !== undefined || place !== undefined) && (
            <div className="g-path-card-date">
              <Icon icon={iconCalendar} size={26} />
              <p>
                <b>{date}</b>
                <span>{place}</span>
              </p>
            </div>
          )}
          <div className="g-path-card-actions">{actions}</div>
        </div>
      </article>
    </li>
  );
}

/** The head of a step's page: pictogram, "now", title. */
export function StepHead({
  pictogram,
  tag,
  title,
}: {
  pictogram: PictogramName;
  tag?: ReactNode;
  title: ReactNode;
}) {
  return (
    <div className="g-step-head">
      <Pictogram name={pictogram} size={60} framed />
      <div>
        {tag}
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
      </div>
    </div>
  );
}

/** Where, when, what to bring. */
export function Facts({ children }: { children: ReactNode }) {
  return <ul className="g-facts">{children}</ul>;
}

type FactProps = {
  pictogram: PictogramName;
  /** The question: where? when? */
  label: ReactNode;
  main?: ReactNode;
  more?: ReactNode;
  /** `<Papers>` and the like, below. */
  children?: ReactNode;
};

/** One answer with its pictogram. */
export function Fact({ pictogram, label, main, more, children }: FactProps) {
  return (
    <li>
      <Pictogram name={pictogram} size={42} />
      <div>
        <span className="g-fact-label">{label}</span>
        {main !== undefined && <span className="g-fact-main">{main}</span>}
        {more !== undefined && <span className="g-fact-more">{more}</span>}
      </div>
      {children !== undefined && <div className="g-fact-below">{children}</div>}
    </li>
  );
}

/** The papers to bring, as tiles. */
export function Papers({ children }: { children: ReactNode }) {
  return <ul className="g-papers">{children}</ul>;
}

/** One paper. */
export function PaperTile({ pictogram, children }: { pictogram: PictogramName; children: ReactNode }) {
  return (
    <li className="g-paper">
      <Pictogram name={pictogram} size={42} />
      <span>{children}</span>
    </li>
  );
}

/** Who helps: avatar, name, one call button. */
export function HelpRow({
  avatar,
  label,
  name,
  action,
}: {
  avatar: ReactNode;
  label: ReactNode;
  name: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="g-help">
      {avatar}
      <div className="g-help-words">
        <span className="g-fact-label">{label}</span>
        <span className="g-fact-main">{name}</span>
      </div>
      {action}
    </div>
  );
}
