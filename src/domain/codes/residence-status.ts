// residence_status: Aufenthaltsstatus (§1.1).
import type { Code } from './code.ts';

/**
 * `grp`: A asylum procedure, D toleration, T humanitarian permit, E education or work, F family, P permanent, X other.
 * `ik`, the way into an Integrationskurs: CLAIM by law (§ 44 I), ADMISSION by the BAMF or obligation (§ 44 IV), PARTLY a
 * claim, AS_BEFORE as with the title before. `basis` is the paragraph, as of 19 August 2026.
 */
export type ResidenceStatusCode = Code & {
  readonly grp: 'A' | 'D' | 'T' | 'E' | 'F' | 'P' | 'X';
  readonly ik: 'NONE' | 'CLAIM' | 'ADMISSION' | 'PARTLY' | 'AS_BEFORE';
  readonly basis?: string;
};

/** The codes of residence_status. */
export const residenceStatusCodes: readonly ResidenceStatusCode[] = [
  { code: 'AKN', grp: 'A', basis: '§ 63a AsylG', ik: 'NONE' },
  { code: 'AG', grp: 'A', basis: '§§ 55, 63 AsylG', ik: 'ADMISSION' },
  { code: 'FOLGE', grp: 'A', basis: '§ 71 AsylG', ik: 'NONE' },
  { code: 'DUL_60A', grp: 'D', basis: '§ 60a AufenthG', ik: 'NONE' },
  { code: 'DUL_60A_2_3', grp: 'D', basis: '§ 60a II 3 AufenthG', ik: 'ADMISSION' },
  { code: 'DUL_60B', grp: 'D', basis: '§ 60b AufenthG', ik: 'NONE' },
  { code: 'DUL_60C', grp: 'D', basis: '§ 60c AufenthG', ik: 'ADMISSION' },
  { code: 'DUL_60D', grp: 'D', basis: '§ 60d AufenthG', ik: 'ADMISSION' },
  { code: 'AUSR', grp: 'D', basis: '§§ 50, 58 AufenthG', ik: 'NONE', restricted: true },
  { code: 'FIK_81_3', grp: 'X', basis: '§ 81 III, V AufenthG', ik: 'NONE' },
  { code: 'FIK_81_4', grp: 'X', basis: '§ 81 IV, V AufenthG', ik: 'AS_BEFORE' },
  { code: 'AE_22', grp: 'T', basis: '§ 22 AufenthG', ik: 'NONE' },
  { code: 'AE_23_1', grp: 'T', basis: '§ 23 I AufenthG', ik: 'NONE' },
  { code: 'AE_23_2', grp: 'T', basis: '§ 23 II AufenthG', ik: 'CLAIM' },
  { code: 'AE_23_4', grp: 'T', basis: '§ 23 IV AufenthG', ik: 'CLAIM' },
  { code: 'AE_23A', grp: 'T', basis: '§ 23a AufenthG', ik: 'NONE' },
  { code: 'AE_24', grp: 'T', basis: '§ 24 AufenthG', ik: 'ADMISSION' },
  { code: 'AE_25_1', grp: 'T', basis: '§ 25 I AufenthG', ik: 'CLAIM' },
  { code: 'AE_25_2_FL', grp: 'T', basis: '§ 25 II 1 AufenthG', ik: 'CLAIM' },
  { code: 'AE_25_2_SU', grp: 'T', basis: '§ 25 II 2 AufenthG', ik: 'CLAIM' },
  { code: 'AE_25_3', grp: 'T', basis: '§ 25 III AufenthG', ik: 'NONE' },
  { code: 'AE_25_4_1', grp: 'T', basis: '§ 25 IV 1 AufenthG', ik: 'NONE' },
  { code: 'AE_25_4_2', grp: 'T', basis: '§ 25 IV 2 AufenthG', ik: 'NONE' },
  { code: 'AE_25_4A', grp: 'T', basis: '§ 25 IVa AufenthG', ik: 'PARTLY', masked: true },
  { code: 'AE_25_4B', grp: 'T', basis: '§ 25 IVb AufenthG', ik: 'NONE', masked: true },
  { code: 'AE_25_5', grp: 'T', basis: '§ 25 V AufenthG', ik: 'ADMISSION' },
  { code: 'AE_25A', grp: 'T', basis: '§ 25a AufenthG', ik: 'NONE' },
  { code: 'AE_25B', grp: 'T', basis: '§ 25b AufenthG', ik: 'CLAIM' },
  {
    code: 'AE_104C',
    grp: 'T',
    basis: '§ 104c AufenthG (alte Fassung)',
    ik: 'AS_BEFORE',
    validFrom: '2022-12-31',
    validTo: '2025-12-30',
    historic: true,
  },
  { code: 'AE_16A', grp: 'E', basis: '§ 16a AufenthG', ik: 'NONE' },
  { code: 'AE_16B', grp: 'E', basis: '§ 16b AufenthG', ik: 'NONE' },
  { code: 'AE_16D', grp: 'E', basis: '§ 16d (III) AufenthG', ik: 'NONE' },
  { code: 'AE_16F', grp: 'E', basis: '§ 16f AufenthG', ik: 'NONE' },
  { code: 'AE_16G', grp: 'E', basis: '§ 16g AufenthG', ik: 'NONE' },
  { code: 'AE_18A', grp: 'E', basis: '§ 18a AufenthG', ik: 'CLAIM' },
  { code: 'AE_18B', grp: 'E', basis: '§ 18b AufenthG', ik: 'CLAIM' },
  { code: 'AE_18G', grp: 'E', basis: '§ 18g AufenthG', ik: 'CLAIM' },
  { code: 'AE_19C', grp: 'E', basis: '§ 19c AufenthG', ik: 'CLAIM' },
  { code: 'AE_19D', grp: 'E', basis: '§ 19d AufenthG', ik: 'NONE' },
  { code: 'AE_20A', grp: 'E', basis: '§ 20a AufenthG', ik: 'NONE' },
  { code: 'AE_21', grp: 'E', basis: '§ 21 AufenthG', ik: 'CLAIM' },
  { code: 'AE_FAM', grp: 'F', basis: '§§ 28–36a AufenthG', ik: 'PARTLY' },
  { code: 'AE_31', grp: 'F', basis: '§ 31 AufenthG', ik: 'NONE' },
  { code: 'NE_9', grp: 'P', basis: '§ 9 AufenthG', ik: 'NONE' },
  { code: 'NE_26_3', grp: 'P', basis: '§ 26 III AufenthG', ik: 'NONE' },
  { code: 'NE_26_4', grp: 'P', basis: '§ 26 IV AufenthG', ik: 'NONE' },
  { code: 'NE_18C', grp: 'P', basis: '§ 18c AufenthG', ik: 'NONE' },
  { code: 'DAEU', grp: 'P', basis: '§ 9a AufenthG', ik: 'NONE' },
  { code: 'EU', grp: 'X', basis: 'FreizügG/EU', ik: 'ADMISSION' },
  { code: 'DE', grp: 'X', basis: 'StAG', ik: 'ADMISSION' },
  { code: 'UNB', grp: 'X', ik: 'NONE' },
];
