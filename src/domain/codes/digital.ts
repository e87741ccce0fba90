// digital: digitale Grundkenntnisse und Geräte (§2.2, G4).
import type { Code } from './code.ts';

/** The codes of digital. */
export const digitalCodes: readonly Code[] = [
  { code: 'SMARTPHONE' },
  { code: 'COMPUTER' },
  { code: 'INTERNET_HOME' },
  { code: 'EMAIL' },
  { code: 'FORMS' },
  { code: 'OFFICE' },
  { code: 'NONE' },
];
