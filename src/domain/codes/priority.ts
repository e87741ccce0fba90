// priority: Dringlichkeit.
import type { Code } from './code.ts';

/** The codes of priority. */
export const priorityCodes: readonly Code[] = [{ code: 'HIGH' }, { code: 'NORMAL' }, { code: 'LOW' }];
