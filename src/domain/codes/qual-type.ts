// qual_type: Ausbildung oder Studium (§1.9).
import type { Code } from './code.ts';

/** The codes of qual_type. */
export const qualTypeCodes: readonly Code[] = [
  { code: 'Q_KEINE' },
  { code: 'Q_ANGELERNT' },
  { code: 'Q_KURS' },
  { code: 'Q_AUSB_KURZ' },
  { code: 'Q_AUSB' },
  { code: 'Q_TECH' },
  { code: 'Q_BA' },
  { code: 'Q_MA' },
  { code: 'Q_PHD' },
  { code: 'Q_ABBR' },
];
