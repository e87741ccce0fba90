// gender: Geschlecht (§1.7).
import type { Code } from './code.ts';

/** The codes of gender. */
export const genderCodes: readonly Code[] = [{ code: 'W' }, { code: 'M' }, { code: 'D' }, { code: 'O' }];
