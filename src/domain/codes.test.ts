// The code lists: nothing of the official lists is missing, old codes can be read and not chosen, every code has its term.
import { describe, expect, test } from 'vitest';
import english from '#locales/en/codes.json';
import german from '#locales/de/codes.json';
import { codeEntry, codeLists, isCodeListName, isKnownCode, selectableCodes } from './codes.ts';
import { countries, frequentCountries, nationalities } from './codes/countries.ts';
import { appLanguages, spokenLanguages } from './codes/language-tags.ts';
import { planTemplates } from './codes/plan-templates.ts';
import { codeSchema, languageTagSchema } from './leaf.ts';
import { endedStepStates } from './plan.ts';

// The codes as the county's reference names them, 416 in all.
const reference: Record<string, string> = {
  residence_status: `AKN AG FOLGE DUL_60A DUL_60A_2_3 DUL_60B DUL_60C DUL_60D AUSR FIK_81_3 FIK_81_4 AE_22 AE_23_1
    AE_23_2 AE_23_4 AE_23A AE_24 AE_25_1 AE_25_2_FL AE_25_2_SU AE_25_3 AE_25_4_1 AE_25_4_2 AE_25_4A
    AE_25_4B AE_25_5 AE_25A AE_25B AE_104C AE_16A AE_16B AE_16D AE_16F AE_16G AE_18A AE_18B AE_18G
    AE_19C AE_19D AE_20A AE_21 AE_FAM AE_31 NE_9 NE_26_3 NE_26_4 NE_18C DAEU EU DE UNB`,
  asylum_stage: 'REG EING ZUST BESCHL ANH KLAGE ANERK ABL RUECKN NA',
  work_permit: `ERLAUBT BESCH_ERLAUBT NUR_MIT_ERLAUBNIS ERTEILT_BA ERTEILT_OHNE_BA BEANTRAGT ABGELEHNT
    NICHT_GESTATTET UNGEKLAERT`,
  rechtskreis: 'ASYLBLG_3 ASYLBLG_2 SGB_II SGB_III SGB_XII SGB_VIII BAFOEG_BAB KEIN_BEZUG UNKLAR',
  accommodation: 'AE_LAB GU DEZENTRAL WOHNUNG WG_FAM JUGENDHILFE FRAUENHAUS WOHNUNGSLOS',
  gender: 'W M D O',
  school_origin: 'SO_0 SO_1A SO_1 SO_2A SO_2 SO_3A SO_3B SO_3 SO_T SO_REL SO_X',
  school_de: 'SD_OHNE SD_HSA SD_SEK1_HSA SD_SEK1_RS SD_SEK1_ERW SD_FHR SD_FGHR SD_AHR',
  school_recognition: 'SR_OFFEN SR_ANTRAG SR_GLEICH SR_NEIN SR_SCHULE',
  qual_type: 'Q_KEINE Q_ANGELERNT Q_KURS Q_AUSB_KURZ Q_AUSB Q_TECH Q_BA Q_MA Q_PHD Q_ABBR',
  recognition_path: 'RP_HWK RP_FOSA RP_FACH RP_ZAB RP_HS RP_BQP RP_VALI',
  recognition_status: 'RS_0 RS_BERAT RS_UNTERL RS_ANTRAG RS_QA RS_ENTSCH',
  recognition_outcome: 'RO_VOLL RO_TEIL RO_AUFLAGE RO_HWO RO_PART RO_NEG RO_OHNE RO_OFFEN',
  evidence: 'EV_ORIG EV_KOPIE EV_UEBERS EV_HEIMAT EV_VERLOREN EV_SELBST',
  lang_cert: 'LC_DTZ LC_LID LC_ZIK LC_DTB LC_TELC LC_GOETHE LC_OESD LC_TESTDAF LC_DSH LC_DSD LC_FSP LC_TEILN',
  literacy: 'LIT_PRIM LIT_FUNK LIT_ZWEIT LIT_LATIN LIT_X',
  isco1: 'I0 I1 I2 I3 I4 I5 I6 I7 I8 I9',
  kldb1: 'K0 K1 K2 K3 K4 K5 K6 K7 K8 K9',
  driving: 'D_NEIN D_AUSL D_UMSCHR D_B D_C D_D D_T D_STAPLER D_AM',
  mobility: 'MO_FUSS MO_RAD MO_OEPNV MO_PKW MO_FAHRG MO_RES',
  childcare: 'CC_NA CC_KITA_TZ CC_KITA_GT CC_TAGESPFL CC_FAM CC_WARTE CC_KURS CC_PFLEGE',
  work_limits: `WL_KEINE_ANG WL_KEINE WL_HEBEN WL_STEHEN WL_SITZEN WL_SCHICHT WL_HOEHE WL_STAUB WL_SEHEN
    WL_HOEREN WL_STUNDEN WL_SGB9 WL_KLAERUNG`,
  measure_type: `EOK MIA LAND_SPR INTK_ALLG INTK_ALPHA INTK_ZWEIT INTK_FOERD INTK_INT INTK_JUG INTK_FRAU BSK_A2
    BSK_B1 BSK_B2 BSK_C1 BSK_C2 BSK_FACH BSK_ANERK JOB_BSK AZUBI_BSK FIM AGH_ASYL AGH_SGB2 PERF
    PERJUF KOMPAS KOMBER MAT MAG FRUEH_39A BOP PRAK_OR HOSP EQ ASA_V ASA_B BVB BAE BOF BES_SI BES_1
    BES_2 SPRINT SPRINT_D BVJ_BEK BFS HSA_NACH GRUNDK TQ UMSCH FBW ANPQ ANPL KPRUEF ANERK_B VALID
    AUSB_D AUSB_S AUSB_H EGZ BES_SUBV MINIJOB ARB_TZ ARB_VZ ZEITARB SELBST STUD_V STUD FSJ_BFD
    EHREN WIR_NETZ MBE_JMD FLANK KIBE FS`,
  step_state: `GEPLANT BEANTRAGT WARTELISTE BEWILLIGT LAEUFT PAUSE ERFOLG OHNE_ZIEL ABBRUCH NICHT_ANGETR
    ABGELEHNT ENTFALLEN`,
  dropout_reason: `AR_ARBEIT AR_WECHSEL AR_UMZUG AR_STATUS AR_KIND AR_SCHWANGER AR_GESUND AR_UEBERF AR_UNTERF
    AR_WEG AR_GELD AR_MOTIV AR_TRAEGER AR_FEHLZ AR_AUSREISE AR_UNB`,
  plan_template: 'T01 T02 T03 T04 T05 T06 T07 T08 T09 T10 T11 T12 T13 T14',
  access_route: 'IR_ANSPR IR_VERPF_ABH IR_VERPF_JC IR_VERPF_ASYLBLG IR_ZUL_BAMF IR_SELBST',
  consent: 'C1 C2 C3 C4 C5 C6 C7 C8',
  case_phase: 'PH1 PH2 PH3 PH4 PH5 PH6',
  contact_type: `KT_BUERO KT_AUFSUCH KT_SPRECHST KT_TEL KT_VIDEO KT_MAIL KT_APP KT_BEGLEIT KT_BETRIEB
    KT_FALLKONF KT_GRUPPE KT_NICHTERSCH`,
  topic: `TP_SPRACHE TP_SCHULE TP_ANERK TP_BERUFSOR TP_AUSB TP_ARBEIT TP_ERLAUBNIS TP_STATUS TP_KIBE
    TP_WOHNEN TP_MOBIL TP_FINANZ TP_GESUND TP_PSYCH TP_EHREN TP_DIGITAL TP_KONFLIKT TP_SONST`,
  referral_outcome: `RO_OFFEN RO_TERMIN RO_ERSCH RO_NICHT RO_AUFGEN RO_WARTE RO_ABGEL_TR RO_ABGEL_BEH RO_ABGEL_PERS
    RO_UNPASS RO_KEINRM`,
  closure_reason: `CL_ARBEIT CL_AUSB CL_STUD CL_ZIEL CL_UEBERG_JC CL_UEBERG_AA CL_UEBERG_SONST CL_UMZUG
    CL_AUSREISE CL_WUNSCH CL_KONTAKT CL_KEINBED CL_VERSTORB CL_DUPL`,
};
const today = '2026-11-22';
const lists = Object.entries(codeLists);
const codesOf = (list: readonly { readonly code: string }[]): readonly string[] =>
  list.map(({ code }) => code);
