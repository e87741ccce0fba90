// interpreter_gender: gewünschtes Geschlecht der Sprachmittlung (§2.2, A9); no reason is asked.
import type { Code } from './code.ts';

/** The codes of interpreter_gender. */
export const interpreterGenderCodes: readonly Code[] = [
  { code: 'ANY' },
  { code: 'FEMALE' },
  { code: 'MALE' },
];
