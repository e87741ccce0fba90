// The invented county: it keeps the rules of the house, nobody in it exists, and its day looks like one at work.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekdayOf } from '#domain/calendar-date.ts';
import { appLanguages, spokenLanguages } from '#domain/codes/language-tags.ts';
import { codeEntry } from '#domain/codes.ts';
import { readDocument, type VersionedRecord } from '#domain/record.ts';
import { consultationKind } from '#domain/consultation.ts';
import { personKind } from '#domain/person.ts';
import { planKind } from '#domain/plan.ts';
import { SHORTEST_PASSWORD } from '#protocol/session.ts';
import { faultsOf } from '#tests/leaf-codes.ts';
import { seedCounty, type SeededCounty } from '#tests/seeded-county.ts';
import { demoStaff, type DemoMember } from './staff.ts';

const TODAY = '2026-11-22';
let county: SeededCounty;
let records: readonly VersionedRecord[];
const of = (kind: string): readonly VersionedRecord[] => records.filter((record) => record.kind === kind);

beforeAll(async () => {
  county = await seedCounty();
  records = await county.everything();
});
afterAll(() => county.remove());

describe('every record of the invented county', () => {
  it('is made of leaves that its kind takes, and of codes that can be chosen', () => {
    expect(records.length).toBeGreaterThan(150);
    expect(records.flatMap((record) => faultsOf(record, TODAY))).toEqual([]);
  });

  it('a fault would be found', () => {
    const person = of('person')[0];
    if (person === undefined) throw new Error('nobody is there');
    const broken = {
      ...person,
      values: { gender: 'X1', religion: 'yes', birth: '1998', literacy: 'LIT_PRIM' },
    };
    expect(faultsOf(broken, TODAY)).toHaveLength(3);
  });

  it('was written on the tablet of whoever leads the case', () => {
    const members: readonly DemoMember[] = Object.values(demoStaff);
    const tabletOf = new Map(members.map(({ id, device }) => [id, device?.id ?? 'nothing']));
    for (const { id, values, heads, head } of of('case')) {
      const tablet = tabletOf.get(String(values['owner']));
      expect([id, heads['opened']?.[0] ?? head]).toEqual([id, expect.stringContaining(`${tablet}-`)]);
    }
  });

  it('has a plan, two to five talks and a name for everybody who is accompanied', async () => {
    const open = (await county.listOf('sandvoss')).filter(({ closed }) => closed === null);
    expect(open).toHaveLength(12);
    for (const { caseId, name, nextStep, lastContact, search } of open) {
      const talks = of('consultation').filter((record) => record.caseId === caseId);
      expect([name, talks.length >= 2 && talks.length <= 5]).toEqual([name, true]);
      expect([name, nextStep?.type ?? null, lastContact]).not.toContain(null);
      expect(search).toContain('demo');
    }
  });
});

