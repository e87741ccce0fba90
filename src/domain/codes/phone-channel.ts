// phone_channel: wie jemand am Telefon erreichbar ist (§2.2, B2).
import type { Code } from './code.ts';

/** The codes of phone_channel. */
export const phoneChannelCodes: readonly Code[] = [{ code: 'CALL' }, { code: 'SMS' }, { code: 'MESSENGER' }];
