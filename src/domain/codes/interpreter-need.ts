// interpreter_need: Sprachmittlung nötig (§2.2, A9).
import type { Code } from './code.ts';

/** The codes of interpreter_need. */
export const interpreterNeedCodes: readonly Code[] = [
  { code: 'NO' },
  { code: 'SOMETIMES' },
  { code: 'YES' },
  { code: 'UNKNOWN' },
];