const selectable = (list: keyof typeof codeLists, on = today): readonly string[] =>
  codesOf(selectableCodes(list, on));

describe('the code lists', () => {
  test.each(Object.keys(reference))('%s has every code of the reference', (name) => {
    const wanted = (reference[name] ?? '').split(/\s+/);
    expect(isCodeListName(name)).toBe(true);
    const known = lists.find(([list]) => list === name)?.[1] ?? [];
    expect(codesOf(known)).toEqual(expect.arrayContaining(wanted));
  });

  test('no list has a code twice, and every code can be stored', () => {
    for (const [name, list] of lists) {
      expect([name, new Set(codesOf(list)).size]).toEqual([name, list.length]);
      for (const { code } of list) expect(codeSchema.safeParse(code).success).toBe(true);
    }
  });

  test.each([
    ['German', german],
    ['English', english],
  ])('every code has a %s term, and no term is left without a code', (_language, terms) => {
    const named = Object.entries(terms).map(([list, codes]) => [list, Object.keys(codes).sort()]);
    const known = lists.map(([list, codes]) => [list, [...codesOf(codes)].sort()]);
    expect(named).toEqual(known);
    for (const codes of Object.values(terms))
      for (const term of Object.values(codes)) expect(term).not.toBe('');
  });
});

describe('what may be chosen for something new', () => {
  test.each([
    'FIM',
    'INTK_JUG',
    'INTK_FRAU',
    'PERF',
    'PERJUF',
    'KOMPAS',
    'KOMBER',
    'SPRINT',
    'SPRINT_D',
    'BVJ_BEK',
  ])('the measure %s of old files can be read and not be chosen', (code) => {
    expect(isKnownCode('measure_type', code)).toBe(true);
    expect(selectable('measure_type')).not.toContain(code);
  });

  test('a measure that existed in its time could be chosen then', () => {
    expect(selectable('measure_type', '2018-05-01')).toContain('FIM');
    expect(selectable('measure_type', '2016-07-31')).not.toContain('FIM');
  });

  test('the closed Chancen-Aufenthaltsrecht is not given any more', () => {
    expect(selectable('residence_status')).not.toContain('AE_104C');
    expect(codeEntry('residence_status', 'AE_104C')?.historic).toBe(true);
    expect(selectable('residence_status')).toHaveLength(50);
  });

  test('victims of trafficking are masked outside the case team', () => {
    expect(codesOf(codeLists.residence_status.filter(({ masked }) => masked))).toEqual([
      'AE_25_4A',
      'AE_25_4B',
    ]);
  });

  test('what would tell a religion or a service under arms is never offered', () => {
    expect(selectable('school_origin')).not.toContain('SO_REL');
    expect(selectable('school_origin')).toContain('SO_SONST');
    expect(selectable('isco1')).not.toContain('I0');
    expect(selectable('kldb1')).not.toContain('K0');
    expect(selectable('kldb2')).not.toContain('01');
  });

  test('maternity is reported as childcare', () => {
    expect(codeEntry('dropout_reason', 'AR_SCHWANGER')?.reportedAs).toBe('AR_KIND');
  });

  test('a code of a newer list is unknown, not wrong', () => {
    expect(isKnownCode('measure_type', 'NEU_2031')).toBe(false);
    expect(codeEntry('measure_type', 'NEU_2031')).toBeUndefined();
    expect(codeSchema.safeParse('NEU_2031').success).toBe(true);
  });
});

