// Which step is now, which seven are seen, which dates come next.
import { expect, test } from 'vitest';
import type { PlanStep } from '#protocol/plan-view.ts';
import { firstShown, nextAppointments, stationsOf } from './path-steps.ts';

const step = (id: string, more: Partial<PlanStep> = {}): PlanStep => ({
  id,
  type: 'INTK_ALLG',
  title: null,
  state: 'GEPLANT',
  from: null,
  until: null,
  time: null,
  place: null,
  partner: null,
  contactName: null,
  contactPhone: null,
  bring: [],
  note: null,
  contested: false,
  ...more,
});
const path = (...states: string[]) => states.map((state, index) => step(String(index), { state }));

test('the first step that has not ended is now; there is never a second one', () => {
  const kinds = stationsOf(path('ERFOLG', 'ABBRUCH', 'LAEUFT', 'LAEUFT', 'GEPLANT')).map(({ kind }) => kind);
  expect(kinds).toEqual(['done', 'over', 'now', 'later', 'later']);
});

test('when everything is done, nothing is now', () => {
  expect(stationsOf(path('ERFOLG', 'ERFOLG')).map(({ kind }) => kind)).toEqual(['done', 'done']);
});

test('a step without a state, or with one we do not know, is still to come', () => {
  const kinds = stationsOf([step('a', { state: null }), step('b', { state: 'NEU' })]).map(({ kind }) => kind);
  expect(kinds).toEqual(['now', 'later']);
});

test('a long path shows two steps behind and the way ahead, seven in all', () => {
  const long = stationsOf(path(...Array<string>(5).fill('ERFOLG'), ...Array<string>(6).fill('GEPLANT')));
  expect(firstShown(long)).toBe(3);
  const atTheEnd = stationsOf(path(...Array<string>(10).fill('ERFOLG'), 'GEPLANT'));
  expect(firstShown(atTheEnd)).toBe(4);
  expect(firstShown(stationsOf(path('ERFOLG', 'ERFOLG', 'ERFOLG', 'GEPLANT')))).toBe(0);
});

test('the next three dates come soonest first, from today on', () => {
  const steps = [
    step('late', { from: '2027-03-01' }),
    step('noon', { from: '2026-12-15', time: '12:00' }),
    step('morning', { from: '2026-12-15', time: '09:30' }),
    step('past', { from: '2026-12-14' }),
    step('done', { from: '2026-12-20', state: 'ERFOLG' }),
    step('later', { from: '2027-01-11' }),
  ];
  expect(nextAppointments(steps, '2026-12-15').map(({ id }) => id)).toEqual(['morning', 'noon', 'later']);
});

test('a date about which two people wrote differently is not told as a date', () => {
  const steps = [
    step('contested', { from: '2026-12-16', contested: true }),
    step('sure', { from: '2027-01-11' }),
  ];
  expect(nextAppointments(steps, '2026-12-15').map(({ id }) => id)).toEqual(['sure', 'contested']);
});
