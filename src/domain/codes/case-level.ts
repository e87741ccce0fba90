// case_level: Tiefe der Begleitung (§3.1).
import type { Code } from './code.ts';

/** The codes of case_level. */
export const caseLevelCodes: readonly Code[] = [{ code: 'BERATUNG' }, { code: 'CASE' }];
