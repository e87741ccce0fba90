// Who stands in the list, in which order, and who is found.
import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '#domain/case-summary.ts';
import { foldText, queryWords } from '#domain/fold.ts';
import type { CaseTransfer } from '#store/react.tsx';
import { filterOfQuery, queryOfFilter } from './filter-address.ts';
import { chooseCases, choicesOf, listCases, type CaseFilter } from './listed-cases.ts';

const TODAY = '2026-11-22';
const person = (name: string, more: Partial<CaseSummary> = {}): CaseSummary => ({
  ...{ caseId: `case-${name}`, name, search: foldText(`${name} ${more.place ?? ''}`), languages: ['ar'] },
  ...{ place: null, accommodation: null, status: null, legalValidUntil: null, profileState: null },
  ...{ profileDone: 0, profileTotal: 60, owner: 'wiebke', deputies: [], opened: '2026-01-05', closed: null },
  ...{ nextStep: null, appointments: [], followUps: [], lastContact: null, contested: 0 },
  ...{ disputes: [], contributions: 0 },
  ...more,
});
const late = (due: string) => [{ id: 'f1', due, reason: null, text: null, assignee: null }];
const inCourse = (type: string) => ({
  ...{ id: 's1', type, title: null, state: 'GEPLANT', from: '2027-01-11', index: 0, count: 1 },
});

const behzad = person('Behzad Rostami', { languages: ['fa'], place: 'Fuhsetal-Stadt' });
const giorgi = person('Giorgi Beridze', { closed: '2026-11-02', followUps: late('2026-10-01') });
const hevin = person('Hêvîn Aydoğan', { languages: ['kmr'], followUps: late('2026-11-17') });
const mohamad = person('Mohamad Al Khalaf', { place: 'Adersbeck', nextStep: inCourse('INTK_ALLG') });
const zarghuna = person('Zarghuna', { languages: ['ps', 'prs'], followUps: late('2026-11-20') });
const everybody = [behzad, giorgi, hevin, mohamad, zarghuna];

const sent = (): CaseTransfer => 'sent';
const listed = listCases(everybody, sent, TODAY);
const all: CaseFilter = { group: 'all', language: '', step: '' };
const namesOf = (filter: Partial<CaseFilter>, query = '', list = listed): string[] =>
  chooseCases(list, { ...all, ...filter }, queryWords(query)).map(({ summary }) => summary.name);

describe('the list of cases', () => {
  it('has those in front with whom something is late, each part by name', () => {
    expect(namesOf({})).toEqual([
      'Hêvîn Aydoğan',
      'Zarghuna',
      'Behzad Rostami',
      'Giorgi Beridze',
      'Mohamad Al Khalaf',
    ]);
  });
  it('shows who is still accompanied, who is late, and who is not any more', () => {
    expect(namesOf({ group: 'active' })).not.toContain('Giorgi Beridze');
    expect(namesOf({ group: 'overdue' })).toEqual(['Hêvîn Aydoğan', 'Zarghuna']);
    expect(namesOf({ group: 'closed' })).toEqual(['Giorgi Beridze']);
  });
  it('shows whose entries are still on the tablet, refused ones too, two versions not', () => {
    const states = new Map<CaseSummary, CaseTransfer>([
      [hevin, 'refused'],
      [mohamad, 'waiting'],
      [behzad, 'two-versions'],
    ]);
    const list = listCases(everybody, (summary) => states.get(summary) ?? 'sent', TODAY);
    expect(namesOf({ group: 'unsent' }, '', list)).toEqual(['Hêvîn Aydoğan', 'Mohamad Al Khalaf']);
  });
  it('finds a person by any of her languages and by her next step', () => {
    expect(namesOf({ language: 'prs' })).toEqual(['Zarghuna']);
    expect(namesOf({ step: 'INTK_ALLG' })).toEqual(['Mohamad Al Khalaf']);
  });
  it('finds a person by the words in any order, without accents, and by the place', () => {
    expect(namesOf({}, 'aydogan hev')).toEqual(['Hêvîn Aydoğan']);
    expect(namesOf({}, 'adersbeck khalaf')).toEqual(['Mohamad Al Khalaf']);
    expect(namesOf({}, 'khalaf wendmark')).toEqual([]);
    expect(namesOf({ group: 'closed' }, 'hevin')).toEqual([]);
  });
  it('counts each group and offers the languages and steps that occur', () => {
    expect(choicesOf(listed)).toEqual({
      counts: { active: 4, overdue: 2, unsent: 0, closed: 1 },
      languages: ['kmr', 'ps', 'prs', 'fa', 'ar'],
      steps: ['INTK_ALLG'],
    });
  });
});

describe('the address of the list', () => {
  it('brings every filter back', () => {
    for (const group of ['active', 'overdue', 'unsent', 'closed', 'all'] as const) {
      const filter = { group, language: 'ps', step: 'EQ' };
      expect(filterOfQuery(queryOfFilter(filter))).toEqual(filter);
    }
  });
  it('is plain for the ordinary list, and takes what it does not know for that', () => {
    expect(queryOfFilter({ group: 'active', language: '', step: '' })).toBe('');
    expect(filterOfQuery('zeige=alles-andere').group).toBe('active');
  });
});
