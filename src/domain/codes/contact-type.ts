// contact_type: Art des Kontakts (§3.2).
import type { Code } from './code.ts';

/** The codes of contact_type. */
export const contactTypeCodes: readonly Code[] = [
  { code: 'KT_BUERO' },
  { code: 'KT_AUFSUCH' },
  { code: 'KT_SPRECHST' },
  { code: 'KT_TEL' },
  { code: 'KT_VIDEO' },
  { code: 'KT_MAIL' },
  { code: 'KT_APP' },
  { code: 'KT_BEGLEIT' },
  { code: 'KT_BETRIEB' },
  { code: 'KT_FALLKONF' },
  { code: 'KT_GRUPPE' },
  { code: 'KT_NICHTERSCH' },
];
