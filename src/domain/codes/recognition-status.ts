// recognition_status: Stand der Anerkennung (§1.9).
import type { Code } from './code.ts';

/** The codes of recognition_status. */
export const recognitionStatusCodes: readonly Code[] = [
  { code: 'RS_0' },
  { code: 'RS_BERAT' },
  { code: 'RS_UNTERL' },
  { code: 'RS_ANTRAG' },
  { code: 'RS_QA' },
  { code: 'RS_ENTSCH' },
];
