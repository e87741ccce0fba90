// time_slot: Tageszeit, zu der jemand kann (§2.2, D4).
import type { Code } from './code.ts';

/** The codes of time_slot. */
export const timeSlotCodes: readonly Code[] = [
  { code: 'MORNING' },
  { code: 'AFTERNOON' },
  { code: 'EVENING' },
  { code: 'WEEKEND' },
];
