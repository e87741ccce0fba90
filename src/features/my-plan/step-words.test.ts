// What is said about a step, in which language, and what is never said.
import { expect, test } from 'vitest';
import { createPlanI18n } from '#i18n/create-plan-i18n.ts';
import { sayingIn } from '#i18n/react.tsx';
import { languageOrGerman } from '#i18n/languages.ts';
import type { PlanStep } from '#protocol/plan-view.ts';
import { laterToWords } from '#i18n/step-words.ts';
import { stepToWords } from './step-words.ts';

const today = '2026-11-22';
const sayingOf = async (tag: string) => sayingIn(await createPlanI18n(tag), languageOrGerman(tag), 'plan');
const german = await sayingOf('de');
const arabic = await sayingOf('ar');
const persian = await sayingOf('fa');

const registration: PlanStep = {
  id: '2',
  type: 'LAND_SPR',
  title: 'Anmeldung Deutsch-Kurs',
  state: 'BEANTRAGT',
  from: '2026-12-15',
  until: null,
  time: '09:30',
  place: 'Erster Stock',
  partner: 'VHS Fuhsetal',
  contactName: null,
  contactPhone: null,
  bring: [],
  note: null,
  contested: false,
};

test('in German a step is called what the caseworker called it', () => {
  const words = stepToWords(registration, german, today);
  expect(words.title).toEqual({ text: 'Anmeldung Deutsch-Kurs', written: true });
  expect(words.calledSo).toBeNull();
  expect(words.date).toBe('Dienstag, 15. Dezember 2026');
  expect(words.time).toEqual({ text: '9:30\u00a0Uhr', written: false });
});

test('in Arabic it is called by its kind, and the German name stands beside it', () => {
  const words = stepToWords(registration, arabic, today);
  expect(words.title).toEqual({ text: 'دورة اللغة الألمانية', written: false });
  expect(words.calledSo).toBe('Anmeldung Deutsch-Kurs');
});

test('a step of no known kind keeps the name that was written', () => {
  const own = { ...registration, type: null, title: 'Umzug nach Velchau' };
  expect(stepToWords(own, arabic, today).title).toEqual({ text: 'Umzug nach Velchau', written: true });
  const unknown = { ...registration, type: 'NEUE_MASSNAHME', title: null };
  expect(stepToWords(unknown, german, today).title).toEqual({ text: 'Ein Schritt', written: false });
});

test('a contested date is never shown: not the day, not the hour, not in the other calendar', () => {
  const words = stepToWords({ ...registration, contested: true }, persian, today);
  expect(JSON.stringify(words)).not.toMatch(/2026|09:30|9:30|۱۴۰۵/);
  expect(words.date).toBe('تاریخ در حال بررسی است');
  expect(laterToWords({ ...registration, contested: true }, german, today)).toBe('Datum wird geklärt');
});

test('a Persian reader sees the day in her own calendar too', () => {
  expect(stepToWords(registration, persian, today).ownCalendar).toBe('۲۴ آذر ۱۴۰۵');
});

test('hours that are no clock time stay as they were written', () => {
  const words = stepToWords({ ...registration, time: 'Mo bis Do 9–12 Uhr' }, arabic, today);
  expect(words.time).toEqual({ text: 'Mo bis Do 9–12 Uhr', written: true });
});

test('a course that runs says until when', () => {
  const running = { ...registration, state: 'LAEUFT', from: '2026-09-01', until: '2027-06-30', time: null };
  expect(stepToWords(running, german, today).date).toBe('bis 30. Juni 2027');
});

test('what lies ahead says from when, or simply: later', () => {
  const planned = { ...registration, state: 'GEPLANT' };
  expect(laterToWords(planned, german, today)).toBe('ab 15. Dezember 2026');
  expect(laterToWords({ ...planned, from: null }, german, today)).toBe('später');
  expect(laterToWords(registration, german, today)).toBe('angemeldet · ab 15. Dezember 2026');
});
