// driving: Führerschein (§1.13).
import type { Code } from './code.ts';

/** The codes of driving. */
export const drivingCodes: readonly Code[] = [
  { code: 'D_NEIN' },
  { code: 'D_AUSL' },
  { code: 'D_UMSCHR' },
  { code: 'D_B' },
  { code: 'D_C' },
  { code: 'D_D' },
  { code: 'D_T' },
  { code: 'D_STAPLER' },
  { code: 'D_AM' },
];
