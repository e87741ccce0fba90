// obstacle: Hemmnis (§2.2, I5): never health.
import type { Code } from './code.ts';

/** The codes of obstacle. */
export const obstacleCodes: readonly Code[] = [
  { code: 'HOUSING' },
  { code: 'DEBT' },
  { code: 'CHILDCARE' },
  { code: 'CARE' },
  { code: 'INTERNET' },
  { code: 'TRAVEL' },
  { code: 'PAPERS' },
  { code: 'PERMIT' },
  { code: 'FAMILY' },
  { code: 'OTHER' },
];
