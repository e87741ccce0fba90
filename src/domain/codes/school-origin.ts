// school_origin: Schulbesuch im Herkunftsland (§1.8).
import type { Code } from './code.ts';

/** `isced`: the level in ISCED 2011. */
export type SchoolOriginCode = Code & { readonly isced?: string };

/** SO_REL would tell a religion: SO_SONST is recorded instead. */
export const schoolOriginCodes: readonly SchoolOriginCode[] = [
  { code: 'SO_0', isced: '0' },
  { code: 'SO_1A', isced: '0-1' },
  { code: 'SO_1', isced: '1' },
  { code: 'SO_2A', isced: '1-2' },
  { code: 'SO_2', isced: '2' },
  { code: 'SO_3A', isced: '2-3' },
  { code: 'SO_3B', isced: '3' },
  { code: 'SO_3', isced: '3' },
  { code: 'SO_T', isced: '3+' },
  { code: 'SO_REL', never: true },
  { code: 'SO_SONST' },
  { code: 'SO_X' },
];
