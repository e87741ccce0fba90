// step_purpose: Zweck eines Schrittes in einer Vorlage, where the measure alone does not say it (§1.20).
import type { Code } from './code.ts';

/** The codes of step_purpose. */
export const stepPurposeCodes: readonly Code[] = [
  { code: 'IDENTITY' },
  { code: 'APPLICATION' },
  { code: 'DECISION' },
  { code: 'NEW_APPLICATION' },
  { code: 'LICENCE' },
  { code: 'CONTRACT' },
  { code: 'PERMIT_16G' },
  { code: 'PROOF_A2' },
  { code: 'TOLERATION_60D' },
  { code: 'PERMIT_25B' },
  { code: 'DOCUMENTS' },
  { code: 'PERMIT_CHECK' },
  { code: 'RECOGNITION' },
  { code: 'TITLE_CHANGE' },
];
