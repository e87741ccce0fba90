// topic: Thema eines Gesprächs (§3.3).
import type { Code } from './code.ts';

/** The codes of topic. */
export const topicCodes: readonly Code[] = [
  { code: 'TP_SPRACHE' },
  { code: 'TP_SCHULE' },
  { code: 'TP_ANERK' },
  { code: 'TP_BERUFSOR' },
  { code: 'TP_AUSB' },
  { code: 'TP_ARBEIT' },
  { code: 'TP_ERLAUBNIS' },
  { code: 'TP_STATUS' },
  { code: 'TP_KIBE' },
  { code: 'TP_WOHNEN' },
  { code: 'TP_MOBIL' },
  { code: 'TP_FINANZ' },
  { code: 'TP_GESUND' },
  { code: 'TP_PSYCH' },
  { code: 'TP_EHREN' },
  { code: 'TP_DIGITAL' },
  { code: 'TP_KONFLIKT' },
  { code: 'TP_SONST' },
];
