// Sorting and judging the team, without a screen.
import { compareInDirectory } from '#domain/directory.ts';
import type { Member } from '#features/ports.tsx';

const roleOrder: readonly Member['role'][] = ['caseworker', 'supervisor', 'administrator'];

/** Active people first, by role, then by name. */
export const inTeamOrder = (members: readonly Member[]): Member[] =>
  [...members].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) ||
      roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) ||
      compareInDirectory(a.name, b.name),
  );

/** Whether nobody else could administer the county without this person. */
export const isLastAdministrator = (members: readonly Member[], id: string): boolean => {
  const administrators = members.filter(({ role, active }) => role === 'administrator' && active);
  return administrators.length === 1 && administrators[0]?.id === id;
};

/** Health-related limits are read on one's own cases only: administrators have none. */
export const hasOwnCases = (role: Member['role']): boolean => role !== 'administrator';
