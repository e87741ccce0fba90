// A caseworker's day: what comes next, what is late, and what waits for her.
import { expect, test } from 'vitest';
import type { AppointmentSummary, CaseSummary } from '#domain/case-summary.ts';
import { openDisputes } from '#features/open-disputes.ts';
import { dayOf, minutesBetween, waitsForYou } from './day.ts';

const LEYLA = 'user-leyla';

const appointment = (at: string): AppointmentSummary => ({
  id: `appointment ${at}`,
  at,
  place: null,
  mode: null,
  interpreter: null,
  withWhom: null,
  state: null,
});

const caseOf = (name: string, more: Partial<CaseSummary> = {}): CaseSummary => ({
  caseId: `case ${name}`,
  name,
  search: '',
  languages: [],
  place: null,
  accommodation: null,
  status: null,
  legalValidUntil: null,
  profileState: null,
  profileDone: 0,
  profileTotal: 0,
  owner: LEYLA,
  deputies: [],
  opened: null,
  closed: null,
  nextStep: null,
  appointments: [],
  followUps: [],
  lastContact: null,
  contested: 0,
  disputes: [],
  contributions: 0,
  ...more,
});

const followUp = (due: string, assignee: string | null = null) => ({
  id: `follow-up ${due}`,
  due,
  reason: null,
  text: 'Rückmeldung holen',
  assignee,
});

const step = (from: string, state: string | null) => ({
  ...{ id: 'step', type: 'BSK_B2', title: null, index: 0, count: 3 },
  from,
  state,
});

const names = (visits: readonly { readonly summary: CaseSummary }[]): string[] =>
  visits.map(({ summary }) => summary.name);

test('the day runs by the clock: what was, what is next, what comes, and tomorrow', () => {
  const cases = [
    caseOf('Zarghuna', { appointments: [appointment('2026-11-23T13:00'), appointment('2026-11-24T09:00')] }),
    caseOf('Mohamad', { appointments: [appointment('2026-11-23T10:00')] }),
    caseOf('Giorgi', { appointments: [appointment('2026-11-23T08:00'), appointment('2026-11-25T08:00')] }),
  ];
  const day = dayOf(cases, LEYLA, '2026-11-23T09:45');
  expect(names(day.earlier)).toEqual(['Giorgi']);
  expect(day.next?.summary.name).toBe('Mohamad');
  expect(names(day.later)).toEqual(['Zarghuna']);
  expect(names(day.tomorrow)).toEqual(['Zarghuna']);
});

test('a visit stays the next one for an hour after its time, for talks begin late', () => {
  const cases = [caseOf('Mohamad', { appointments: [appointment('2026-11-23T10:00')] })];
  expect(dayOf(cases, LEYLA, '2026-11-23T11:00').next?.summary.name).toBe('Mohamad');
  expect(dayOf(cases, LEYLA, '2026-11-23T11:00').isNextOver).toBe(false);
  expect(dayOf(cases, LEYLA, '2026-11-23T11:01').isNextOver).toBe(true);
});

test('in the evening the first visit that is not written down yet stands in front', () => {
  const cases = [
    caseOf('Mohamad', { appointments: [appointment('2026-11-23T10:00')] }),
    caseOf('Zarghuna', { appointments: [appointment('2026-11-23T13:00')] }),
  ];
  const day = dayOf(cases, LEYLA, '2026-11-23T19:00');
  expect(day).toMatchObject({ earlier: [], isNextOver: true });
  expect(day.next?.summary.name).toBe('Mohamad');
  expect(names(day.later)).toEqual(['Zarghuna']);
});

test('a day without visits has nothing in front', () => {
  expect(dayOf([caseOf('Abdi')], LEYLA, '2026-11-23T09:00')).toMatchObject({ next: null, isNextOver: false });
});

test('the last evening of a month knows what tomorrow is', () => {
  const cases = [caseOf('Semhar', { appointments: [appointment('2027-01-01T09:00')] })];
  expect(names(dayOf(cases, LEYLA, '2026-12-31T23:50').tomorrow)).toEqual(['Semhar']);
});

