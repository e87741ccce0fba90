// case_origin: wie jemand zum Übergangsmanagement kam.
import type { Code } from './code.ts';

/** The codes of case_origin. */
export const caseOriginCodes: readonly Code[] = [
  { code: 'SELF' },
  { code: 'BENEFITS_OFFICE' },
  { code: 'FOREIGNERS_OFFICE' },
  { code: 'JOBCENTER' },
  { code: 'AGENCY' },
  { code: 'ACCOMMODATION' },
  { code: 'PROVIDER' },
  { code: 'VOLUNTEER' },
  { code: 'OTHER' },
];
