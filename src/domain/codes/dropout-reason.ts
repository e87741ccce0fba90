// dropout_reason: Grund für ein Ende ohne Ziel (§1.19).
import type { Code } from './code.ts';

/** `positive`: ended for something better. `reportedAs`: in every report it counts as this code. */
export type DropoutReasonCode = Code & { readonly positive?: true; readonly reportedAs?: string };

/** The codes of dropout_reason. */
export const dropoutReasonCodes: readonly DropoutReasonCode[] = [
  { code: 'AR_ARBEIT', positive: true },
  { code: 'AR_WECHSEL', positive: true },
  { code: 'AR_UMZUG' },
  { code: 'AR_STATUS' },
  { code: 'AR_KIND' },
  { code: 'AR_SCHWANGER', reportedAs: 'AR_KIND' },
  { code: 'AR_GESUND' },
  { code: 'AR_UEBERF' },
  { code: 'AR_UNTERF' },
  { code: 'AR_WEG' },
  { code: 'AR_GELD' },
  { code: 'AR_MOTIV' },
  { code: 'AR_TRAEGER' },
  { code: 'AR_FEHLZ' },
  { code: 'AR_AUSREISE' },
  { code: 'AR_UNB' },
];
