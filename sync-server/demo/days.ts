// Days around the day of seeding: what must look like this week is told in days from today.
import { addDays, weekdayOf } from '#domain/calendar-date.ts';
import { today } from '#domain/local-time.ts';

/** `day` counts from today; `workday` moves a weekend to the Friday before or, ahead of today, to the Monday after. */
export type Days = {
  readonly today: string;
  readonly day: (offset: number) => string;
  readonly workday: (offset: number) => string;
  /** A local time on such a workday. */
  readonly at: (offset: number, clock: string) => string;
};

const movedOffWeekend = (date: string, isAhead: boolean): string => {
  const weekday = weekdayOf(date);
  if (weekday < 6) return date;
  return addDays(date, isAhead ? 8 - weekday : 5 - weekday);
};

/**
 * The days around a moment. Today and tomorrow stay what they are, so that the day's path is never empty.
 * @param now an ISO instant
 */
export const daysAround = (now: string): Days => {
  const start = today(new Date(now));
  const day = (offset: number): string => addDays(start, offset);
  const workday = (offset: number): string =>
    offset === 0 || offset === 1 ? day(offset) : movedOffWeekend(day(offset), offset > 1);
  return { today: start, day, workday, at: (offset, clock) => `${workday(offset)}T${clock}` };
};
