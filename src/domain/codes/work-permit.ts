// work_permit: Arbeitsmarktzugang (§1.3).
import type { Code } from './code.ts';

/** `wording`: how it typically stands on the document, word for word. */
export type WorkPermitCode = Code & { readonly wording?: string };

/** The codes of work_permit. */
export const workPermitCodes: readonly WorkPermitCode[] = [
  { code: 'ERLAUBT', wording: 'Erwerbstätigkeit erlaubt' },
  { code: 'BESCH_ERLAUBT', wording: 'Beschäftigung erlaubt' },
  { code: 'NUR_MIT_ERLAUBNIS', wording: 'Beschäftigung nur mit Genehmigung der Ausländerbehörde' },
  { code: 'ERTEILT_BA' },
  { code: 'ERTEILT_OHNE_BA' },
  { code: 'BEANTRAGT' },
  { code: 'ABGELEHNT' },
  { code: 'NICHT_GESTATTET', wording: 'Erwerbstätigkeit nicht gestattet' },
  { code: 'UNGEKLAERT' },
];
