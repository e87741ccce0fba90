// country_special: Staatsangehörigkeit ohne Staat (§2.2, A5).
import type { Code } from './code.ts';

/** The codes of country_special. */
export const countrySpecialCodes: readonly Code[] = [{ code: 'STAATENLOS' }, { code: 'UNGEKLAERT' }];
