// cefr: Sprachniveau (§1.11).
import type { Code } from './code.ts';

/** The codes of cefr. */
export const cefrCodes: readonly Code[] = [
  { code: 'A0' },
  { code: 'A1' },
  { code: 'A2' },
  { code: 'B1' },
  { code: 'B2' },
  { code: 'C1' },
  { code: 'C2' },
];
