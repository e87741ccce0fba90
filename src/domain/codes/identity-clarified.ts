// identity_clarified: Identität geklärt (§1.1).
import type { Code } from './code.ts';

/** The codes of identity_clarified. */
export const identityClarifiedCodes: readonly Code[] = [
  { code: 'YES' },
  { code: 'NO' },
  { code: 'IN_PROGRESS' },
];
