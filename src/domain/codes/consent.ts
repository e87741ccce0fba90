// consent: Einwilligung (§2.3).
import type { Code } from './code.ts';

/** The codes of consent. */
export const consentCodes: readonly Code[] = [
  { code: 'C1' },
  { code: 'C2' },
  { code: 'C3' },
  { code: 'C4' },
  { code: 'C5' },
  { code: 'C6' },
  { code: 'C7' },
  { code: 'C8' },
];