describe('the people', () => {
  it('are called as they call themselves', async () => {
    const names = (await county.listOf('sandvoss'))
      .filter(({ closed }) => closed === null)
      .map(({ name }) => name);
    expect(names.sort()).toEqual(
      [
        'Mohamad Al Khalaf',
        'Semhar Tesfay Gebru',
        'Zarghuna',
        'Oleksandra Vasylivna Marchenko',
        'Behzad Rostami',
        'Hêvîn Aydoğan',
        'Rêbaz Karim Aziz',
        'Mariama Camara',
        'Giorgi Beridze-Lomaia',
        'Abdi Warsame Nur',
        'Yulieth Restrepo Cano',
        'Nguyen Thi Hoa',
      ].sort(),
    );
  });

  it('cannot be telephoned, written to or found in another file', () => {
    const values = records.flatMap((record) => Object.entries(record.values));
    const ending = (pattern: RegExp) =>
      values.filter(([path]) => pattern.test(path)).map(([, value]) => String(value));
    const phones = ending(/phone$/i);
    expect(phones.length).toBeGreaterThan(30);
    for (const phone of phones) expect(phone).toMatch(/^01511-0000\d{3}$/);
    for (const mail of ending(/email$/i)) expect(mail).toMatch(/\.example$/);
    for (const number of ending(/^fileNumber$/)) expect(number).toMatch(/^DEMO-\d{4}-\d{4}$/);
    expect(new Set(ending(/^fileNumber$/)).size).toBe(14);
    const own = of('person').flatMap(({ values: leaves }) => leaves['phone'] ?? []);
    expect(new Set(own).size).toBe(own.length);
    const others = of('partner').flatMap(({ values: leaves }) => Object.values(leaves));
    for (const phone of own) expect(others).not.toContain(phone);
  });

  it('speak languages that the program knows, and say their goal in their own script', () => {
    const scripts = { ar: 'Arab', ti: 'Ethi', ps: 'Arab', uk: 'Cyrl', fa: 'Arab', ckb: 'Arab', ka: 'Geor' };
    const said = new Set<string>();
    for (const record of of('person')) {
      const { languageApp = '', languages = {}, goalOwnWords = '' } = readDocument(personKind, record);
      expect(appLanguages).toContain(languageApp);
      for (const { language } of Object.values(languages)) expect(spokenLanguages).toContain(language);
      const script = Object.entries(scripts).find(([tag]) => tag === languageApp)?.[1];
      if (script === undefined || goalOwnWords === '') continue;
      expect(goalOwnWords).toMatch(new RegExp(`\\p{Script=${script}}{3}`, 'u'));
      said.add(languageApp);
    }
    expect([...said].sort()).toEqual(Object.keys(scripts).sort());
  });

  it('a regulated profession is never partly equivalent', () => {
    const outcomes = of('person').flatMap((record) =>
      Object.values(readDocument(personKind, record).vocations ?? {}),
    );
    for (const { regulated, recognitionOutcome } of outcomes) {
      const only =
        recognitionOutcome === undefined ? undefined : codeEntry('recognition_outcome', recognitionOutcome);
      if (only !== undefined && 'only' in only && only.only !== undefined) expect(regulated).toBe(only.only);
    }
    expect(outcomes.map(({ recognitionOutcome }) => recognitionOutcome)).toEqual(
      expect.arrayContaining(['RO_TEIL', 'RO_AUFLAGE']),
    );
  });

  it('see on their phones where, when and with whom the step they are in takes place', () => {
    const refers = new Set(of('partner').map(({ id }) => id));
    for (const record of of('plan')) {
      const steps = Object.values(readDocument(planKind, record).steps ?? {});
      for (const { partner } of steps) expect(partner === undefined || refers.has(partner)).toBe(true);
      expect([record.id, steps.filter(({ visible }) => visible === true).length >= 3]).toEqual([
        record.id,
        true,
      ]);
      const told = steps.filter(
        ({ place, time, bring, visible }) =>
          visible === true && place !== undefined && time !== undefined && bring !== undefined,
      );
      expect([record.id, told.length]).not.toEqual([record.id, 0]);
    }
  });
});

