// A day in the calendar, without time and zone: 'YYYY-MM-DD'. Counted in UTC, so that no clock change moves a day.
import * as z from 'zod/mini';

const DAY = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** How many days a month has. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether a text names a day that exists, between 1900 and 2199. */
export const isCalendarDate = (text: string): boolean => {
  const [, year, month, day] = (shape.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return (
    year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
};

/** A calendar date as a leaf; 31 February is refused (§3 of the design: calendar dates in Europe/Berlin). */
export const calendarDateSchema = z.string().check(z.refine(isCalendarDate));

const toUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The day so many days later (or earlier, if negative). */
export const addDays = (date: string, days: number): string =>
  new Date(toUtc(date) + days * DAY).toISOString().slice(0, 10);

/** The day so many months later; the last day of the month where that day does not exist. */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return addDays(first.toISOString().slice(0, 10), Math.min(day, last) - 1);
};

/** How many days from one day to another; negative if the other is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((toUtc(to) - toUtc(from)) / DAY);

/** The day of the week, 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(toUtc(date)).getUTCDay() || 7;
