// goal_when: Zeithorizont (§2.2, J3).
import type { Code } from './code.ts';

/** The codes of goal_when. */
export const goalWhenCodes: readonly Code[] = [
  { code: 'NOW' },
  { code: 'MONTHS_6' },
  { code: 'MONTHS_12' },
  { code: 'LATER' },
];
