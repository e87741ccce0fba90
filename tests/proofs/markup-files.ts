// What leaves the program as a file: whether a payload is a formula in a table, or begins a line in a calendar.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { calendarFile } from '#features/my-plan/calendar-file.ts';
import { csvOf } from '#features/review/csv.ts';
import { goTo } from '#tests/walks/county.ts';
import type { Watch } from './markup-watch.ts';

export type Table = {
  readonly cells: number;
  readonly formulas: readonly string[];
  readonly escaped: number;
};

/** The cells of a file, as a program for tables reads it. */
const cellsOf = (csv: string): readonly string[] =>
  [...csv.replace(/^\uFEFF/, '').matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

/** What a program for tables would run, also behind blanks and in the wide letters of East Asia. */
const isFormula = (cell: string): boolean => /^(\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/.test(cell);

/** Reads a table. */
const readTable = (csv: string): Table => {
  const cells = cellsOf(csv);
  return {
    cells: cells.length,
    formulas: cells.filter(isFormula),
    escaped: cells.filter((cell) => cell.startsWith("'") && isFormula(cell.slice(1))).length,
  };
};

/** The payloads alone, each in a cell of its own between others; told apart, so that none is lost or doubled. */
export const tableOf = (payloads: readonly string[]): Table => {
  const read = readTable(csvOf(payloads.map((payload) => ['x', payload, 'y'])));
  return read.cells === payloads.length * 3 + 1 ? read : { ...read, formulas: ['cells were lost or added'] };
};

const press = async (page: Page, watch: Watch, deed: () => Promise<void>): Promise<string> => {
  watch.asked += 1;
  const waiting = page.waitForEvent('download');
  await deed();
  return readFileSync(await (await waiting).path(), 'utf8');
};

/** Exports the list as a supervisor does, and reads the file. */
export const exportTable = async (page: Page, watch: Watch): Promise<Table> => {
  watch.at = 'the list as a file';
  await goTo(page, '/fallbestand');
  await page.locator('.g-review-deeds button').nth(1).click();
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  return readTable(await press(page, watch, () => dialog.locator('button').last().click()));
};

const names = [
  ...['BEGIN', 'END', 'VERSION', 'PRODID', 'CALSCALE', 'TZID', 'DTSTART', 'RRULE', 'TZOFFSETFROM'],
  ...['TZOFFSETTO', 'TZNAME', 'UID', 'DTSTAMP', 'DURATION', 'SUMMARY', 'LOCATION', 'DESCRIPTION'],
  ...['ACTION', 'TRIGGER'],
];
const own = new RegExp(`^(?: |(?:${names.join('|')})[:;]|$)`);

/** The lines of a calendar that a text has begun, whatever a reader takes for the end of a line. */
const addedTo = (calendar: string): readonly string[] => {
  const lines = calendar.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  const alarms = lines.filter((line) => line === 'BEGIN:VALARM');
  return [...lines.filter((line) => !own.test(line)), ...alarms.slice(1)];
};

/** The payloads alone, each as title, place and note of an appointment. */
export const addedToCalendars = (payloads: readonly string[]): readonly string[] =>
  payloads.flatMap((text) =>
    addedTo(
      calendarFile(
        { id: 'step-0001', title: text, day: '2026-12-15', time: '09:30', place: text, note: text },
        '2026-11-22T09:00:00.000Z',
      ),
    ),
  );

/** Takes the appointment that is open into the calendar, if there is one to keep. Undefined: there is none. */
export const exportCalendar = async (page: Page, watch: Watch): Promise<readonly string[] | undefined> => {
  const deeds = page.locator('.g-foot-deeds button');
  if ((await deeds.count()) < 2) return undefined;
  return addedTo(await press(page, watch, () => deeds.first().click()));
};
