// The clock on the wall in Berlin and the days of the calendar, also where the clocks change.
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, calendarDateSchema, daysBetween, weekdayOf } from './calendar-date.ts';
import { clockOfLocalTime, localTimeOf, localTimeSchema, today } from './local-time.ts';

describe('the clock in the county', () => {
  test('late in the evening it is already tomorrow there, in winter and in summer', () => {
    expect(today(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23');
    expect(today(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(today(new Date('2026-11-22T22:30:00Z'))).toBe('2026-11-22');
  });

  test('midnight is 00:00', () => {
    expect(localTimeOf(new Date('2026-11-22T23:00:00Z'))).toBe('2026-11-23T00:00');
  });

  test('the hour that the clocks skip and the one they repeat', () => {
    expect(localTimeOf(new Date('2026-03-29T00:59:00Z'))).toBe('2026-03-29T01:59');
    expect(localTimeOf(new Date('2026-03-29T01:00:00Z'))).toBe('2026-03-29T03:00');
    expect(clockOfLocalTime(localTimeOf(new Date('2026-10-25T00:30:00Z')))).toBe('02:30');
    expect(clockOfLocalTime(localTimeOf(new Date('2026-10-25T01:30:00Z')))).toBe('02:30');
  });

  test.each([
    '2026-02-30T09:00',
    '2026-11-22T24:00',
    '2026-11-22 09:00',
    '2026-11-22T09:00Z',
    '2026-11-22T9:00',
    '',
  ])('%s is not a local time', (text) => {
    expect(localTimeSchema.safeParse(text).success).toBe(false);
  });
});

describe('the calendar', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '1899-12-31', '26-01-01', '2026-1-1'])(
    '%s is no day',
    (text) => {
      expect(calendarDateSchema.safeParse(text).success).toBe(false);
    },
  );

  test('days are counted across the change of the clocks', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('a month after the last of January is the last of February', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-22', -6)).toBe('2026-05-22');
  });

  test('22 November 2026 is a Sunday', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
  });
});
