// What waits is told by case, in words, and with a warning when it waits too long.
import { expect, test } from 'vitest';
import type { WaitingEntry } from '#store/store.ts';
import { fieldsOf, roundBytes, transferWarning, waitingByCase } from './waiting.ts';

let number = 0;
const entry = (caseId: string | null, kind: string, paths: readonly string[], at: string): WaitingEntry => ({
  number: (number += 1),
  deed: `deed ${String(number)}`,
  caseId,
  kind,
  recordId: `${kind} of ${caseId ?? 'county'}`,
  paths,
  set: Object.fromEntries(paths.map((path) => [path, 'x'])),
  at,
  refusal: null,
});

test('a caseworker sees by case what waits, the case she worked on last on top', () => {
  const entries = [
    entry('abdi', 'person', ['phone'], '2026-11-23T09:05:00.000Z'),
    entry('mohamad', 'consultation', ['topics', 'note'], '2026-11-23T09:10:00.000Z'),
    entry('abdi', 'person', ['phone', 'address'], '2026-11-23T09:20:00.000Z'),
    entry('mohamad', 'plan', ['steps/s1/from'], '2026-11-23T09:31:00.000Z'),
  ];
  expect(waitingByCase(entries)).toEqual([
    {
      caseId: 'mohamad',
      kinds: [
        { kind: 'consultation', fields: ['topics', 'note'] },
        { kind: 'plan', fields: ['steps'] },
      ],
      oldest: '2026-11-23T09:10:00.000Z',
      newest: '2026-11-23T09:31:00.000Z',
    },
    {
      caseId: 'abdi',
      kinds: [{ kind: 'person', fields: ['phone', 'address'] }],
      oldest: '2026-11-23T09:05:00.000Z',
      newest: '2026-11-23T09:20:00.000Z',
    },
  ]);
});

test('many leaves of one job are one word: work', () => {
  expect(fieldsOf([{ paths: ['jobs/j1/title', 'jobs/j1/from', 'jobs/j2/title', 'jobYears'] }])).toEqual([
    'jobs',
    'jobYears',
  ]);
});

test('a day without transfer is said, three days are urgent, and a wrong clock comes between', () => {
  const now = new Date('2026-11-23T12:00:00.000Z');
  const hoursAgo = (hours: number): string => new Date(now.getTime() - hours * 3_600_000).toISOString();
  expect(transferWarning(null, 0, now)).toBeNull();
  expect(transferWarning(hoursAgo(24), 0, now)).toBeNull();
  expect(transferWarning(hoursAgo(25), 0, now)).toBe('day');
  expect(transferWarning(hoursAgo(73), 0, now)).toBe('days');
  expect(transferWarning(null, 120_000, now)).toBeNull();
  expect(transferWarning(null, -121_000, now)).toBe('clock');
  expect(transferWarning(hoursAgo(25), 300_000, now)).toBe('clock');
  expect(transferWarning(hoursAgo(73), 300_000, now)).toBe('days');
});

test('room on the device is said in figures that people read', () => {
  expect(roundBytes(214_300_000)).toEqual({ figure: 214, unit: 'MB' });
  expect(roundBytes(1_100_000)).toEqual({ figure: 1.1, unit: 'MB' });
  expect(roundBytes(4_000_000_000)).toEqual({ figure: 4, unit: 'GB' });
  expect(roundBytes(900)).toEqual({ figure: 0.9, unit: 'kB' });
  expect(roundBytes(0)).toEqual({ figure: 0, unit: 'kB' });
});
