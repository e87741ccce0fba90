// shift: mögliche Arbeitszeit (§2.2, I3); reasons are never recorded.
import type { Code } from './code.ts';

/** The codes of shift. */
export const shiftCodes: readonly Code[] = [
  { code: 'EARLY' },
  { code: 'LATE' },
  { code: 'NIGHT' },
  { code: 'WEEKEND' },
];
