// Which people a supervisor sees in the table, in which order, and what the address remembers.
import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '#domain/case-summary.ts';
import { foldText } from '#domain/fold.ts';
import { changedBetween } from './just-changed.ts';
import { choiceOfQuery, nextSort, queryOfChoice } from './review-address.ts';
import {
  chooseGroups,
  chooseRows,
  countRows,
  groupRows,
  reviewRowsOf,
  type ReviewSort,
} from './review-rows.ts';

const TODAY = '2026-11-22';
const person = (name: string, more: Partial<CaseSummary> = {}): CaseSummary => ({
  ...{ caseId: `case-${name}`, name, search: foldText(name), languages: ['ar'], place: null },
  ...{ accommodation: null, status: null, legalValidUntil: null, profileState: null, profileDone: 0 },
  ...{ profileTotal: 60, owner: 'wiebke', deputies: [], opened: '2026-09-01', closed: null, nextStep: null },
  ...{ appointments: [], followUps: [], lastContact: '2026-11-20', contested: 0 },
  ...{ disputes: [], contributions: 0 },
  ...more,
});
const late = (due: string) => [{ id: 'f1', due, reason: null, text: null, assignee: null }];
const course = (state: string, from: string | null) => ({
  ...{ id: 's1', type: 'EQ', title: null, state, from, index: 0, count: 1 },
});

const abdi = person('Abdi Warsame Nur', { legalValidUntil: '2027-01-20' });
const behzad = person('Behzad Rostami', { opened: '2026-11-11', owner: 'cem' });
const giorgi = person('Giorgi Beridze', { closed: '2026-11-02' });
const hevin = person('Hêvîn Aydoğan', { followUps: late('2026-11-17'), owner: 'cem' });
const mariama = person('Mariama Camara', { lastContact: '2026-10-17', followUps: late('2026-11-19') });
const rebaz = person('Rêbaz Karim Aziz', { followUps: late('2026-11-10'), lastContact: null });
const everybody = [abdi, behzad, giorgi, hevin, mariama, rebaz];

const rows = reviewRowsOf(everybody, TODAY);
const words = { owner: (row: (typeof rows)[number]) => row.summary.owner ?? '', step: () => '' };
const order = (sort: ReviewSort | null): string[][] =>
  groupRows(rows, sort, words).map((group) => group.rows.map(({ summary }) => summary.name));

describe('the table of the caseload', () => {
  it('keeps its order while somebody searches, and leaves out groups in which nobody is left', () => {
    const found = (query: readonly string[], sort: ReviewSort | null = null): string[][] =>
      chooseGroups(groupRows(rows, sort, words), 'all', query, TODAY).map((group) =>
        group.rows.map(({ summary }) => summary.name),
      );
    expect(found(['ar'])).toEqual([['Rêbaz Karim Aziz', 'Mariama Camara'], ['Abdi Warsame Nur']]);
    expect(found(['ar'], { column: 'person', isDescending: false })).toEqual([
      ['Mariama Camara', 'Rêbaz Karim Aziz'],
      ['Abdi Warsame Nur'],
    ]);
    expect(found(['nobody'])).toEqual([]);
  });
  it('leaves out who is not accompanied any more', () => {
    expect(rows.map(({ summary }) => summary.name)).not.toContain('Giorgi Beridze');
  });
  it('puts the urgent first, the longest waiting in front, the others by name', () => {
    expect(order(null)).toEqual([
      ['Rêbaz Karim Aziz', 'Hêvîn Aydoğan', 'Mariama Camara'],
      ['Abdi Warsame Nur', 'Behzad Rostami'],
    ]);
  });
  it('sorts inside the groups, and whoever has nothing in a column stands last both ways', () => {
    const upwards = order({ column: 'contact', isDescending: false })[0];
    const downwards = order({ column: 'contact', isDescending: true })[0];
    expect(upwards).toEqual(['Mariama Camara', 'Hêvîn Aydoğan', 'Rêbaz Karim Aziz']);
    expect(downwards).toEqual(['Hêvîn Aydoğan', 'Mariama Camara', 'Rêbaz Karim Aziz']);
    expect(order({ column: 'owner', isDescending: false })[1]).toEqual([
      'Behzad Rostami',
      'Abdi Warsame Nur',
    ]);
  });
  it('counts the days in the step that runs, else since the case was opened', () => {
    const daysIn = (state: string, from: string | null) =>
      reviewRowsOf([person('Semhar', { nextStep: course(state, from) })], TODAY)[0]?.days;
    expect(daysIn('LAEUFT', '2026-11-02')).toBe(20);
    expect(daysIn('GEPLANT', '2027-01-11')).toBe(82);
    expect(daysIn('GEPLANT', '2026-11-02')).toBe(82);
    expect(daysIn('LAEUFT', null)).toBe(82);
  });
  it('chooses who was not met for long, whose papers end soon, and who is new', () => {
    expect(countRows(rows, TODAY)).toEqual({ all: 5, silent: 2, deadline: 1, new: 1 });
    const found = (filter: 'silent' | 'deadline' | 'new') =>
      chooseRows(rows, filter, [], TODAY).map(({ summary }) => summary.name);
    expect(found('silent')).toEqual(['Mariama Camara', 'Rêbaz Karim Aziz']);
    expect(found('deadline')).toEqual(['Abdi Warsame Nur']);
    expect(found('new')).toEqual(['Behzad Rostami']);
  });
});

describe('the address of the table', () => {
  it('brings chip and order back', () => {
    const choice = { filter: 'silent', sort: { column: 'days', isDescending: true } } as const;
    expect(choiceOfQuery(queryOfChoice(choice))).toEqual(choice);
    expect(queryOfChoice({ filter: 'all', sort: null })).toBe('');
    expect(choiceOfQuery('zeige=x&nach=y')).toEqual({ filter: 'all', sort: null });
  });
  it('turns upwards, downwards, and back to the ordinary order', () => {
    const once = nextSort(null, 'days');
    const twice = nextSort(once, 'days');
    expect([once, twice, nextSort(twice, 'days')]).toEqual([
      { column: 'days', isDescending: false },
      { column: 'days', isDescending: true },
      null,
    ]);
    expect(nextSort(twice, 'person')).toEqual({ column: 'person', isDescending: false });
  });
});

describe('what just changed', () => {
  const before = new Map(everybody.map((summary) => [summary.caseId, summary]));
  it('is the case a tablet has sent something about, and a new one', () => {
    const talked = { ...hevin, lastContact: TODAY };
    const zarghuna = person('Zarghuna');
    const now = [...everybody.filter((one) => one !== hevin), talked, zarghuna];
    expect([...changedBetween(before, now)]).toEqual(['case-Hêvîn Aydoğan', 'case-Zarghuna']);
  });
  it('is nothing when the cases come for the first time, or too many at once', () => {
    expect(changedBetween(new Map(), everybody).size).toBe(0);
    const crowd = Array.from({ length: 51 }, (_, number) => person(`Person ${String(number)}`));
    expect(changedBetween(before, crowd).size).toBe(0);
  });
});
