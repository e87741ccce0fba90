// interpreter_kind: wer sprachmittelt (§3.2); RELATIVE_MINOR warns.
import type { Code } from './code.ts';

/** The codes of interpreter_kind. */
export const interpreterKindCodes: readonly Code[] = [
  { code: 'NONE' },
  { code: 'TEAM' },
  { code: 'INTERPRETER' },
  { code: 'PHONE' },
  { code: 'VIDEO' },
  { code: 'RELATIVE' },
  { code: 'RELATIVE_MINOR' },
];
