// school_recognition: Gleichstellung des Schulabschlusses (§1.8).
import type { Code } from './code.ts';

/** The codes of school_recognition. */
export const schoolRecognitionCodes: readonly Code[] = [
  { code: 'SR_OFFEN' },
  { code: 'SR_ANTRAG' },
  { code: 'SR_GLEICH' },
  { code: 'SR_NEIN' },
  { code: 'SR_SCHULE' },
];
