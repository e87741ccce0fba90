// What lists show of a case and what a search finds it by, with the people of the invented county.
import { describe, expect, test } from 'vitest';
import { summariseCase } from './case-summary.ts';
import { foldText, isFound, queryWords } from './fold.ts';
import type { Json } from './json.ts';
import { displayName } from './person-name.ts';
import type { VersionedRecord } from './record.ts';

const record = (
  kind: string,
  values: Record<string, Json>,
  more: Partial<VersionedRecord> = {},
): VersionedRecord => ({
  id: `${kind}-0001`,
  caseId: 'case-0001',
  kind,
  seq: 1,
  head: 'change-0001',
  heads: {},
  values,
  versions: {},
  ...more,
});
const theCase = record('case', { owner: 'user-cem', opened: '2026-01-12', fileNumber: 'DEMO-2026-17' });
const mohamad = record('person', {
  'nameParts/a/part': { text: 'Mohamad', role: 'given' },
  'nameParts/a/order': 'V',
  'nameParts/b/part': { text: 'Al Khalaf', role: 'family' },
  'nameParts/b/order': 'W',
  'nameParts/c/part': { text: 'محمد الخلف', role: 'unknown', script: 'Arab' },
  'nameParts/c/order': 'X',
  'spellings/s/text': 'Muhammed Alkhalaf',
  originalScript: 'مُحَمَّد',
  birth: { year: 1998, estimated: true },
  phone: '01511-0000 123',
  languageApp: 'ar',
  'languages/x/language': 'kmr',
  'languages/x/firstLanguage': true,
  'languages/y/language': 'de',
  'languages/y/speaking': 'A1',
  address: { accommodation: 'GU', place: 'Adersbeck' },
});
const finds = (search: string | undefined, query: string): boolean =>
  isFound(search ?? '', queryWords(query));

