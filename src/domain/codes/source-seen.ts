// source_seen: worauf eine Angabe beruht (§1.1).
import type { Code } from './code.ts';

/** The codes of source_seen. */
export const sourceSeenCodes: readonly Code[] = [
  { code: 'ORIGINAL' },
  { code: 'PERSON' },
  { code: 'AUTHORITY' },
];
