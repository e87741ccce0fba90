// follow_up_origin: Herkunft einer Wiedervorlage: made by hand, or the rule that made it (§3.5).
import type { Code } from './code.ts';

/** The codes of follow_up_origin. */
export const followUpOriginCodes: readonly Code[] = [
  { code: 'MANUAL' },
  { code: 'STATUS_END_90' },
  { code: 'STATUS_END_60' },
  { code: 'STATUS_END_30' },
  { code: 'CHANCE_END_270' },
  { code: 'CHANCE_END_180' },
  { code: 'CHANCE_END_90' },
  { code: 'WORK_NOTICE_3' },
  { code: 'CERTIFICATE_14' },
  { code: 'REMEDY_30' },
  { code: 'STATUS_UNKNOWN' },
];
