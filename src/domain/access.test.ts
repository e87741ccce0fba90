// Who may do what, as a table: people, what they want, and whether they may.
import { describe, expect, test } from 'vitest';
import { can, type Action, type Actor, type Subject } from './access.ts';

const actor = (id: string, role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  id,
  role,
  active: true,
  mayReadLimits: false,
  ...more,
});
const people = {
  wiebke: actor('user-wiebke', 'caseworker', { mayReadLimits: true }),
  cem: actor('user-cem', 'caseworker', { mayReadLimits: true }),
  doerte: actor('user-doerte', 'caseworker'),
  sandvoss: actor('user-sandvoss', 'supervisor', { mayReadLimits: true }),
  admin: actor('user-admin', 'administrator', { mayReadLimits: true }),
  left: actor('user-wiebke', 'caseworker', { active: false, mayReadLimits: true }),
};

// Wiebke leads the case; Dörte stands in for her; Cem has nothing to do with it.
const semhar = { caseId: 'case-semhar', owner: 'user-wiebke', deputies: ['user-doerte'] };
const nobodys = { caseId: 'case-new', owner: null, deputies: [] };
const county = { caseId: null, owner: null, deputies: [] };
const ofCase = [
  'case',
  'person',
  'consultation',
  'appointment',
  'plan',
  'plan-link',
  'follow-up',
  'contribution',
  'a-newer-kind',
];
const every: readonly Action[] = ['read', 'write', 'create'];

const may = (who: keyof typeof people, subject: Subject): readonly Action[] =>
  every.filter((action) => can(people[who], action, subject));

describe('the records of a case', () => {
  test.each(ofCase)(
    '%s: who leads or stands in does everything, the supervisor too, others nothing',
    (kind) => {
      const subject = { kind, ...semhar };
      expect(may('wiebke', subject)).toEqual(every);
      expect(may('doerte', subject)).toEqual(every);
      expect(may('sandvoss', subject)).toEqual(every);
      expect(may('cem', subject)).toEqual([]);
      expect(may('admin', subject)).toEqual([]);
      expect(may('left', subject)).toEqual([]);
    },
  );

  test.each(['limits', 'limits-contribution'])(
    '%s: for those on the case who have the permission, and for nobody else',
    (kind) => {
      const subject = { kind, ...semhar };
      expect(may('wiebke', subject)).toEqual(every);
      expect(may('doerte', subject)).toEqual([]);
      expect(may('cem', subject)).toEqual([]);
      expect(may('sandvoss', subject)).toEqual([]);
      expect(may('admin', subject)).toEqual([]);
      expect(can({ ...people.sandvoss, id: 'user-doerte' }, 'read', subject)).toBe(true);
    },
  );

  test('a caseworker opens a new case; she cannot slip other records under a case that nobody leads', () => {
    expect(may('cem', { kind: 'case', ...nobodys })).toEqual(['create']);
    expect(may('cem', { kind: 'person', ...nobodys })).toEqual([]);
    expect(may('cem', { kind: 'case', ...semhar })).toEqual([]);
    expect(may('cem', { kind: 'case', ...semhar, deputies: [] })).toEqual([]);
    expect(may('cem', { kind: 'case', ...nobodys, deputies: ['user-doerte'] })).toEqual([]);
    expect(may('admin', { kind: 'case', ...nobodys })).toEqual([]);
  });

  test('whoever stands in for a case without an owner is on it', () => {
    expect(may('cem', { kind: 'person', ...nobodys, deputies: ['user-cem'] })).toEqual(every);
  });
});

describe('handing over', () => {
  test('a supervisor hands over every case; nobody else does, whoever leads it', () => {
    const subject = { kind: 'case', ...semhar };
    for (const who of ['wiebke', 'doerte', 'cem', 'admin', 'left'] as const)
      expect(can(people[who], 'assign', subject)).toBe(false);
    expect(can(people.sandvoss, 'assign', subject)).toBe(true);
    expect(can({ ...people.sandvoss, active: false }, 'assign', subject)).toBe(false);
  });

  test('only a case is handed over', () => {
    for (const kind of ['person', 'limits', 'contribution'])
      expect(can(people.sandvoss, 'assign', { kind, ...semhar })).toBe(false);
    expect(can(people.sandvoss, 'assign', { kind: 'partner', ...county })).toBe(false);
  });
});

describe('the records of the county', () => {
  test.each(['partner', 'offer'])(
    '%s: the whole team keeps it, the administrator and people who left do not',
    (kind) => {
      for (const who of ['wiebke', 'cem', 'doerte', 'sandvoss'] as const)
        expect(may(who, { kind, ...county })).toEqual(every);
      expect(may('admin', { kind, ...county })).toEqual([]);
      expect(may('left', { kind, ...county })).toEqual([]);
    },
  );

  test.each(['user', 'device'])('%s: everybody reads it, nobody writes it', (kind) => {
    for (const who of ['wiebke', 'cem', 'sandvoss', 'admin'] as const)
      expect(may(who, { kind, ...county })).toEqual(['read']);
    expect(may('left', { kind, ...county })).toEqual([]);
  });
});
