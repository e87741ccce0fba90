// kldb1: Berufsbereich nach KldB 2010 (§1.12).
import type { Code } from './code.ts';

/** The codes of kldb1. */
export const kldb1Codes: readonly Code[] = [
  { code: 'K0', never: true },
  { code: 'K1' },
  { code: 'K2' },
  { code: 'K3' },
  { code: 'K4' },
  { code: 'K5' },
  { code: 'K6' },
  { code: 'K7' },
  { code: 'K8' },
  { code: 'K9' },
];
