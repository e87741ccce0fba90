// The days between two steps on which nothing happens: they have a lane of their own, because people live through them.
import { daysBetween } from '#domain/calendar-date.ts';
import { endsBeforeItBegins, hasNoTime, stageOf, type Station } from './stations.ts';

/** A stretch without a step. `before` is the step that ends it. */
export type WaitingTime = {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly before: string;
};

/** A weekend between two courses is no waiting. */
const FREE_DAYS = 3;

/** The waiting times of a plan by date, whatever the order of its steps. Contested and impossible dates count as none. */
export const waitingTimesOf = (stations: readonly Station[]): readonly WaitingTime[] => {
  const dated = stations
    .filter(({ step, isContested }) => !isContested && !hasNoTime(step) && !endsBeforeItBegins(step))
    .flatMap(({ id, step }) => {
      const { from, until } = step;
      return from === undefined ? [] : [{ id, from, until, isOver: stageOf(step) === 'ENDED' }];
    })
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  const waits: WaitingTime[] = [];
  let end: string | undefined;
  for (const { id, from, until, isOver } of dated) {
    const days = end === undefined ? 0 : daysBetween(end, from);
    if (end !== undefined && days > FREE_DAYS) waits.push({ from: end, to: from, days, before: id });
    // Work that goes on, or a course whose end nobody knows: after it nobody can say that somebody waits.
    if (until === undefined && !isOver) break;
    if (until === undefined) end = undefined;
    else if (end === undefined || until > end) end = until;
  }
  return waits;
};
