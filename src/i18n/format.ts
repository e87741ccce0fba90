// How dates, times, countries and lists are said: always the Gregorian calendar and Latin digits, names from our own tables.
import { localMoment } from './berlin-time.ts';
import type { DateTable } from './date-table.ts';
import { languageByTag, type Language } from './languages.ts';

/** A date that is only partly known, as people tell it: "2015", "March 2015", "about 2015". */
export type KnownDate = {
  readonly year: number | null;
  readonly month?: number | null | undefined;
  readonly day?: number | null | undefined;
  readonly estimated?: boolean | undefined;
};

const fill = (pattern: string, parts: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);

const utc = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
const isDate = (iso: string): boolean => !Number.isNaN(utc(iso).getTime());
/** 0 is Monday. */
const weekdayOf = (iso: string): number => (utc(iso).getUTCDay() + 6) % 7;
const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);

/** How many days lie between; negative if the second comes first. */
const daysBetween = (from: string, until: string): number =>
  Math.round((utc(until).getTime() - utc(from).getTime()) / 86_400_000);

/** "09:30" is said "9:30", as on the letters of offices. */
const clock = (time: string): string => time.slice(0, 5).replace(/^0(?=\d)/, '');

const persianDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));

/** Browsers count the Persian calendar well; only its names are ours. */
const persianParts = (iso: string): { day: string; month: number; year: string } => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const parts = new Map(format.formatToParts(utc(iso)).map(({ type, value }) => [String(type), value]));
  return { day: parts.get('day') ?? '', month: Number(parts.get('month')), year: parts.get('year') ?? '' };
};

/** Everything a screen says about dates, times, places and lists in one language. */
export const createFormat = (language: Language, table: DateTable) => {
  const { patterns, relative } = table;
  const pluralRules = new Intl.PluralRules(language.intl);

  const partsOf = (iso: string): Readonly<Record<string, string>> => {
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
    const index = Number(month) - 1;
    const weekday = table.weekdays[weekdayOf(iso)] ?? '';
    return {
      year,
      mm: month,
      dd: day,
      day: String(Number(day)),
      month: table.months[index] ?? month,
      monthAlone: table.monthsAlone[index] ?? month,
      monthShort: table.monthsShort[index] ?? month,
      weekday,
      Weekday: capital(weekday),
      weekdayShort: table.weekdaysShort[weekdayOf(iso)] ?? '',
    };
  };
  const say = (pattern: string) => (iso: string) => (isDate(iso) ? fill(pattern, partsOf(iso)) : iso);

  /** "Di, 15. Dezember 2026" */
  const date = say(patterns.date);
  /** "Dienstag, 15. Dezember 2026" */
  const dateLong = say(patterns.long);
  /** "15. Dezember 2026" */
  const day = say(patterns.day);
  /** "15.12.2026", for narrow columns */
  const dateShort = say(patterns.short);
  /** "9:30 Uhr" from "09:30" */
  const time = (value: string): string => fill(patterns.time, { time: clock(value) });
  /** What was said of a day and of an hour, in one. */
  const withTime = (day: string, hour: string): string => fill(patterns.dateTime, { date: day, time: hour });
  /** "Di, 15. Dezember 2026, 9:30 Uhr" from a local "2026-12-15T09:30" */
  const dateTime = (local: string): string =>
    local.length > 10 ? withTime(date(local), time(local.slice(11, 16))) : date(local);
  /** "ab …", "bis …", "… bis …"; one day said once; '' if nothing is known. */
  const range = (from: string | null, until: string | null): string => {
    if (from !== null && until !== null && from !== until)
      return fill(patterns.range, { from: day(from), until: day(until) });
    if (from !== null) return until === null ? fill(patterns.from, { date: day(from) }) : day(from);
    return until === null ? '' : fill(patterns.until, { date: day(until) });
  };

  const partialDate = ({ year, month, day: known, estimated }: KnownDate): string => {
    if (year === null) return '';
    const two = (value: number): string => String(value).padStart(2, '0');
    const said =
      month == null
        ? String(year)
        : known == null
          ? fill(patterns.month, partsOf(`${String(year)}-${two(month)}-01`))
          : day(`${String(year)}-${two(month)}-${two(known)}`);
    return estimated === true ? fill(patterns.estimated, { date: said }) : said;
  };

  const relativeDay = (iso: string, today: string): string => {
    const days = daysBetween(today, iso);
    if (days === 0) return relative.today;
    if (days === 1) return relative.tomorrow;
    if (days === -1) return relative.yesterday;
    const forms = days > 0 ? relative.inDays : relative.daysAgo;
    const n = Math.abs(days);
    return fill(forms[pluralRules.select(n)] ?? forms['other'] ?? '', { n: String(n) });
  };

  /** "۲۴ آذر ۱۴۰۵" for those who count so, else null. */
  const persianDate = (iso: string): string | null => {
    if (table.persianMonths === undefined || !isDate(iso)) return null;
    const parts = persianParts(iso);
    return persianDigits(`${parts.day} ${table.persianMonths[parts.month - 1] ?? ''} ${parts.year}`);
  };

  /** An instant from a server or a device, said in local time: "Di, 15. Dezember 2026, 9:30 Uhr". */
  const instant = (iso: string): string => dateTime(localMoment(iso));
  /** "heute, 9:30 Uhr", "gestern, …", and the date once it is longer ago. */
  const instantNear = (iso: string, today: string): string => {
    const local = localMoment(iso);
    const days = daysBetween(local, today);
    if (days !== 0 && days !== 1) return dateTime(local);
    return withTime(relativeDay(local, today), time(local.slice(11, 16)));
  };

  /** The browser's own names. Its list is dear to make and is made at most once. */
  const namesOf = (type: 'region' | 'language'): ((code: string) => string) => {
    let names: Intl.DisplayNames | undefined;
    return (code) => {
      try {
        names ??= new Intl.DisplayNames([language.intl], { type });
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    };
  };
  const countryName = namesOf('region');
  const otherLanguageName = namesOf('language');

  const languageName = (tag: string): string => {
    const known = languageByTag(tag);
    if (known !== undefined) {
      if (known.tag === language.tag) return known.endonym;
      if (language.tag === 'en') return known.english;
      if (language.tag === 'de') return known.name;
    }
    return table.languageNames?.[tag] ?? otherLanguageName(tag);
  };

  const list = (words: readonly string[]): string => new Intl.ListFormat(language.intl).format(words);
  /** "1.234" */
  const number = (value: number): string => new Intl.NumberFormat(`${language.intl}-u-nu-latn`).format(value);

  return {
    language,
    ...{
      date,
      dateLong,
      day,
      dateShort,
      time,
      withTime,
      dateTime,
      range,
      partialDate,
      relativeDay,
      daysBetween,
      persianDate,
    },
    ...{ instant, instantNear, countryName, languageName, list, number },
  };
};

/** What `useFormat()` gives. */
export type Format = ReturnType<typeof createFormat>;
