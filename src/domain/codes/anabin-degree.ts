// anabin_degree: Bewertung des Abschlusses in anabin (§1.9).
import type { Code } from './code.ts';

/** The codes of anabin_degree. */
export const anabinDegreeCodes: readonly Code[] = [
  { code: 'ENTSPRICHT' },
  { code: 'GLEICHWERTIG' },
  { code: 'BEDINGT' },
  { code: 'NICHT_GELISTET' },
];
