// appointment_state: Stand eines Termins.
import type { Code } from './code.ts';

/** The codes of appointment_state. */
export const appointmentStateCodes: readonly Code[] = [
  { code: 'PLANNED' },
  { code: 'HELD' },
  { code: 'CANCELLED' },
  { code: 'MISSED' },
];
