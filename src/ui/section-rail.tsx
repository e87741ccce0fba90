// The sections of a talk, with how much of each is answered.
import type { ReactNode } from 'react';
import { useCurrentInView } from './current-in-view.ts';
import { Link } from './link.tsx';
import { ProgressRing } from './progress.tsx';
import './section-rail.css';

/** The rail; in portrait one strip, whose current section stays in view, also when the tablet is turned. */
export function SectionRail({ label, children }: { label: string; children: ReactNode }) {
  const strip = useCurrentInView<HTMLElement>();
  return (
    <nav ref={strip} className="g-sections" aria-label={label}>
      {children}
    </nav>
  );
}

type SectionRailItemProps = {
  label: ReactNode;
  done: number;
  total: number;
  current?: boolean | undefined;
  /** A link, or a button with onClick. */
  href?: string | undefined;
  onClick?: (() => void) | undefined;
};

/** One section: ring, word, n/m. */
export function SectionRailItem({
  label,
  done,
  total,
  current = false,
  href,
  onClick,
}: SectionRailItemProps) {
  const inside = (
    <>
      <ProgressRing done={done} total={total} />
      <span className="g-section-word">{label}</span>
      <span className="g-section-count" dir="ltr">{`${done}/${total}`}</span>
    </>
  );
  const state = current ? 'step' : undefined;
  if (href !== undefined)
    return (
      <Link href={href} className="g-section" aria-current={state}>
        {inside}
      </Link>
    );
  return (
    <button type="button" className="g-section" aria-current={state} onClick={onClick}>
      {inside}
    </button>
  );
}
