// Cards, and the two ways to lay things out on a page.
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconPicture } from './icon.tsx';
import './card.css';

type CardProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  icon?: IconPicture | undefined;
  /** Whose it is: an avatar before the title. */
  person?: ReactNode;
  /** The warm word above the title. */
  tag?: ReactNode;
  /** Second line of the head: when, on which device; beside the tag if there is one. */
  note?: ReactNode;
  /** Beside the title, at the end edge. */
  end?: ReactNode;
  /** Stays at the bottom when cards of a row differ in height. */
  foot?: ReactNode;
  /** raised: the next step. hint: a box on tint that informs and decides nothing. */
  look?: 'plain' | 'raised' | 'hint' | undefined;
  /** Size of the text: s beside the main column and in hints, l for what two versions say. */
  text?: 's' | 'm' | 'l' | undefined;
};

function Head({ title, icon, person, tag, note, end }: CardProps) {
  if (tag !== undefined)
    return (
      <>
        <div className="g-card-head">
          {tag}
          <span className="g-card-head-note">{note}</span>
          {end !== undefined && <span className="g-card-end">{end}</span>}
        </div>
        {title !== undefined && <h2 className="g-card-title">{title}</h2>}
      </>
    );
  return (
    <div className="g-card-head">
      {icon && <Icon icon={icon} size={24} />}
      {person}
      <div>
        <h3>{title}</h3>
        {note !== undefined && <p className="g-card-head-note">{note}</p>}
      </div>
      {end !== undefined && <span className="g-card-end">{end}</span>}
    </div>
  );
}

/** A card. */
export function Card({
  title,
  icon,
  person,
  tag,
  note,
  end,
  foot,
  look = 'plain',
  text,
  className,
  children,
  ...rest
}: CardProps) {
  const hasHead = [title, icon, person, tag, end].some((part) => part !== undefined);
  return (
    <section
      {...rest}
      className={classNames(
        'g-card',
        look !== 'plain' && `g-card-${look}`,
        text && `g-card-text-${text}`,
        className,
      )}
    >
      {hasHead && <Head {...{ title, icon, person, tag, note, end }} />}
      <div className="g-card-body">{children}</div>
      {foot}
    </section>
  );
}

/** The 14 px line at the foot of a hint. */
export function CardNote({ children }: { children: ReactNode }) {
  return <p className="g-card-note">{children}</p>;
}

/** Main column and a side column of 286 to 324; one column where it is narrow. */
export function Split({
  side,
  sideWidth = 286,
  children,
}: {
  side: ReactNode;
  sideWidth?: number | undefined;
  children: ReactNode;
}) {
  return (
    <div className="g-split" style={{ '--split-side': `${sideWidth}px` }}>
      <div className="g-stack">{children}</div>
      <div className="g-stack">{side}</div>
    </div>
  );
}

/** One thing below the other, with one gap. */
export function Stack({
  gap = 16,
  children,
}: {
  gap?: 4 | 8 | 12 | 16 | 24 | 32 | undefined;
  children: ReactNode;
}) {
  return (
    <div className="g-stack" style={{ gap }}>
      {children}
    </div>
  );
}

/** Two equal columns: two versions, two charts. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="g-columns">{children}</div>;
}