describe('the day of Wiebke Ahlers', () => {
  it('begins in Adersbeck at ten and ends with the place in the Kita', async () => {
    const list = await county.listOf('ahlers');
    const today = list
      .flatMap(({ name, appointments }) => appointments.map(({ at }) => ({ at, name })))
      .filter(({ at }) => at.startsWith(TODAY))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(today).toEqual([
      { at: `${TODAY}T10:00`, name: 'Mohamad Al Khalaf' },
      { at: `${TODAY}T13:00`, name: 'Zarghuna' },
      { at: `${TODAY}T15:30`, name: 'Giorgi Beridze-Lomaia' },
      { at: `${TODAY}T16:15`, name: 'Mariama Camara' },
    ]);
  });

  it('has two things that are overdue, of people she leads', async () => {
    const own = (await county.listOf('ahlers')).filter(({ owner }) => owner === demoStaff.ahlers.id);
    const overdue = own.flatMap(({ name, followUps }) =>
      followUps.filter(({ due }) => due < TODAY).map(({ due, text }) => ({ name, due, text })),
    );
    expect(overdue).toEqual([
      { name: 'Hêvîn Aydoğan', due: '2026-11-17', text: 'Rückmeldung der BBS einholen' },
      { name: 'Rêbaz Karim Aziz', due: '2026-11-20', text: 'Bescheid der Kammer prüfen' },
    ]);
  });

  it('tomorrow there are two talks and a visit to a firm', async () => {
    const own = (await county.listOf('ahlers')).filter(({ owner }) => owner === demoStaff.ahlers.id);
    const modes = own.flatMap(({ appointments }) =>
      appointments.filter(({ at }) => at.startsWith('2026-11-23')).map(({ mode }) => mode),
    );
    expect(modes.sort()).toEqual(['KT_BETRIEB', 'KT_BUERO', 'KT_BUERO']);
  });

  it('three fields of one person wait for a decision between two colleagues, and no others', async () => {
    const contested = (await county.listOf('sandvoss')).filter((one) => one.contested > 0);
    expect(contested.map((one) => [one.name, one.contested])).toEqual([['Semhar Tesfay Gebru', 3]]);
    const person = of('person').find(({ versions }) => Object.keys(versions).length > 0);
    expect(person?.versions['needs']?.map(({ by }) => by)).toEqual([
      demoStaff.ahlers.id,
      demoStaff.yildirim.id,
    ]);
    expect(person?.values['phone']).toBe('01511-0000214');
  });

  it.each(['2026-11-22', '2027-02-28', '2027-10-31', '2028-03-01'])(
    'looks the same if the county is seeded on %s',
    async (day) => {
      const other = await seedCounty(`${day}T09:00:00.000Z`);
      const list = await other.listOf('ahlers');
      const appointments = list.flatMap((one) => one.appointments);
      expect(appointments.filter(({ at }) => at.startsWith(day))).toHaveLength(4);
      const talks = (await other.everything()).filter(({ kind }) => kind === consultationKind.name);
      for (const talk of talks) {
        const start = String(talk.values['start']).slice(0, 10);
        expect([talk.id, start < day, weekdayOf(start) < 6]).toEqual([talk.id, true, true]);
      }
      await other.remove();
    },
  );
});

describe('seeding', () => {
  it('twice does nothing', async () => {
    const before = await county.storage.read((reading) => reading.head());
    expect(await county.seedAgain()).toEqual([]);
    expect(await county.storage.read((reading) => reading.head())).toBe(before);
    expect(await county.everything()).toEqual(records);
  });

  it('makes the same county on the same day', async () => {
    const other = await seedCounty();
    expect(await other.everything()).toEqual(records);
    await other.remove();
  });

  it('tells everybody’s password, each long enough, and each her own', () => {
    expect(county.signIns.map(({ login, role }) => [login, role])).toEqual([
      ['ahlers', 'caseworker'],
      ['yildirim', 'caseworker'],
      ['kallmeyer', 'caseworker'],
      ['sandvoss', 'supervisor'],
      ['verwaltung', 'administrator'],
    ]);
    for (const { password } of county.signIns)
      expect(password.length).toBeGreaterThanOrEqual(SHORTEST_PASSWORD);
    expect(new Set(county.signIns.map(({ password }) => password)).size).toBe(5);
  });

  it('lets Dörte Kallmeyer read no limits of anybody’s health', async () => {
    const account = await county.storage.read((reading) => reading.accountByLogin('kallmeyer'));
    expect(account?.mayReadLimits).toBe(false);
    const led = of('case').filter(({ values }) => values['owner'] === demoStaff.kallmeyer.id);
    expect(led.length).toBeGreaterThan(0);
    expect(of('limits').filter(({ caseId }) => led.some(({ id }) => id === caseId))).toEqual([]);
    expect(of('limits').length).toBeGreaterThan(0);
  });
});
