// Which cases changed while somebody was looking: what the tablets sent shows itself, quietly and for a moment.
import { useEffect, useState } from 'react';
import type { CaseSummary } from '#domain/case-summary.ts';

/** How long a change is shown, and above how many nobody could follow anyway. */
const MOMENT = 8000;
const MANY = 50;
const none: ReadonlySet<string> = new Set();

const byId = (cases: readonly CaseSummary[]): ReadonlyMap<string, CaseSummary> =>
  new Map(cases.map((summary) => [summary.caseId, summary]));

/** The cases that are new or another than before. A summary stays the same object until its case changes. */
export const changedBetween = (
  before: ReadonlyMap<string, CaseSummary>,
  cases: readonly CaseSummary[],
): ReadonlySet<string> => {
  const changed = cases.filter((summary) => before.get(summary.caseId) !== summary);
  if (before.size === 0 || changed.length > MANY) return none;
  return new Set(changed.map(({ caseId }) => caseId));
};

/** The cases that changed just now. */
export const useJustChanged = (cases: readonly CaseSummary[]): ReadonlySet<string> => {
  const [seen, setSeen] = useState(() => ({ cases, before: byId(cases), changed: none }));
  if (seen.cases !== cases) {
    const changed = changedBetween(seen.before, cases);
    setSeen({ cases, before: byId(cases), changed: new Set([...seen.changed, ...changed]) });
  }
  const { changed } = seen;
  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setSeen((now) => ({ ...now, changed: none })), MOMENT);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
};
