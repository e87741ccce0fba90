// goal_kind: Ziel (§2.2, J2).
import type { Code } from './code.ts';

/** The codes of goal_kind. */
export const goalKindCodes: readonly Code[] = [
  { code: 'WORK' },
  { code: 'TRAINING' },
  { code: 'SCHOOL' },
  { code: 'STUDY' },
  { code: 'RECOGNITION' },
  { code: 'LANGUAGE' },
  { code: 'UNKNOWN' },
];
