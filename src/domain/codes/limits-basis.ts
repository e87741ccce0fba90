// limits_basis: worauf eine Einschränkung beruht (§1.16); a document is seen, never kept.
import type { Code } from './code.ts';

/** The codes of limits_basis. */
export const limitsBasisCodes: readonly Code[] = [{ code: 'SELF' }, { code: 'DOCUMENT' }];
