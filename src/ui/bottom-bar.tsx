// The frame of the person's plan on a phone: head, page, the bar with its places or a step's deeds.
import type { ReactNode } from 'react';
import { Icon, type IconPicture } from './icon.tsx';
import { Link } from './link.tsx';
import './bottom-bar.css';

/** One column of at most 480, with room for the bar below. */
export function PlanFrame({ bar, children }: { bar?: ReactNode; children: ReactNode }) {
  return (
    <>
      <main className="g-plan-frame">{children}</main>
      {bar}
    </>
  );
}

/** Title (or a way back) at the start, the voice at the end. */
export function PlanHead({ title, back, end }: { title?: ReactNode; back?: ReactNode; end?: ReactNode }) {
  return (
    <header className="g-plan-head">
      {back}
      {title !== undefined && (
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
      )}
      {end}
    </header>
  );
}

/** The bar below. */
export function BottomBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="g-bottom-bar" aria-label={label}>
      {children}
    </nav>
  );
}

type BottomBarItemProps = {
  href: string;
  icon: IconPicture;
  label: ReactNode;
  current?: boolean | undefined;
};

/** One place in the bar. */
export function BottomBarItem({ href, icon, label, current = false }: BottomBarItemProps) {
  return (
    <Link href={href} className="g-bottom-item" aria-current={current ? 'page' : undefined}>
      <Icon icon={icon} size={26} />
      <span>{label}</span>
    </Link>
  );
}

/** Two deeds at the foot of a step. */
export function FootDeeds({ children }: { children: ReactNode }) {
  return <div className="g-foot-deeds">{children}</div>;
}
