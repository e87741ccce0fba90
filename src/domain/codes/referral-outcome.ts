// referral_outcome: Ergebnis einer Vermittlung (§3.6).
import type { Code } from './code.ts';

/** Codes are scoped by list: RO_… of recognition_outcome mean something else. */
export const referralOutcomeCodes: readonly Code[] = [
  { code: 'RO_OFFEN' },
  { code: 'RO_TERMIN' },
  { code: 'RO_ERSCH' },
  { code: 'RO_NICHT' },
  { code: 'RO_AUFGEN' },
  { code: 'RO_WARTE' },
  { code: 'RO_ABGEL_TR' },
  { code: 'RO_ABGEL_BEH' },
  { code: 'RO_ABGEL_PERS' },
  { code: 'RO_UNPASS' },
  { code: 'RO_KEINRM' },
];
