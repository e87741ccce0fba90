// cefr_basis: Grundlage der Einschätzung (§1.11).
import type { Code } from './code.ts';

/** The codes of cefr_basis. */
export const cefrBasisCodes: readonly Code[] = [
  { code: 'SELF' },
  { code: 'ADVISER' },
  { code: 'TEST' },
  { code: 'CERTIFICATE' },
];
