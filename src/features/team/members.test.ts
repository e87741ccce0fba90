// The team's list, and whom the county cannot do without.
import { expect, test } from 'vitest';
import type { Member } from '#features/ports.tsx';
import { inTeamOrder, isLastAdministrator } from './members.ts';

const member = (name: string, role: Member['role'], active = true): Member => ({
  id: name,
  login: name.toLowerCase(),
  name,
  role,
  active,
  mayReadLimits: false,
  lastSeen: null,
});

test('who works with people comes first, closed access last', () => {
  const members = [
    member('Maren', 'administrator'),
    member('Abel', 'caseworker', false),
    member('Öykü', 'caseworker'),
    member('Petra', 'supervisor'),
    member('Jonas', 'caseworker'),
  ];
  expect(inTeamOrder(members).map(({ name }) => name)).toEqual(['Jonas', 'Öykü', 'Petra', 'Maren', 'Abel']);
});

test('the last administrator is the one without whom nobody could open an access', () => {
  const members = [
    member('Maren', 'administrator'),
    member('Ida', 'administrator', false),
    member('Petra', 'supervisor'),
  ];
  expect(isLastAdministrator(members, 'Maren')).toBe(true);
  expect(isLastAdministrator(members, 'Ida')).toBe(false);
  expect(isLastAdministrator([...members, member('Tom', 'administrator')], 'Maren')).toBe(false);
});
