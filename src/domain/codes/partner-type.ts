// partner_type: Art eines Partners (§3.8).
import type { Code } from './code.ts';

/** The codes of partner_type. */
export const partnerTypeCodes: readonly Code[] = [
  { code: 'BEHOERDE' },
  { code: 'JOBCENTER' },
  { code: 'AGENTUR' },
  { code: 'BILDUNGSTRAEGER' },
  { code: 'VHS' },
  { code: 'SCHULE_BBS' },
  { code: 'KAMMER' },
  { code: 'ARBEITGEBER' },
  { code: 'WOHLFAHRT' },
  { code: 'MIGRANTENORG' },
  { code: 'EHRENAMT' },
  { code: 'KITA' },
  { code: 'GESUNDHEIT' },
  { code: 'HOCHSCHULE' },
  { code: 'POLITIK' },
  { code: 'SONST' },
];
