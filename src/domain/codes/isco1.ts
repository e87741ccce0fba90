// isco1: Berufshauptgruppe nach ISCO-08 (§1.12).
import type { Code } from './code.ts';

/** I0 is not recorded: it matters in an asylum procedure. */
export const isco1Codes: readonly Code[] = [
  { code: 'I0', never: true },
  { code: 'I1' },
  { code: 'I2' },
  { code: 'I3' },
  { code: 'I4' },
  { code: 'I5' },
  { code: 'I6' },
  { code: 'I7' },
  { code: 'I8' },
  { code: 'I9' },
];
