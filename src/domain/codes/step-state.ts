// step_state: Stand eines Schrittes (§1.18).
import type { Code } from './code.ts';

/** `stage`: whether the step is still to come, under way, or over. */
export type StepStateCode = Code & { readonly stage: 'AHEAD' | 'RUNNING' | 'ENDED' };

/** The codes of step_state. */
export const stepStateCodes: readonly StepStateCode[] = [
  { code: 'GEPLANT', stage: 'AHEAD' },
  { code: 'BEANTRAGT', stage: 'AHEAD' },
  { code: 'WARTELISTE', stage: 'AHEAD' },
  { code: 'BEWILLIGT', stage: 'AHEAD' },
  { code: 'LAEUFT', stage: 'RUNNING' },
  { code: 'PAUSE', stage: 'RUNNING' },
  { code: 'ERFOLG', stage: 'ENDED' },
  { code: 'OHNE_ZIEL', stage: 'ENDED' },
  { code: 'ABBRUCH', stage: 'ENDED' },
  { code: 'NICHT_ANGETR', stage: 'ENDED' },
  { code: 'ABGELEHNT', stage: 'ENDED' },
  { code: 'ENTFALLEN', stage: 'ENDED' },
];
