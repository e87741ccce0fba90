// qual_regulated: Reglementierung des Berufs (§1.9).
import type { Code } from './code.ts';

/** The codes of qual_regulated. */
export const qualRegulatedCodes: readonly Code[] = [
  { code: 'REG' },
  { code: 'NICHTREG' },
  { code: 'ZULASSUNGSPFL' },
  { code: 'UNKLAR' },
];
