// A moment as the clock on the wall shows it in Europe/Berlin: 'YYYY-MM-DDTHH:mm'. Appointments and consultations have one.
import * as z from 'zod/mini';
import { isCalendarDate } from './calendar-date.ts';
import { once } from './once.ts';

/** The zone of every date in Geleit. */
export const ZONE = 'Europe/Berlin';

/** A browser takes some 20 ms to make it: only who asks for a time waits. */
const berlin = once(
  () =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone: ZONE,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a text is a time of day, 'HH:mm'. */
export const isClockTime = (text: string): boolean => clock.test(text);

/** Whether a text is a local time on a day that exists. */
export const isLocalTime = (text: string): boolean =>
  text.length === 16 && text[10] === 'T' && isCalendarDate(text.slice(0, 10)) && isClockTime(text.slice(11));

/** A local time as a leaf. */
export const localTimeSchema = z.string().check(z.refine(isLocalTime));

/** What the clock in Berlin shows at a moment. */
export const localTimeOf = (at: Date): string => {
  const parts = new Map(
    berlin()
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
};

/** Which day it is in Berlin at a moment. */
export const today = (at: Date): string => localTimeOf(at).slice(0, 10);

/** The day of a local time, and its time of day. */
export const dateOfLocalTime = (local: string): string => local.slice(0, 10);
export const clockOfLocalTime = (local: string): string => local.slice(11);
