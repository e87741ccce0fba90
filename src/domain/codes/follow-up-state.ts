// follow_up_state: Stand einer Wiedervorlage (§3.5).
import type { Code } from './code.ts';

/** The codes of follow_up_state. */
export const followUpStateCodes: readonly Code[] = [
  { code: 'OPEN' },
  { code: 'DONE' },
  { code: 'POSTPONED' },
  { code: 'DROPPED' },
];
