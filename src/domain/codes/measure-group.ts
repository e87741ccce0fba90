// measure_group: Gruppe von Maßnahmen, for choosing among many.
import type { Code } from './code.ts';

/** The codes of measure_group. */
export const measureGroupCodes: readonly Code[] = [
  { code: 'LANGUAGE' },
  { code: 'ACTIVATION' },
  { code: 'PREPARATION' },
  { code: 'SCHOOL' },
  { code: 'QUALIFICATION' },
  { code: 'RECOGNITION' },
  { code: 'TRAINING' },
  { code: 'WORK' },
  { code: 'SUPPORT' },
];
