// accommodation: Unterbringung (§1.6).
import type { Code } from './code.ts';

/** The codes of accommodation. */
export const accommodationCodes: readonly Code[] = [
  { code: 'AE_LAB' },
  { code: 'GU' },
  { code: 'DEZENTRAL' },
  { code: 'WOHNUNG' },
  { code: 'WG_FAM' },
  { code: 'JUGENDHILFE' },
  { code: 'FRAUENHAUS' },
  { code: 'WOHNUNGSLOS' },
];
