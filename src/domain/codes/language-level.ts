// language_level: Niveau weiterer Sprachen (§2.2, E2).
import type { Code } from './code.ts';

/** The codes of language_level. */
export const languageLevelCodes: readonly Code[] = [{ code: 'LOW' }, { code: 'MEDIUM' }, { code: 'HIGH' }];
