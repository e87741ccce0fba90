// Nothing here yet, or something broke: the path drawing, two short lines, one or two deeds.
import type { ReactNode } from 'react';
import './empty-state.css';

type StateProps = {
  title: ReactNode;
  /** Empty: what will be here. Error: first what is safe. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Message number, date and version, at 14. */
  note?: ReactNode;
};

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 7, strokeLinecap: 'round' } as const;

function Words({ title, children, actions, note }: StateProps) {
  return (
    <>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="g-empty-actions">{actions}</div>}
      {note !== undefined && <p className="g-empty-note">{note}</p>}
    </>
  );
}

type EmptyStateProps = StateProps & {
  /** There is something to begin here: the next station is warm and bears a plus. */
  begin?: boolean | undefined;
};

/** What will be here, and how it comes about. */
export function EmptyState({ begin = false, ...props }: EmptyStateProps) {
  return (
    <div className="g-empty">
      <svg viewBox="0 0 300 132" aria-hidden>
        <path d="M24 111C83 111 73 61 132 61" {...line} />
        <path
          className="g-empty-ahead"
          d="M132 61c56 0 64-36 132-36"
          strokeWidth="7"
          strokeLinecap="round"
          strokeDasharray="0.1 16.6"
        />
        <circle cx="22" cy="111" r="13" fill="currentColor" />
        {begin ? (
          <>
            <circle className="g-empty-next" cx="132" cy="61" r="17" />
            <path className="g-empty-plus" d="M124 61h16M132 53v16" strokeWidth="3.6" strokeLinecap="round" />
          </>
        ) : (
          <circle className="g-empty-here" cx="132" cy="61" r="12" stroke="currentColor" strokeWidth="6" />
        )}
        <circle className="g-empty-ahead" cx="278" cy="25" r="10.5" strokeWidth="6" />
      </svg>
      <Words {...props} />
    </div>
  );
}

/** A page that did not open. */
export function ErrorState(props: StateProps) {
  return (
    <div className="g-empty">
      <svg viewBox="0 0 300 132" aria-hidden>
        <path d="M24 111c59 0 44-48 94-48" {...line} />
        <path d="M182 53c36-16 44-28 92-28" {...line} />
        <path
          className="g-empty-ahead"
          d="M133 63c14 0 20-2 32-4"
          strokeWidth="7"
          strokeLinecap="round"
          strokeDasharray="0.1 15"
        />
        <circle cx="22" cy="111" r="13" fill="currentColor" />
        <path
          className="g-empty-tick"
          d="m15.5 111.5 4.5 4.5 8.5-9"
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="278" cy="25" r="13" fill="currentColor" />
      </svg>
      <Words {...props} />
    </div>
  );
}
