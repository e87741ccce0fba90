// Handing over, as far as the screen decides it.
import { describe, expect, test } from 'vitest';
import type { CaseSummary } from '#domain/case-summary.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { assignmentsBack, colleaguesOf, commonDeputies } from './hand-over.ts';

const caseOf = (caseId: string, owner: string | null, deputies: string[] = []): CaseSummary => ({
  ...{ caseId, owner, deputies, name: 'Amira Haddad', search: '', languages: [], place: null },
  ...{ accommodation: null, status: null, legalValidUntil: null, profileState: null, profileDone: 0 },
  ...{ profileTotal: 60, opened: null, closed: null, nextStep: null, appointments: [], followUps: [] },
  ...{ lastContact: null, contested: 0, disputes: [], contributions: 0 },
});
const user = (id: string, values: VersionedRecord['values']): VersionedRecord => ({
  ...{ id, caseId: null, kind: 'user', seq: 1, head: 'change-0001', heads: {}, versions: {} },
  values,
});

describe('who can take a case', () => {
  test('everybody who works on cases, by name', () => {
    const found = colleaguesOf([
      user('user-petra', { name: 'Petra Lindau', role: 'supervisor', active: true }),
      user('user-jonas', { name: 'Jonas Brandt', role: 'caseworker', active: true }),
      user('user-gone', { name: 'Aylin Kurt', role: 'caseworker', active: false }),
      user('user-maren', { name: 'Maren Holt', role: 'administrator', active: true }),
      { ...user('partner-1', { name: 'Volkshochschule' }), kind: 'partner' },
    ]);
    expect(found.map(({ name }) => name)).toEqual(['Jonas Brandt', 'Petra Lindau']);
  });
});

describe('who stands in', () => {
  test('is known beforehand only where it is the same for all', () => {
    expect(commonDeputies([caseOf('a', 'x', ['y', 'z']), caseOf('b', 'x', ['z', 'y'])])).toEqual(['y', 'z']);
    expect(commonDeputies([caseOf('a', 'x', ['y']), caseOf('b', 'x')])).toBeUndefined();
    expect(commonDeputies([caseOf('a', 'x')])).toEqual([]);
  });
});

describe('the way back', () => {
  test('gives every case to whom it was with, with those who stood in', () => {
    expect(
      assignmentsBack([
        caseOf('a', 'leyla', ['jonas']),
        caseOf('b', 'leyla', ['jonas']),
        caseOf('c', 'leyla'),
        caseOf('d', 'jonas'),
        caseOf('e', null),
      ]),
    ).toEqual([
      { owner: 'leyla', deputies: ['jonas'], caseIds: ['a', 'b'] },
      { owner: 'leyla', deputies: [], caseIds: ['c'] },
      { owner: 'jonas', deputies: [], caseIds: ['d'] },
    ]);
  });
});
