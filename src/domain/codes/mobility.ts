// mobility: Mobilität (§1.14).
import type { Code } from './code.ts';

/** The codes of mobility. */
export const mobilityCodes: readonly Code[] = [
  { code: 'MO_FUSS' },
  { code: 'MO_RAD' },
  { code: 'MO_OEPNV' },
  { code: 'MO_PKW' },
  { code: 'MO_FAHRG' },
  { code: 'MO_RES' },
];
