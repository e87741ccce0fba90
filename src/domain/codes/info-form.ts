// info_form: Form der Information nach Art.
import type { Code } from './code.ts';

/** 13 (§2.2, L2). */
export const infoFormCodes: readonly Code[] = [{ code: 'ORAL' }, { code: 'WRITTEN' }, { code: 'AUDIO' }];
