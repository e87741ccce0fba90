// Dates are said the same on every phone: our names, the Gregorian calendar, Latin digits.
import { describe, expect, test } from 'vitest';
import arabic from '#locales/ar/dates.json';
import german from '#locales/de/dates.json';
import english from '#locales/en/dates.json';
import persian from '#locales/fa/dates.json';
import ukrainian from '#locales/uk/dates.json';
import { dateTableSchema } from './date-table.ts';
import { createFormat } from './format.ts';
import { languageOrGerman } from './languages.ts';

const formatOf = (tag: string, table: unknown) =>
  createFormat(languageOrGerman(tag), dateTableSchema.parse(table));
const de = formatOf('de', german);
const en = formatOf('en', english);
const ar = formatOf('ar', arabic);
const fa = formatOf('fa', persian);
const uk = formatOf('uk', ukrainian);

describe('a date', () => {
  test('has its weekday and its month in words', () => {
    expect(de.date('2026-12-15')).toBe('Di, 15. Dezember 2026');
    expect(de.dateLong('2026-12-15')).toBe('Dienstag, 15. Dezember 2026');
    expect(en.dateLong('2026-12-15')).toBe('Tuesday, 15 December 2026');
    expect(ar.dateLong('2026-12-15')).toBe('الثلاثاء، 15 ديسمبر 2026');
    expect(uk.dateLong('2026-12-15')).toBe('Вівторок, 15 грудня 2026 року');
  });

  test('is Gregorian with Latin digits for a Persian reader, and her own calendar stands beside it', () => {
    expect(fa.dateLong('2027-01-18')).toBe('دوشنبه، 18 ژانویهٔ 2027');
    expect(fa.persianDate('2027-01-18')).toBe('۲۸ دی ۱۴۰۵');
    expect(de.persianDate('2027-01-18')).toBeNull();
  });

  test('keeps its weekday at the turn of the year and on a leap day', () => {
    expect(de.dateLong('2027-01-01')).toBe('Freitag, 1. Januar 2027');
    expect(de.dateLong('2028-02-29')).toBe('Dienstag, 29. Februar 2028');
  });

  test('that nobody can read is shown as it was written', () => {
    expect(de.date('irgendwann')).toBe('irgendwann');
  });
});

test('a time is said as on letters from offices', () => {
  expect(de.time('09:30')).toBe('9:30\u00a0Uhr');
  expect(de.time('00:15')).toBe('0:15\u00a0Uhr');
  expect(ar.time('09:30')).toBe('الساعة 9:30');
});

test('an instant is said in the time of the county, in winter and in summer', () => {
  expect(de.instant('2026-12-15T08:30:00Z')).toBe('Di, 15. Dezember 2026, 9:30\u00a0Uhr');
  expect(de.instant('2026-07-15T22:30:00Z')).toBe('Do, 16. Juli 2026, 0:30\u00a0Uhr');
  expect(de.instantNear('2026-12-15T08:30:00Z', '2026-12-15')).toBe('heute, 9:30\u00a0Uhr');
  expect(de.instantNear('2026-12-14T08:30:00Z', '2026-12-15')).toBe('gestern, 9:30\u00a0Uhr');
  expect(de.instantNear('2026-12-01T08:30:00Z', '2026-12-15')).toBe('Di, 1. Dezember 2026, 9:30\u00a0Uhr');
});

test('a span says where it begins, where it ends, or both', () => {
  expect(de.range('2027-01-11', null)).toBe('ab 11. Januar 2027');
  expect(de.range(null, '2027-06-30')).toBe('bis 30. Juni 2027');
  expect(de.range('2027-01-11', '2027-06-30')).toBe('11. Januar 2027 bis 30. Juni 2027');
  expect(de.range('2027-01-11', '2027-01-11')).toBe('11. Januar 2027');
  expect(de.range(null, null)).toBe('');
});

test('what is only partly known is said as far as it is known', () => {
  expect(de.partialDate({ year: 2015 })).toBe('2015');
  expect(de.partialDate({ year: 2015, estimated: true })).toBe('etwa 2015');
  expect(de.partialDate({ year: 2015, month: 3 })).toBe('März 2015');
  expect(de.partialDate({ year: 2015, month: 3, day: 4 })).toBe('4. März 2015');
  expect(uk.partialDate({ year: 2015, month: 12 })).toBe('грудень 2015 року');
  expect(de.partialDate({ year: null })).toBe('');
});

test('days near today have words, with the forms that each language counts with', () => {
  const today = '2026-12-15';
  expect(['2026-12-14', '2026-12-15', '2026-12-16'].map((day) => de.relativeDay(day, today))).toEqual([
    'gestern',
    'heute',
    'morgen',
  ]);
  expect(de.relativeDay('2026-12-18', today)).toBe('in 3 Tagen');
  expect(de.relativeDay('2026-12-12', today)).toBe('vor 3 Tagen');
  expect(
    ['2026-12-17', '2026-12-20', '2026-12-26', '2027-03-25'].map((day) => ar.relativeDay(day, today)),
  ).toEqual(['بعد يومين', 'بعد 5 أيام', 'بعد 11 يومًا', 'بعد 100 يوم']);
  expect(['2026-12-17', '2026-12-20', '2027-01-05'].map((day) => uk.relativeDay(day, today))).toEqual([
    'через 2 дні',
    'через 5 днів',
    'через 21 день',
  ]);
});

test('countries and languages have names', () => {
  expect(de.countryName('SY')).toBe('Syrien');
  expect(de.countryName('UNBEKANNT')).toBe('UNBEKANNT');
  expect(de.languageName('ar')).toBe('Arabisch');
  expect(en.languageName('fa')).toBe('Persian (Farsi)');
  expect(de.languageName('ti')).toBe('Tigrinya');
  // browsers call it Kurdish, as if there were one, and do not know Susu
  expect(de.languageName('kmr')).toBe('Kurmandschi');
  expect(en.languageName('kmr')).toBe('Kurmanji');
  expect(de.languageName('sus')).toBe('Susu');
});

test('lists and numbers are said in the language', () => {
  expect(de.list(['Ausweis', 'Brief', 'Foto'])).toBe('Ausweis, Brief und Foto');
  expect(de.number(1234)).toBe('1.234');
});
