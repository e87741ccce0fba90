// rechtskreis: Rechtskreis (§1.4).
import type { Code } from './code.ts';

/** The codes of rechtskreis. */
export const rechtskreisCodes: readonly Code[] = [
  { code: 'ASYLBLG_3' },
  { code: 'ASYLBLG_2' },
  { code: 'SGB_II' },
  { code: 'SGB_III' },
  { code: 'SGB_XII' },
  { code: 'SGB_VIII' },
  { code: 'BAFOEG_BAB' },
  { code: 'KEIN_BEZUG' },
  { code: 'UNKLAR' },
];
