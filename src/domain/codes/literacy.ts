// literacy: Alphabetisierungsstand (§1.11).
import type { Code } from './code.ts';

/** `course`: the measure_type that is meant for it. */
export type LiteracyCode = Code & { readonly course?: string };

/** The codes of literacy. */
export const literacyCodes: readonly LiteracyCode[] = [
  { code: 'LIT_PRIM', course: 'INTK_ALPHA' },
  { code: 'LIT_FUNK', course: 'INTK_ALPHA' },
  { code: 'LIT_ZWEIT', course: 'INTK_ZWEIT' },
  { code: 'LIT_LATIN', course: 'INTK_ALLG' },
  { code: 'LIT_X' },
];
