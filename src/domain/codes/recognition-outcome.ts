// recognition_outcome: Ergebnis der Anerkennung (§1.9).
import type { Code } from './code.ts';

/** `only`: the result exists only for regulated (REG) or only for not regulated occupations (NICHTREG). */
export type RecognitionOutcomeCode = Code & { readonly only?: 'REG' | 'NICHTREG' };

/** The codes of recognition_outcome. */
export const recognitionOutcomeCodes: readonly RecognitionOutcomeCode[] = [
  { code: 'RO_VOLL' },
  { code: 'RO_TEIL', only: 'NICHTREG' },
  { code: 'RO_AUFLAGE', only: 'REG' },
  { code: 'RO_HWO', only: 'REG' },
  { code: 'RO_PART', only: 'REG' },
  { code: 'RO_NEG' },
  { code: 'RO_OHNE' },
  { code: 'RO_OFFEN' },
];
