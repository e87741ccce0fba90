// access_route: Zugang zum Integrationskurs (§1.21).
import type { Code } from './code.ts';

/**
 * `confirmedBy`: who confirms it. `suspended`: nobody is admitted this way in 2026, older admissions stay valid.
 * `sanctionRisk`: only after counselling, with the day the person was informed (`wishInformed` of the step).
 */
export type AccessRouteCode = Code & {
  readonly confirmedBy: string;
  readonly suspended?: true;
  readonly sanctionRisk?: true;
};

/** The codes of access_route. */
export const accessRouteCodes: readonly AccessRouteCode[] = [
  { code: 'IR_ANSPR', confirmedBy: 'Ausländerbehörde' },
  { code: 'IR_VERPF_ABH', confirmedBy: 'Ausländerbehörde' },
  { code: 'IR_VERPF_JC', confirmedBy: 'Jobcenter' },
  { code: 'IR_VERPF_ASYLBLG', confirmedBy: 'Landkreis itself', sanctionRisk: true },
  { code: 'IR_ZUL_BAMF', confirmedBy: 'BAMF', suspended: true },
  { code: 'IR_SELBST', confirmedBy: 'Kursträger' },
];
