// bring_item: was jemand zu einem Schritt mitbringt.
import type { Code } from './code.ts';

/** The codes of bring_item. */
export const bringItemCodes: readonly Code[] = [
  { code: 'ID' },
  { code: 'CERTIFICATE' },
  { code: 'LETTER' },
  { code: 'PHOTO' },
  { code: 'MONEY' },
  { code: 'BUS_TICKET' },
  { code: 'CV' },
  { code: 'CONTRACT' },
  { code: 'INSURANCE_CARD' },
  { code: 'PEN' },
  { code: 'WORK_CLOTHES' },
  { code: 'NOTHING' },
];
