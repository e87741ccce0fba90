// anabin_institution: Bewertung der Hochschule in anabin (§1.9).
import type { Code } from './code.ts';

/** The codes of anabin_institution. */
export const anabinInstitutionCodes: readonly Code[] = [
  { code: 'H_PLUS' },
  { code: 'H_PLUS_MINUS' },
  { code: 'H_MINUS' },
];