describe('the summary of a case', () => {
  test('counts what somebody contributed and nobody has decided', () => {
    const contributed = (decision: Json, id: string, kind = 'contribution') =>
      record(kind, { decision }, { id });
    expect(summariseCase([theCase, mohamad])?.contributions).toBe(0);
    const records = [
      contributed('open', 'change-0002'),
      contributed('open', 'change-0003', 'limits-contribution'),
      contributed('accepted', 'change-0004'),
      contributed('declined', 'change-0005'),
    ];
    expect(summariseCase([theCase, mohamad, ...records])?.contributions).toBe(2);
  });

  test('there is none without a living case record', () => {
    expect(summariseCase([mohamad])).toBeUndefined();
    expect(summariseCase([record('case', { gone: true }), mohamad])).toBeUndefined();
    expect(summariseCase([])).toBeUndefined();
  });

  test('a case opened a minute ago has a summary with nothing in it', () => {
    expect(summariseCase([record('case', {})])).toMatchObject({
      caseId: 'case-0001',
      name: '',
      languages: [],
      nextStep: null,
      appointments: [],
      lastContact: null,
      profileDone: 0,
      contested: 0,
    });
  });

  test('it says who, where, in which languages, and who leads it', () => {
    const deputies = {
      'deputies/d/user': 'user-wiebke',
      'deputies/e/user': 'user-doerte',
      'deputies/e/gone': true,
    };
    expect(summariseCase([record('case', { ...theCase.values, ...deputies }), mohamad])).toMatchObject({
      name: 'Mohamad Al Khalaf',
      languages: ['ar', 'kmr'],
      place: 'Adersbeck',
      accommodation: 'GU',
      owner: 'user-cem',
      deputies: ['user-wiebke'],
      opened: '2026-01-12',
    });
  });

  test('a women’s shelter has no place, even if an old record has one', () => {
    const hidden = record('person', { address: { accommodation: 'FRAUENHAUS', place: 'Velchau' } });
    const summary = summariseCase([theCase, hidden]);
    expect(summary?.place).toBeNull();
    expect(finds(summary?.search, 'Velchau')).toBe(false);
  });

  test('the status is the latest that has begun, and the date that counts goes before the printed one', () => {
    const person = record('person', {
      'statuses/a/status': 'AG',
      'statuses/a/from': { year: 2024 },
      'statuses/b/status': 'AE_24',
      'statuses/b/from': { year: 2025, month: 6 },
      'statuses/b/printedValidUntil': '2026-03-04',
      'statuses/b/legalValidUntil': '2027-03-04',
      'statuses/c/status': 'AE_18A',
      'statuses/c/from': { year: 2027, month: 3 },
      'statuses/d/status': 'AE_25_3',
      'statuses/d/from': { year: 2026 },
      'statuses/d/gone': true,
    });
    const now = summariseCase([theCase, person], '2026-11-22');
    expect([now?.status, now?.legalValidUntil]).toEqual(['AE_24', '2027-03-04']);
    expect(summariseCase([theCase, person])?.status).toBe('AE_18A');
    const printed = record('person', {
      'statuses/a/status': 'AG',
      'statuses/a/printedValidUntil': '2027-01-31',
    });
    expect(summariseCase([theCase, printed])?.legalValidUntil).toBe('2027-01-31');
  });

  test('the next step is the first in order that is not over', () => {
    const plan = record('plan', {
      'steps/c/type': 'EQ',
      'steps/c/order': 'X',
      'steps/a/type': 'EOK',
      'steps/a/order': 'V',
      'steps/a/state': 'ERFOLG',
      'steps/b/type': 'INTK_ALLG',
      'steps/b/order': 'W',
      'steps/b/state': 'WARTELISTE',
      'steps/b/from': '2027-01-11',
      'steps/d/type': 'HOSP',
      'steps/d/order': 'A',
      'steps/d/gone': true,
    });
    expect(summariseCase([theCase, plan])?.nextStep).toEqual({
      id: 'b',
      type: 'INTK_ALLG',
      title: null,
      state: 'WARTELISTE',
      from: '2027-01-11',
      index: 1,
      count: 3,
    });
    const over = record('plan', { 'steps/a/type': 'EOK', 'steps/a/state': 'ABBRUCH' });
    expect(summariseCase([theCase, over])?.nextStep).toBeNull();
  });

  test('planned appointments and open follow-ups stand in the order of their days', () => {
    const summary = summariseCase([
      theCase,
      record('appointment', { at: '2026-12-02T09:00', place: 'Büro' }, { id: 'appointment-late' }),
      record('appointment', { at: '2026-12-01T09:00', state: 'PLANNED' }, { id: 'appointment-soon' }),
      record('appointment', { at: '2026-11-01T09:00', state: 'HELD' }, { id: 'appointment-held' }),
      record('appointment', { at: '2026-11-30T09:00', gone: true }, { id: 'appointment-gone' }),
      record('follow-up', { due: '2026-12-24', state: 'POSTPONED' }, { id: 'follow-up-late' }),
      record('follow-up', { due: '2026-12-01', reason: 'EXAM' }, { id: 'follow-up-soon' }),
      record('follow-up', { due: '2026-11-01', state: 'DONE' }, { id: 'follow-up-done' }),
    ]);
    expect(summary?.appointments.map(({ id }) => id)).toEqual(['appointment-soon', 'appointment-late']);
    expect(summary?.followUps.map(({ id }) => id)).toEqual(['follow-up-soon', 'follow-up-late']);
  });

  test('somebody who did not come was not met', () => {
    const summary = summariseCase([
      theCase,
      record('consultation', { start: '2026-10-05T10:00', contactType: 'KT_BUERO' }),
      record('consultation', { start: '2026-11-05T10:00', contactType: 'KT_NICHTERSCH' }),
      record('consultation', { start: '2026-09-05T10:00' }),
    ]);
    expect(summary?.lastContact).toBe('2026-10-05');
  });

  test('[S6] two versions anywhere in the case are counted and named, with their authors; else nothing is kept', () => {
    const version = (by: string, value: string) => ({
      ...{ change: `change-${by}`, value, by, device: null, at: null },
    });
    const phone = [version('user-anna', '1'), version('user-cem', '2')];
    const summary = summariseCase([
      theCase,
      record('person', {}, { versions: { phone, 'languages/x/basis': [] } }),
      record('plan', { 'steps/a/gone': true }, { versions: { title: [], 'steps/a/place': [] } }),
    ]);
    expect(summary?.contested).toBe(3);
    expect(summary?.disputes[0]).toEqual({
      ...{ kind: 'person', recordId: 'person-0001', path: 'phone', by: ['user-anna', 'user-cem'] },
    });
    expect(summary?.disputes.map(({ path }) => path)).toEqual(['phone', 'languages/x/basis', 'title']);
    expect(summariseCase([theCase])?.disputes).toEqual([]);
  });

  test('each answered core question counts once, and "none" is an answer', () => {
    const before = summariseCase([theCase, mohamad]);
    const values = {
      ...mohamad.values,
      noJobs: true,
      'jobs/a/titleGerman': 'Schneider',
      schoolYears: 0,
      gender: '',
    };
    const after = summariseCase([theCase, record('person', values)]);
    expect(before?.profileDone).toBe(6);
    expect(after?.profileDone).toBe(8);
    expect(after?.profileTotal).toBe(before?.profileTotal);
  });
});

