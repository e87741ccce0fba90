// work_limits: arbeitsrelevante Einschränkungen (§1.16, Art.
import type { Code } from './code.ts';

/** 9 DSGVO): functional, never diagnostic. */
export const workLimitsCodes: readonly Code[] = [
  { code: 'WL_KEINE_ANG' },
  { code: 'WL_KEINE' },
  { code: 'WL_HEBEN' },
  { code: 'WL_STEHEN' },
  { code: 'WL_SITZEN' },
  { code: 'WL_SCHICHT' },
  { code: 'WL_HOEHE' },
  { code: 'WL_STAUB' },
  { code: 'WL_SEHEN' },
  { code: 'WL_HOEREN' },
  { code: 'WL_STUNDEN' },
  { code: 'WL_SGB9' },
  { code: 'WL_KLAERUNG' },
];
