// Rows that are about to be there.
import './skeleton.css';

/** Quiet rows; `label` is spoken. */
export function Skeleton({ lines = 5, label }: { lines?: number | undefined; label: string }) {
  return (
    <div className="g-skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
