// job_level: Anforderungsniveau (§1.12).
import type { Code } from './code.ts';

/** The codes of job_level. */
export const jobLevelCodes: readonly Code[] = [{ code: '1' }, { code: '2' }, { code: '3' }, { code: '4' }];
