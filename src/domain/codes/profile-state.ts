// profile_state: Stand des Profils (§2.2, L3).
import type { Code } from './code.ts';

/** The codes of profile_state. */
export const profileStateCodes: readonly Code[] = [
  { code: 'DRAFT' },
  { code: 'COMPLETE' },
  { code: 'CHECKED' },
  { code: 'OUTDATED' },
];
