// closure_reason: Grund des Abschlusses (§3.7).
import type { Code } from './code.ts';

/** `countsAs`: how reports count it. */
export type ClosureReasonCode = Code & { readonly countsAs: 'SUCCESS' | 'NEUTRAL' | 'NEGATIVE' | 'EXCLUDED' };

/** The codes of closure_reason. */
export const closureReasonCodes: readonly ClosureReasonCode[] = [
  { code: 'CL_ARBEIT', countsAs: 'SUCCESS' },
  { code: 'CL_AUSB', countsAs: 'SUCCESS' },
  { code: 'CL_STUD', countsAs: 'SUCCESS' },
  { code: 'CL_ZIEL', countsAs: 'SUCCESS' },
  { code: 'CL_UEBERG_JC', countsAs: 'NEUTRAL' },
  { code: 'CL_UEBERG_AA', countsAs: 'NEUTRAL' },
  { code: 'CL_UEBERG_SONST', countsAs: 'NEUTRAL' },
  { code: 'CL_UMZUG', countsAs: 'NEUTRAL' },
  { code: 'CL_AUSREISE', countsAs: 'NEUTRAL' },
  { code: 'CL_WUNSCH', countsAs: 'NEUTRAL' },
  { code: 'CL_KONTAKT', countsAs: 'NEGATIVE' },
  { code: 'CL_KEINBED', countsAs: 'NEUTRAL' },
  { code: 'CL_VERSTORB', countsAs: 'NEUTRAL' },
  { code: 'CL_DUPL', countsAs: 'EXCLUDED' },
];
