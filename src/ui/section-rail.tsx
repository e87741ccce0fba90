// The sections of a talk, with how much of each is answered.
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from './link.tsx';
import { ProgressRing } from './progress.tsx';
import './section-rail.css';

/** Slides the strip until the current section stands in its middle. The page itself stays where it is. */
const showCurrent = (strip: HTMLElement): void => {
  const here = strip.querySelector('[aria-current]')?.getBoundingClientRect();
  if (here === undefined) return;
  const around = strip.getBoundingClientRect();
  strip.scrollBy({ left: here.left + here.width / 2 - around.left - around.width / 2, behavior: 'instant' });
};

/** The rail; in portrait one strip, whose current section stays in view, also when the tablet is turned. */
export function SectionRail({ label, children }: { label: string; children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    if (strip.current !== null) showCurrent(strip.current);
  });
  useEffect(() => {
    const here = strip.current;
    if (here === null) return undefined;
    const turned = new ResizeObserver(() => showCurrent(here));
    turned.observe(here);
    return () => turned.disconnect();
  }, []);
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
