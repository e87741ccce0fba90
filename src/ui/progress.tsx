// How much is done: a ring with n of m, and bars for a row of steps.
import { classNames } from './class-names.ts';
import './progress.css';

type ProgressRingProps = {
  done: number;
  total: number;
  size?: number | undefined;
  /** Spoken; silent if n/m stands beside it. */
  label?: string | undefined;
};

/** An arc; complete is a green ring with a tick. */
export function ProgressRing({ done, total, size = 28, label }: ProgressRingProps) {
  const isFull = total > 0 && done >= total;
  const around = 2 * Math.PI * 10;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <svg
      viewBox="0 0 28 28"
      className={classNames('g-ring', isFull && 'g-ring-full')}
      style={{ '--ring-size': `${size}px` }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <circle className="g-ring-track" cx="14" cy="14" r="10" />
      {share > 0 && (
        <circle
          className="g-ring-arc"
          cx="14"
          cy="14"
          r="10"
          transform="rotate(-90 14 14)"
          strokeDasharray={isFull ? undefined : `${Math.max(0.1, share * around - 4)} ${around}`}
        />
      )}
      {isFull && <path className="g-ring-tick" d="m9.5 14.3 3 3 6-6" />}
    </svg>
  );
}

type StepBarsProps = {
  /** How many are behind; the next one is current. */
  done: number;
  total: number;
  label: string;
  /** s is 26 × 6: in a page head. */
  size?: 's' | 'm' | undefined;
};

/** Bars of 44 × 8. */
export function StepBars({ done, total, label, size = 'm' }: StepBarsProps) {
  return (
    <div className={`g-bars g-bars-${size}`} role="img" aria-label={label}>
      {Array.from({ length: total }, (_, index) => (
        <span
          key={index}
          className={index < done ? 'g-bar-done' : index === done ? 'g-bar-now' : undefined}
        />
      ))}
    </div>
  );
}
