// The template plans T01 to T14 (§1.20): chains that a caseworker copies and then edits. Durations are planning values.

/**
 * A step of a template. `type` is a measure_type; `purpose` a step_purpose where the measure alone does not say it.
 * `weeks`: planned duration, null for work that goes on. `or`: what may stand there instead, `with`: what runs beside
 * it, `fallback`: what to do if no place is to be had. `parallel`: begins together with the step before it.
 */
export type TemplateStep = {
  readonly type: string;
  readonly weeks: number | null;
  readonly purpose?: string;
  readonly recognitionPath?: string;
  readonly or?: readonly string[];
  readonly with?: readonly string[];
  readonly fallback?: readonly string[];
  readonly parallel?: true;
};

/** A template: its plan_template code and its steps in order. */
export type PlanTemplate = { readonly code: string; readonly steps: readonly TemplateStep[] };

const fallback = ['EOK', 'LAND_SPR'];

/** All templates. There is no score and no automatic choice: a caseworker chooses (§2.2, K3). */
export const planTemplates: readonly PlanTemplate[] = [
  {
    code: 'T01',
    steps: [
      { type: 'INTK_ALLG', weeks: 35, fallback },
      { type: 'PRAK_OR', weeks: 4, or: ['MAG'] },
      { type: 'EQ', weeks: 39, with: ['ASA_B'] },
      { type: 'AUSB_D', weeks: 169, with: ['AZUBI_BSK', 'ASA_B'] },
      { type: 'ARB_VZ', weeks: null },
    ],
  },
  {
    code: 'T02',
    steps: [
      { type: 'EOK', weeks: 15 },
      { type: 'INTK_ALPHA', weeks: 61, fallback },
      { type: 'GRUNDK', weeks: 12, or: ['MAT'] },
      { type: 'MAG', weeks: 6, or: ['AGH_ASYL'] },
      { type: 'ARB_TZ', weeks: null, with: ['JOB_BSK'] },
      { type: 'TQ', weeks: 17 },
    ],
  },
  {
    code: 'T03',
    steps: [
      { type: 'INTK_ZWEIT', weeks: 43, fallback },
      { type: 'ANERK_B', weeks: 4, parallel: true },
      { type: 'MAG', weeks: 4 },
      { type: 'ARB_VZ', weeks: null, with: ['JOB_BSK'] },
      { type: 'TQ', weeks: 17, or: ['VALID'] },
    ],
  },
  {
    code: 'T04',
    steps: [
      { type: 'KIBE', weeks: 8 },
      { type: 'MIA', weeks: 8, parallel: true },
      { type: 'INTK_ALLG', weeks: 52, fallback },
      { type: 'BSK_B2', weeks: 26 },
      { type: 'MAG', weeks: 6 },
      { type: 'AUSB_D', weeks: 169, or: ['AUSB_S', 'ARB_TZ'] },
    ],
  },
  {
    code: 'T05',
    steps: [
      { type: 'INTK_INT', weeks: 22, fallback },
      { type: 'ANERK_B', weeks: 13, purpose: 'APPLICATION', recognitionPath: 'RP_ZAB', parallel: true },
      { type: 'BSK_B2', weeks: 20 },
      { type: 'BSK_C1', weeks: 20 },
      { type: 'ANPQ', weeks: 26, or: ['PRAK_OR'] },
      { type: 'ARB_VZ', weeks: null },
    ],
  },
  {
    code: 'T06',
    steps: [
      { type: 'INTK_ALLG', weeks: 35, fallback },
      { type: 'ANERK_B', weeks: 4, purpose: 'APPLICATION', recognitionPath: 'RP_FACH' },
      { type: 'ANERK_B', weeks: 13, purpose: 'DECISION' },
      { type: 'BSK_ANERK', weeks: 26 },
      { type: 'ANPL', weeks: 52, or: ['KPRUEF'] },
      { type: 'ARB_VZ', weeks: null, purpose: 'LICENCE' },
    ],
  },
  {
    code: 'T07',
    steps: [
      { type: 'INTK_ALLG', weeks: 35, fallback },
      { type: 'ANERK_B', weeks: 4, purpose: 'APPLICATION', recognitionPath: 'RP_HWK' },
      { type: 'ANERK_B', weeks: 13, purpose: 'DECISION' },
      { type: 'ANPQ', weeks: 33, with: ['JOB_BSK'] },
      { type: 'ANERK_B', weeks: 13, purpose: 'NEW_APPLICATION' },
      { type: 'ARB_VZ', weeks: null },
    ],
  },
  {
    code: 'T08',
    steps: [
      { type: 'BES_SI', weeks: 52 },
      { type: 'BES_2', weeks: 52, with: ['PRAK_OR'] },
      { type: 'EQ', weeks: 39, or: ['BOP', 'BVB'] },
      { type: 'AUSB_D', weeks: 169, or: ['AUSB_H'], with: ['ASA_B'] },
    ],
  },
  {
    code: 'T09',
    steps: [
      { type: 'INTK_ALLG', weeks: 35, or: ['BSK_B1'], fallback },
      { type: 'HSA_NACH', weeks: 43, or: ['BVB'] },
      { type: 'ASA_V', weeks: 26 },
      { type: 'EQ', weeks: 39 },
      { type: 'AUSB_D', weeks: 169 },
    ],
  },
  {
    code: 'T10',
    steps: [
      { type: 'MBE_JMD', weeks: 4, purpose: 'IDENTITY' },
      { type: 'BSK_B1', weeks: 20 },
      { type: 'PRAK_OR', weeks: 8 },
      { type: 'AUSB_D', weeks: 26, purpose: 'CONTRACT', or: ['AUSB_H'] },
      { type: 'AUSB_D', weeks: 156, or: ['AUSB_H'] },
      { type: 'MBE_JMD', weeks: 8, purpose: 'PERMIT_16G' },
    ],
  },
  {
    code: 'T11',
    steps: [
      { type: 'ARB_TZ', weeks: 52 },
      { type: 'BSK_A2', weeks: 12, purpose: 'PROOF_A2' },
      { type: 'ARB_TZ', weeks: 130, purpose: 'TOLERATION_60D' },
      { type: 'MBE_JMD', weeks: 8, purpose: 'PERMIT_25B' },
    ],
  },
  {
    code: 'T12',
    steps: [
      { type: 'EOK', weeks: 15 },
      { type: 'EHREN', weeks: 26, or: ['AGH_ASYL'] },
      { type: 'ANERK_B', weeks: 8, purpose: 'DOCUMENTS' },
      { type: 'MBE_JMD', weeks: 2, purpose: 'PERMIT_CHECK' },
    ],
  },
  {
    code: 'T13',
    steps: [
      { type: 'ANERK_B', weeks: 1 },
      { type: 'ARB_VZ', weeks: null, or: ['INTK_ALLG'], with: ['JOB_BSK'] },
      { type: 'ANERK_B', weeks: 13, purpose: 'RECOGNITION' },
      { type: 'MBE_JMD', weeks: 4, purpose: 'TITLE_CHANGE' },
    ],
  },
  {
    code: 'T14',
    steps: [
      { type: 'MAG', weeks: 6 },
      { type: 'ARB_VZ', weeks: null, with: ['EGZ'] },
      { type: 'JOB_BSK', weeks: 12, parallel: true },
      { type: 'VALID', weeks: 17, or: ['TQ'] },
    ],
  },
];

/** The template of a code. */
export const planTemplateByCode = (code: string): PlanTemplate | undefined =>
  planTemplates.find((template) => template.code === code);
