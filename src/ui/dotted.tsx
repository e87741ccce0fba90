// A few short facts in one line, with dots between them; where they do not fit, each begins its own line without a dot.
import type { ReactNode } from 'react';
import './dotted.css';

/** "9:30 · VHS Fuhsetal". What is empty is left out. */
export function Dotted({ parts }: { parts: readonly ReactNode[] }) {
  const said = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  return (
    <span className="g-dotted">
      <span>
        {said.map((part, index) => (
          <span key={index}>
            <i aria-hidden>·</i>
            {part}
          </span>
        ))}
      </span>
    </span>
  );
}
