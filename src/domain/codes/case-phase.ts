// case_phase: Phase eines Falls (§3.1).
import type { Code } from './code.ts';

/** The codes of case_phase. */
export const casePhaseCodes: readonly Code[] = [
  { code: 'PH1' },
  { code: 'PH2' },
  { code: 'PH3' },
  { code: 'PH4' },
  { code: 'PH5' },
  { code: 'PH6' },
];
