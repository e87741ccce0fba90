// Cards, and the two ways to lay things out on a page.
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconPicture } from './icon.tsx';
import './card.css';

type CardProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  icon?: IconPicture | undefined;
  /** Beside the title, at the end edge. */
  end?: ReactNode;
  /** raised: the next step. hint: a box on tint that informs and decides nothing. */
  look?: 'plain' | 'raised' | 'hint' | undefined;
};

/** A card. */
export function Card({ title, icon, end, look = 'plain', className, children, ...rest }: CardProps) {
  const hasHead = title !== undefined || icon !== undefined || end !== undefined;
  return (
    <section {...rest} className={classNames('g-card', look !== 'plain' && `g-card-${look}`, className)}>
      {hasHead && (
        <div className="g-card-head">
          {icon && <Icon icon={icon} size={24} />}
          {title !== undefined && <h3>{title}</h3>}
          {end !== undefined && <span>{end}</span>}
        </div>
      )}
      {children}
    </section>
  );
}

/** The 14 px line at the foot of a hint. */
export function CardNote({ children }: { children: ReactNode }) {
  return <p className="g-card-note">{children}</p>;
}

/** Main column and a side column of 286 to 324; one column where it is narrow. */
export function Split({ side, sideWidth = 286, children }: { side: ReactNode; sideWidth?: number | undefined; children: ReactNode }) {
  return (
    <div className="g-split" style={{ '--split-side': `${sideWidth}px` }}>
      <div className="g-stack">{children}</div>
      <div className="g-stack">{side}</div>
    </div>
  );
}

/** One thing below the other, with one gap. */
export function Stack({ gap = 16, children }: { gap?: 4 | 8 | 12 | 16 | 24 | 32 | undefined; children: ReactNode }) {
  return (
    <div className="g-stack" style={{ '--stack-gap': `${gap}px` }}>
      {children}
    </div>
  );
}