test("colleagues' cases and closed ones are not part of the day; those she stands in for are", () => {
  const appointments = [appointment('2026-11-23T10:00')];
  const cases = [
    caseOf('Jonas führt', { owner: 'user-jonas', appointments }),
    caseOf('Vertretung', { owner: 'user-jonas', deputies: [LEYLA], appointments }),
    caseOf('Abgeschlossen', { closed: '2026-11-01', appointments }),
  ];
  const day = dayOf(cases, LEYLA, '2026-11-23T09:00');
  expect(names([...day.earlier, ...(day.next ? [day.next] : []), ...day.later])).toEqual(['Vertretung']);
});

test('overdue is what is due before today, the oldest first; what is due today is not late yet', () => {
  const cases = [
    caseOf('Rêbaz', { followUps: [followUp('2026-11-20'), followUp('2026-11-23')] }),
    caseOf('Hêvîn', { followUps: [followUp('2026-11-17')] }),
    caseOf('Oleksandra', { nextStep: step('2026-11-18', 'BEWILLIGT') }),
  ];
  const { overdue } = dayOf(cases, LEYLA, '2026-11-23T09:00');
  expect(overdue.map(({ summary, due }) => [summary.name, due])).toEqual([
    ['Hêvîn', '2026-11-17'],
    ['Oleksandra', '2026-11-18'],
    ['Rêbaz', '2026-11-20'],
  ]);
});

test('a step that has begun is not late, and what a colleague was asked to do is not hers', () => {
  const cases = [
    caseOf('Begonnen', { nextStep: step('2026-11-18', 'LAEUFT') }),
    caseOf('Für Jonas', { followUps: [followUp('2026-11-17', 'user-jonas')] }),
    caseOf('Für sie', { followUps: [followUp('2026-11-17', LEYLA)] }),
  ];
  expect(names(dayOf(cases, LEYLA, '2026-11-23T09:00').overdue)).toEqual(['Für sie']);
});

const dispute = (path: string, by = 'user-cem') => ({ kind: 'person', recordId: 'person-1', path, by: [by] });

test('[S6] [S10] two versions and contributions in her own cases, and two versions of what she wrote elsewhere, wait for her, and her refused entries are counted by case', () => {
  const cases = [
    caseOf('Semhar', { contested: 3, disputes: [dispute('needs'), dispute('phone'), dispute('birth')] }),
    caseOf('Jonas führt', { owner: 'user-jonas', contested: 1, disputes: [dispute('needs')] }),
    caseOf('Jonas führt, sie schrieb', {
      ...{ owner: 'user-jonas', contested: 2, disputes: [dispute('needs', LEYLA), dispute('phone')] },
    }),
    caseOf('Mariama', { contributions: 2 }),
    caseOf('Jonas entscheidet', { owner: 'user-jonas', contributions: 1 }),
  ];
  const refused = [{ caseId: 'case Mariama' }, { caseId: 'case Mariama' }, { caseId: null }];
  expect(waitsForYou(cases, LEYLA, openDisputes(cases, [], LEYLA), refused)).toEqual([
    { kind: 'two-versions', caseId: 'case Semhar', name: 'Semhar', count: 3 },
    {
      kind: 'two-versions',
      caseId: 'case Jonas führt, sie schrieb',
      name: 'Jonas führt, sie schrieb',
      count: 1,
    },
    { kind: 'contribution', caseId: 'case Mariama', name: 'Mariama', count: 2 },
    { kind: 'refused', caseId: 'case Mariama', name: 'Mariama', count: 2 },
    { kind: 'refused', caseId: null, name: null, count: 1 },
  ]);
});

test('minutes are counted across midnight', () => {
  expect(minutesBetween('2026-11-23T23:50', '2026-11-24T00:05')).toBe(15);
  expect(minutesBetween('2026-11-23T10:00', '2026-11-23T09:30')).toBe(-30);
});
