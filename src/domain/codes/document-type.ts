// document_type: Art eines Papiers.
import type { Code } from './code.ts';

/** The codes of document_type. */
export const documentTypeCodes: readonly Code[] = [
  { code: 'RESIDENCE_CARD' },
  { code: 'RESIDENCE_STICKER' },
  { code: 'GESTATTUNG' },
  { code: 'DULDUNG' },
  { code: 'FIKTION' },
  { code: 'ARRIVAL' },
  { code: 'PASSPORT' },
  { code: 'TRAVEL_DOCUMENT' },
  { code: 'ID_CARD' },
  { code: 'BIRTH_CERTIFICATE' },
  { code: 'SCHOOL_CERTIFICATE' },
  { code: 'REGISTRATION' },
  { code: 'LETTER' },
  { code: 'OTHER' },
];
