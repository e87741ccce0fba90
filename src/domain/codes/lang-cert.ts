// lang_cert: Sprachzertifikat (§1.11).
import type { Code } from './code.ts';

/** `levels`: which levels of the CEFR it can prove. */
export type LangCertCode = Code & { readonly levels: readonly string[] };

/** The codes of lang_cert. */
export const langCertCodes: readonly LangCertCode[] = [
  { code: 'LC_DTZ', levels: ['A2', 'B1'] },
  { code: 'LC_LID', levels: [] },
  { code: 'LC_ZIK', levels: ['B1'] },
  { code: 'LC_DTB', levels: ['A2', 'B1', 'B2', 'C1'] },
  { code: 'LC_TELC', levels: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] },
  { code: 'LC_GOETHE', levels: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] },
  { code: 'LC_OESD', levels: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] },
  { code: 'LC_TESTDAF', levels: ['B2', 'C1'] },
  { code: 'LC_DSH', levels: ['B2', 'C1', 'C2'] },
  { code: 'LC_DSD', levels: ['A2', 'B1', 'B2', 'C1'] },
  { code: 'LC_FSP', levels: ['B2', 'C1'] },
  { code: 'LC_TEILN', levels: [] },
];