describe('the template plans', () => {
  test('there are fourteen, and each step is something that can be chosen today', () => {
    expect(planTemplates.map(({ code }) => code)).toEqual(codesOf(codeLists.plan_template));
    const measures = selectable('measure_type');
    for (const { code, steps } of planTemplates) {
      expect(steps.length).toBeGreaterThanOrEqual(4);
      for (const step of steps) {
        for (const type of [step.type, ...(step.or ?? []), ...(step.with ?? []), ...(step.fallback ?? [])]) {
          expect([code, measures.includes(type) ? type : 'unknown']).toEqual([code, type]);
        }
        if (step.purpose !== undefined) expect(isKnownCode('step_purpose', step.purpose)).toBe(true);
        if (step.recognitionPath !== undefined)
          expect(isKnownCode('recognition_path', step.recognitionPath)).toBe(true);
      }
    }
  });

  test('a step that is over in the list of states is over in the plan', () => {
    expect(codesOf(codeLists.step_state.filter(({ stage }) => stage === 'ENDED'))).toEqual(endedStepStates);
  });
});

describe('countries and languages', () => {
  test('every country has a German name, and the frequent ones are among them', () => {
    const names = new Intl.DisplayNames(['de'], { type: 'region', fallback: 'none' });
    expect(countries.filter((code) => names.of(code) === undefined)).toEqual([]);
    expect(frequentCountries.filter((code) => !countries.includes(code))).toEqual([]);
    expect(new Set(nationalities).size).toBe(252);
    expect(nationalities.filter((code) => !codeSchema.safeParse(code).success)).toEqual([]);
  });

  test('every language tag can be stored and stands once', () => {
    expect(spokenLanguages.filter((tag) => !languageTagSchema.safeParse(tag).success)).toEqual([]);
    expect(new Set(spokenLanguages).size).toBe(spokenLanguages.length);
    expect(appLanguages).toHaveLength(18);
  });
});