describe('searching for a case', () => {
  const search = summariseCase([theCase, mohamad])?.search;
  test.each([
    'mohamad',
    'khalaf MOHAMAD',
    'Alkhalaf',
    'muhammed',
    'محمد',
    'مُحَمَّد',
    'adersbeck',
    'demo-2026-17',
    '1998',
    '0151100',
    '١٩٩٨',
    'moh kha',
  ])('"%s" finds Mohamad', (query) => {
    expect(finds(search, query)).toBe(true);
  });
  test.each(['mariama', 'mohamad 1999', 'grünhameln'])('"%s" does not', (query) => {
    expect(finds(search, query)).toBe(false);
  });
  test('an empty query finds everybody', () => {
    expect(finds(search, '  ')).toBe(true);
  });
});

describe('folding', () => {
  test.each([
    ['Hêvîn Aydoğan', 'hevin aydogan'],
    ['Yıldırım', 'yildirim'],
    ['İSMET', 'ismet'],
    ['Groß-Straße', 'gross strasse'],
    ['Nguyễn Thị Hòa', 'nguyen thi hoa'],
    ['O’Neill', 'oneill'],
    ['أحمد', 'احمد'],
    ['علی', 'علي'],
    ['کریم', 'كريم'],
    ['۱۲٣', '123'],
    ['  a   b ', 'a b'],
    ['ሰምሃር', 'ሰምሃር'],
    ['Семён', 'семен'],
  ])('%s is compared as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(folded)).toBe(folded);
  });
});

describe('a person’s name', () => {
  const nguyen = [
    { text: 'Nguyen', role: 'family' },
    { text: 'Thi', role: 'unknown' },
    { text: 'Hoa', role: 'given' },
  ] as const;
  test('is said in the order of its parts, or the order the person uses', () => {
    expect(displayName({ parts: nguyen })).toBe('Nguyen Thi Hoa');
    expect(displayName({ parts: nguyen, displayOrder: ['given', 'family'] })).toBe('Hoa Nguyen Thi');
  });
  test('comes from the register where no parts are known, else from how she is called', () => {
    expect(
      displayName({ parts: [], registerGiven: 'Zarghuna', registerFamily: null, nameCalled: 'Z.' }),
    ).toBe('Zarghuna');
    expect(displayName({ parts: [], nameCalled: 'Frau Zarghuna' })).toBe('Frau Zarghuna');
    expect(displayName({ parts: [] })).toBe('');
  });
  test('is shown in its own script where no Latin letters are known', () => {
    expect(displayName({ parts: [{ text: 'ሰምሃር', role: 'given', script: 'Ethi' }] })).toBe('ሰምሃር');
  });
});
