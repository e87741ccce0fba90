// Words that are spoken but not shown.
import type { ReactNode } from 'react';
import './hidden.css';

/** Says something to a screen reader only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="g-hidden">{children}</span>;
}
