// The calendar file that a phone takes in.
import { expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from './calendar-file.ts';

const now = '2026-11-22T10:00:00.123Z';
const entry: CalendarEntry = {
  id: 'step-2',
  title: 'Anmeldung Deutsch-Kurs',
  day: '2026-12-15',
  time: '9:30',
  place: 'VHS Fuhsetal, Erster Stock',
  note: null,
};

test('an appointment begins at its hour in Berlin, wherever the phone believes to be', () => {
  const lines = calendarFile(entry, now).split('\r\n');
  expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20261215T093000');
  expect(lines).toContain('BEGIN:VTIMEZONE');
  expect(lines).toContain('DTSTAMP:20261122T100000Z');
  expect(lines).toContain('UID:step-2@geleit');
});

test('a day without an hour is a whole day, and needs no time zone', () => {
  const file = calendarFile({ ...entry, time: null }, now);
  expect(file).toContain('DTSTART;VALUE=DATE:20261215\r\n');
  expect(file).not.toContain('VTIMEZONE');
  expect(file).not.toContain('DURATION');
});

test('commas, semicolons and line breaks in words of people stay words', () => {
  const file = calendarFile({ ...entry, note: 'Erst klingeln; dann warten,\nbitte \\ danke' }, now);
  expect(file).toContain('LOCATION:VHS Fuhsetal\\, Erster Stock\r\n');
  expect(file).toContain('DESCRIPTION:Erst klingeln\\; dann warten\\,\\nbitte \\\\ danke\r\n');
});

test.each(['\n', '\r\n', '\r', '\u0085', '\u2028', '\v'])(
  '[V17] no word of somebody’s begins a line of its own, whichever sign %j ends the one before',
  (end) => {
    const file = calendarFile({ ...entry, title: `Kurs${end}ATTACH:https://elsewhere.example` }, now);
    expect(file).toContain('SUMMARY:Kurs\\nATTACH:https://elsewhere.example\r\n');
    expect(file.split(/[\n\r\v\f\u0085\u2028\u2029]/).filter((line) => line.startsWith('ATTACH'))).toEqual(
      [],
    );
  },
);

test('no line is longer than 75 bytes, and no letter is cut in two', () => {
  const title = 'دورة اللغة الألمانية '.repeat(12).trim();
  const file = calendarFile({ ...entry, title }, now);
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
});

test('the file ends as the standard wants, and is reminded of a day before', () => {
  const file = calendarFile(entry, now);
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(file).toContain('TRIGGER:-P1D\r\n');
});
