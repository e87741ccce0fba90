// follow_up_reason: Grund einer Wiedervorlage (§3.5).
import type { Code } from './code.ts';

/** The codes of follow_up_reason. */
export const followUpReasonCodes: readonly Code[] = [
  { code: 'STATUS_ENDS' },
  { code: 'DECISION_PERIOD' },
  { code: 'COURSE_START' },
  { code: 'COURSE_END' },
  { code: 'EXAM' },
  { code: 'ASK_RESULT' },
  { code: 'WORK_NOTICE' },
  { code: 'SUSTAINABILITY' },
  { code: 'PROFILE_OLD' },
  { code: 'CONSENT_ENDS' },
  { code: 'DELETION_CHECK' },
  { code: 'FREE' },
];
