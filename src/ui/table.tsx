// A real table, scrolling sideways where it does not fit.
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { iconAlertCircle } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import './table.css';
import './hidden.css';

type TableProps = {
  caption: ReactNode;
  /** Spoken only. */
  hideCaption?: boolean | undefined;
  heads: readonly { label: ReactNode; numeric?: boolean | undefined }[];
  /** `<tbody>`s: plain ones or `<TableGroup>`. Figures get the class g-table-number. */
  children: ReactNode;
};

/** Caption, heads, body. */
export function Table({ caption, hideCaption = false, heads, children }: TableProps) {
  const captionId = useId();
  return (
    <div className="g-table-scroll" role="group" aria-labelledby={captionId} tabIndex={0}>
      <table className="g-table">
        <caption id={captionId} className={hideCaption ? 'g-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={index} scope="col" className={head.numeric === true ? 'g-table-number' : undefined}>
                {head.label}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

type TableGroupProps = {
  title: ReactNode;
  count?: number | undefined;
  columns: number;
  tone?: 'plain' | 'bad';
  children: ReactNode;
};

/** Rows under a heading: act now, this week, on plan. */
export function TableGroup({ title, count, columns, tone = 'plain', children }: TableGroupProps) {
  return (
    <tbody>
      <tr className={classNames('g-table-group', tone === 'bad' && 'g-table-group-bad')}>
        <th scope="rowgroup" colSpan={columns}>
          {title} {count !== undefined && <span>{count}</span>}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** A cell's words with the alert glyph. */
export function TableAlert({ children }: { children: ReactNode }) {
  return (
    <span className="g-table-alert">
      <Icon icon={iconAlertCircle} size={19} />
      <span>{children}</span>
    </span>
  );
}
