// Dates of which only a part is known: what may be stored, what somebody typed, how old somebody can be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth, isCalendarDate } from './calendar-date.ts';
import {
  ageRange,
  comparePartialDates,
  firstDayOf,
  formatPartialDate,
  lastDayOf,
  partialDateFromParts,
  partialDateSchema,
  type PartialDate,
} from './partial-date.ts';

const partialDate: fc.Arbitrary<PartialDate> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.nat({ max: 30 }),
  })
  .chain(({ year, month, day }) =>
    fc.constantFrom({ year }, { year, month }, { year, month, day: (day % daysInMonth(year, month)) + 1 }),
  );

describe('a birth date as Zarghuna knows it', () => {
  test('a year alone may be stored, and an estimated one says so', () => {
    expect(partialDateSchema.safeParse({ year: 1989, estimated: true }).success).toBe(true);
  });

  test.each([
    ['31 February', { year: 1998, month: 2, day: 31 }],
    ['29 February of a common year', { year: 2023, month: 2, day: 29 }],
    ['a day without a month', { year: 1998, day: 3 }],
    ['a month without a year', { month: 3 }],
    ['a thirteenth month', { year: 1998, month: 13 }],
    ['half a day', { year: 1998, month: 3, day: 1.5 }],
    ['a name smuggled in', { year: 1998, name: 'x' }],
  ])('%s is refused', (_what, value) => {
    expect(partialDateSchema.safeParse(value).success).toBe(false);
  });

  test('29 February of a leap year is a day', () => {
    expect(partialDateSchema.safeParse({ year: 2024, month: 2, day: 29 }).success).toBe(true);
  });
});

describe('what somebody typed', () => {
  const today = '2026-11-22';

  test('nothing is no date and no mistake', () => {
    expect(partialDateFromParts({ day: '', month: ' ', year: undefined })).toEqual({ ok: true, value: null });
  });

  test('Arabic and Persian digits are numbers', () => {
    expect(partialDateFromParts({ day: '٠١', month: '۰۲', year: '١٩٩٨' }, { today })).toEqual({
      ok: true,
      value: { year: 1998, month: 2, day: 1 },
    });
  });

  test.each([
    ['no-such-date', { day: '31', month: '2', year: '1998' }],
    ['no-such-date', { month: '0', year: '1998' }],
    ['year-missing', { day: '3', month: '2' }],
    ['month-missing', { day: '3', year: '1998' }],
    ['not-a-number', { year: 'neunzehn' }],
    ['not-a-number', { year: '-1' }],
    ['too-long-ago', { year: '98' }],
    ['in-the-future', { day: '23', month: '11', year: '2026' }],
    ['in-the-future', { year: '2027' }],
  ])('%s is told, not stored: %j', (type, raw) => {
    expect(partialDateFromParts(raw, { today })).toEqual({ ok: false, error: { type } });
  });

  test('this month and this year are not the future', () => {
    expect(partialDateFromParts({ month: '11', year: '2026' }, { today }).ok).toBe(true);
    expect(partialDateFromParts({ year: '2027' }).ok).toBe(true);
  });

  test('whatever can be stored can be typed, and comes back the same', () => {
    fc.assert(
      fc.property(partialDate, ({ year, month, day }) => {
        const typed = { year: String(year), month: month?.toString(), day: day?.toString() };
        expect(partialDateFromParts(typed)).toEqual({
          ok: true,
          value: { year, ...(month && { month }), ...(day && { day }) },
        });
      }),
    );
  });
});

describe('reckoning with partial dates', () => {
  test('they are written with digits and dots', () => {
    expect(formatPartialDate({ year: 1998 })).toBe('1998');
    expect(formatPartialDate({ year: 1998, month: 5 })).toBe('05.1998');
    expect(formatPartialDate({ year: 1998, month: 5, day: 3 })).toBe('03.05.1998');
  });

  test('they begin and end on days that exist, in that order', () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        expect(isCalendarDate(firstDayOf(date)) && isCalendarDate(lastDayOf(date))).toBe(true);
        expect(firstDayOf(date) <= lastDayOf(date)).toBe(true);
      }),
    );
  });

  test('sorting is the same from whichever side one looks', () => {
    fc.assert(
      fc.property(partialDate, partialDate, (a, b) => {
        expect(Math.sign(comparePartialDates(a, b)) + Math.sign(comparePartialDates(b, a))).toBe(0);
      }),
    );
    expect(comparePartialDates({ year: 1998 }, { year: 1998, month: 1 })).toBeLessThan(0);
    expect(comparePartialDates({ year: 1998, month: 12 }, { year: 1999 })).toBeLessThan(0);
  });

  test('somebody of whom only the year is known has two possible ages, an estimate gives more', () => {
    expect(ageRange({ year: 1998 }, '2026-11-22')).toEqual({ least: 27, most: 28 });
    expect(ageRange({ year: 1998, estimated: true }, '2026-11-22')).toEqual({ least: 26, most: 29 });
    expect(ageRange({ year: 1998, month: 11, day: 22 }, '2026-11-22')).toEqual({ least: 28, most: 28 });
    expect(ageRange({ year: 1998, month: 11, day: 23 }, '2026-11-22')).toEqual({ least: 27, most: 27 });
  });
});
