// childcare: Kinderbetreuung (§1.15).
import type { Code } from './code.ts';

/** The codes of childcare. */
export const childcareCodes: readonly Code[] = [
  { code: 'CC_NA' },
  { code: 'CC_KITA_TZ' },
  { code: 'CC_KITA_GT' },
  { code: 'CC_TAGESPFL' },
  { code: 'CC_FAM' },
  { code: 'CC_WARTE' },
  { code: 'CC_KURS' },
  { code: 'CC_PFLEGE' },
];
