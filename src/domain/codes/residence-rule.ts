// residence_rule: Wohnsitzauflage (§1.1).
import type { Code } from './code.ts';

/** The codes of residence_rule. */
export const residenceRuleCodes: readonly Code[] = [
  { code: 'NONE' },
  { code: 'P12A' },
  { code: 'P61_1D' },
  { code: 'P60_ASYLG' },
  { code: 'P24_5' },
  { code: 'UNKNOWN' },
];
