// evidence: Nachweis (§1.10).
import type { Code } from './code.ts';

/** The codes of evidence. */
export const evidenceCodes: readonly Code[] = [
  { code: 'EV_ORIG' },
  { code: 'EV_KOPIE' },
  { code: 'EV_UEBERS' },
  { code: 'EV_HEIMAT' },
  { code: 'EV_VERLOREN' },
  { code: 'EV_SELBST' },
];
