// The head of a page and of a section in it.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconLink } from './button.tsx';
import { iconArrowLeft } from './icon-paths.ts';
import { Icon, type IconPicture } from './icon.tsx';
import './page-head.css';
import './tone.css';

type PageHeadProps = {
  title: ReactNode;
  /** Second line: language, place, status. */
  sub?: ReactNode;
  /** Puts the second line on the title's own line. */
  subBeside?: boolean | undefined;
  back?: { href: string; label: string } | undefined;
  /** One sync sentence: `<SyncMark state="waiting">…`. */
  sync?: ReactNode;
  /** Deeds at the end edge, after the sync sentence. */
  end?: ReactNode;
};

/** Title at the start, sync sentence and deeds at the end. With `back` the title is a name (24 instead of 29). */
export function PageHead({ title, sub, subBeside = false, back, sync, end }: PageHeadProps) {
  return (
    <header className="g-page-head">
      {back && (
        <IconLink className="g-page-head-back" icon={iconArrowLeft} href={back.href} label={back.label} />
      )}
      <div className={classNames('g-page-head-words', subBeside && 'g-page-head-beside')}>
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {sub !== undefined && <p className="g-page-head-sub">{sub}</p>}
      </div>
      {(sync !== undefined || end !== undefined) && (
        <div className="g-page-head-end">
          {sync}
          {end}
        </div>
      )}
    </header>
  );
}

type SectionHeadProps = {
  title: ReactNode;
  count?: number | undefined;
  note?: ReactNode;
  /** bad: overdue, refused. */
  tone?: 'plain' | 'bad' | undefined;
  /** l is 20, m is 17 (above lists at the side). */
  size?: 'm' | 'l' | undefined;
  end?: ReactNode;
  id?: string | undefined;
};

/** An h2 with a count or a note beside it, deeds at the end. */
export function SectionHead({ title, count, note, tone = 'plain', size = 'l', end, id }: SectionHeadProps) {
  return (
    <div
      className={classNames(
        'g-section-head',
        `g-section-head-${size}`,
        tone === 'bad' && 'g-section-head-bad',
      )}
    >
      <div>
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className="g-section-head-count">{count}</span>}
        {note !== undefined && <span className="g-section-head-note">{note}</span>}
      </div>
      {end !== undefined && <div className="g-page-head-end">{end}</div>}
    </div>
  );
}

type StateHeadProps = {
  icon: IconPicture;
  tone: 'done' | 'wait' | 'bad' | 'action';
  title: ReactNode;
  end?: ReactNode;
  /** One or two short lines. */
  children?: ReactNode;
};

/** How the whole thing stands: a big round glyph, a sentence, what follows from it. */
export function StateHead({ icon, tone, title, end, children }: StateHeadProps) {
  return (
    <div className="g-state-head">
      <span className={`g-state-glyph g-tone-${tone} g-state-${tone}`}>
        <Icon icon={icon} size={36} />
      </span>
      <div className="g-state-words">
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
      {end}
    </div>
  );
}
