// Times as people type them, and moments made of a day and a time.
import { expect, test } from 'vitest';
import { readClock } from './clock.ts';
import { readLocalTime } from './local-time-field.tsx';

const at = (day: string, month: string, year: string, time: string) =>
  readLocalTime({ date: { day, month, year, estimated: false }, time });

test('nine, half past nine and a quarter to five are understood however they are typed', () => {
  expect(['9', '930', '9:30', '09.30 Uhr', '16h45', '1645'].map(readClock)).toEqual([
    ...['09:00', '09:30', '09:30', '09:30', '16:45', '16:45'],
  ]);
});

test('a day and a time make a moment', () => {
  expect(at('1', '12', '2026', '14')).toEqual({ ok: true, value: '2026-12-01T14:00' });
  expect(at('', '', '', '')).toEqual({ ok: true, value: null });
});

test('half a moment is none, and says which half is missing', () => {
  expect(at('1', '12', '2026', '')).toMatchObject({ error: { type: 'time-missing' } });
  expect(at('', '', '', '14')).toMatchObject({ error: { type: 'date-missing' } });
  expect(at('', '12', '2026', '14')).toMatchObject({ error: { type: 'day-missing' } });
  expect(at('1', '12', '2026', '25:00')).toMatchObject({ error: { type: 'no-such-time' } });
  expect(at('31', '2', '2026', '14')).toMatchObject({ error: { type: 'no-such-date' } });
});
