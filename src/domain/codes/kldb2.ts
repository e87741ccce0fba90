// kldb2: Berufshauptgruppe nach KldB 2010 (§1.12).
import type { Code } from './code.ts';

/** `area`: its kldb1. */
export type Kldb2Code = Code & { readonly area: string };

/** One and two digits only: the rest may not be handed on freely. */
export const kldb2Codes: readonly Kldb2Code[] = [
  { code: '01', area: 'K0', never: true },
  { code: '11', area: 'K1' },
  { code: '12', area: 'K1' },
  { code: '21', area: 'K2' },
  { code: '22', area: 'K2' },
  { code: '23', area: 'K2' },
  { code: '24', area: 'K2' },
  { code: '25', area: 'K2' },
  { code: '26', area: 'K2' },
  { code: '27', area: 'K2' },
  { code: '28', area: 'K2' },
  { code: '29', area: 'K2' },
  { code: '31', area: 'K3' },
  { code: '32', area: 'K3' },
  { code: '33', area: 'K3' },
  { code: '34', area: 'K3' },
  { code: '41', area: 'K4' },
  { code: '42', area: 'K4' },
  { code: '43', area: 'K4' },
  { code: '51', area: 'K5' },
  { code: '52', area: 'K5' },
  { code: '53', area: 'K5' },
  { code: '54', area: 'K5' },
  { code: '61', area: 'K6' },
  { code: '62', area: 'K6' },
  { code: '63', area: 'K6' },
  { code: '71', area: 'K7' },
  { code: '72', area: 'K7' },
  { code: '73', area: 'K7' },
  { code: '81', area: 'K8' },
  { code: '82', area: 'K8' },
  { code: '83', area: 'K8' },
  { code: '84', area: 'K8' },
  { code: '91', area: 'K9' },
  { code: '92', area: 'K9' },
  { code: '93', area: 'K9' },
  { code: '94', area: 'K9' },
];
