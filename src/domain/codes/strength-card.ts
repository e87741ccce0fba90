// strength_card: Stärken (§2.1, §2.2 G1): what people say of themselves.
import type { Code } from './code.ts';

/** The codes of strength_card. */
export const strengthCardCodes: readonly Code[] = [
  { code: 'LEARNING' },
  { code: 'GRASP' },
  { code: 'WHOLE_PICTURE' },
  { code: 'ORGANISING' },
  { code: 'RESILIENCE' },
  { code: 'INITIATIVE' },
  { code: 'MOTIVATION' },
  { code: 'INDEPENDENCE' },
  { code: 'PERSISTENCE' },
  { code: 'RELIABILITY' },
  { code: 'CARE' },
  { code: 'FLEXIBILITY' },
  { code: 'CREATIVITY' },
  { code: 'PROBLEM_SOLVING' },
  { code: 'DECIDING' },
  { code: 'COMMUNICATION' },
  { code: 'CUSTOMERS' },
  { code: 'TEAM' },
  { code: 'EMPATHY' },
  { code: 'LEADING' },
  { code: 'HANDS' },
  { code: 'NUMBERS' },
];
