// The mark: one line, two stations, the second one warm.
import './mark.css';

/** The product's mark; silent, for its name stands beside or in the page title. */
export function Mark({ size = 32 }: { size?: number | undefined }) {
  return (
    <svg viewBox="0 0 32 32" className="g-mark" style={{ '--mark-size': `${size}px` }} aria-hidden>
      <path
        d="M5.5 26.5C21 26.5 9.5 6.5 26 6.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.6"
        strokeLinecap="round"
      />
      <circle cx="5.6" cy="26.2" r="4.6" fill="currentColor" />
      <circle className="g-mark-next" cx="25.8" cy="6.2" r="5.8" />
    </svg>
  );
}
