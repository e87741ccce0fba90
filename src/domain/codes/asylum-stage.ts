// asylum_stage: Verfahrensstand (§1.2).
import type { Code } from './code.ts';

/** The codes of asylum_stage. */
export const asylumStageCodes: readonly Code[] = [
  { code: 'REG' },
  { code: 'EING' },
  { code: 'ZUST' },
  { code: 'BESCHL' },
  { code: 'ANH' },
  { code: 'KLAGE' },
  { code: 'ANERK' },
  { code: 'ABL' },
  { code: 'RUECKN' },
  { code: 'NA' },
];
