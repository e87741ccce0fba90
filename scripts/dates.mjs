// Writes the names of months and weekdays into locales/<language>/dates.json from Node's full ICU,
// because browsers do not know them for every language we speak. Patterns and day words in the file are kept.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../locales/', import.meta.url);
const languages = JSON.parse(readFileSync(new URL('languages.json', folder), 'utf8'));
/** People who count their years in the Persian calendar get a second line with it. */
const withPersianCalendar = new Set(['fa', 'prs', 'ps']);

const monday = Date.UTC(2026, 5, 1);
const days = Array.from({ length: 7 }, (_, index) => monday + index * 86_400_000);
const months = Array.from({ length: 12 }, (_, index) => Date.UTC(2026, index, 15));
const persianMonths = Array.from(
  { length: 12 },
  (_, index) => Date.UTC(2026, 3, 5) + index * 30.44 * 86_400_000,
);

/** The part of a formatted date that is the month or the weekday; dots after shortened German names are cut. */
const part = (tag, options, kind) => {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  return (date) => {
    const name = format.formatToParts(date).find(({ type }) => type === kind)?.value;
    if (name === undefined) throw new Error(`${tag} has no ${kind}`);
    return name.replace(/\.$/, '');
  };
};

for (const [language, { intl }] of Object.entries(languages)) {
  const tag = `${intl}-u-ca-gregory-nu-latn`;
  const file = new URL(`${language}/dates.json`, folder);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const names = {
    months: months.map(part(tag, { day: 'numeric', month: 'long', year: 'numeric' }, 'month')),
    monthsAlone: months.map(part(tag, { month: 'long' }, 'month')),
    monthsShort: months.map(part(tag, { day: 'numeric', month: 'short', year: 'numeric' }, 'month')),
    weekdays: days.map(part(tag, { weekday: 'long' }, 'weekday')),
    weekdaysShort: days.map(part(tag, { weekday: 'short' }, 'weekday')),
  };
  if (withPersianCalendar.has(language))
    names.persianMonths = persianMonths.map(
      part(`${intl}-u-ca-persian-nu-latn`, { day: 'numeric', month: 'long' }, 'month'),
    );
  writeFileSync(file, `${JSON.stringify({ ...kept, ...names }, null, 2)}\n`);
}
