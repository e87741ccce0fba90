// recognition_path: Weg der Anerkennung (§1.9).
import type { Code } from './code.ts';

/** `body`: who decides, by its own name. */
export type RecognitionPathCode = Code & { readonly body?: string };

/** The codes of recognition_path. */
export const recognitionPathCodes: readonly RecognitionPathCode[] = [
  { code: 'RP_HWK', body: 'Handwerkskammer Braunschweig-Lüneburg-Stade' },
  { code: 'RP_FOSA', body: 'IHK FOSA (Nürnberg)' },
  { code: 'RP_FACH', body: 'NLGA/NiZzA, RLSB' },
  { code: 'RP_ZAB', body: 'ZAB (KMK)' },
  { code: 'RP_HS', body: 'Hochschule, uni-assist' },
  { code: 'RP_BQP' },
  { code: 'RP_VALI', body: 'Kammern' },
];
