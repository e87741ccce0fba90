// plan_template: Vorlage eines Weges (§1.20); its steps are in plan-templates.ts.
import type { Code } from './code.ts';

/** The codes of plan_template. */
export const planTemplateCodes: readonly Code[] = [
  { code: 'T01' },
  { code: 'T02' },
  { code: 'T03' },
  { code: 'T04' },
  { code: 'T05' },
  { code: 'T06' },
  { code: 'T07' },
  { code: 'T08' },
  { code: 'T09' },
  { code: 'T10' },
  { code: 'T11' },
  { code: 'T12' },
  { code: 'T13' },
  { code: 'T14' },
];
