// The team: who may see it, who may change it, and that nobody locks everybody out.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madePasswordSchema, teamSchema } from '#protocol/session.ts';
import { createCounty, PASSWORD, staff, type County } from '#tests/county.ts';

const amal = { login: 'Amal', name: 'Amal Haddad', role: 'caseworker', mayReadLimits: true };

describe('the team', () => {
  let county: County;
  beforeEach(async () => {
    county = await createCounty();
  });
  afterEach(() => county.close());

  const membersOf = async (login: string) => {
    const answer = await (await county.signedIn(login)).get('/api/team');
    return teamSchema.parse(answer.json()).members;
  };

  it('is seen by supervisor and administrator, with when their devices were last heard', async () => {
    await county.onDevice('leyla', 'device-leyla');
    for (const login of ['petra', 'maren']) {
      const members = await membersOf(login);
      expect(members.map(({ name }) => name)).toEqual([
        'Jonas Brandt',
        'Leyla Demir',
        'Maren Holt',
        'Petra Lindau',
      ]);
      expect(members[1]).toMatchObject({ login: 'leyla', role: 'caseworker', active: true, lastSeen: null });
    }
  });

  it('is changed by the administrator alone', async () => {
    const before = county.everything();
    const tried = async (login: string | undefined) => {
      const person = login === undefined ? county.browser() : await county.signedIn(login);
      return Promise.all([
        person.post('/api/team', amal),
        person.post(`/api/team/${staff.jonas.id}`, { active: false }),
        person.post(`/api/team/${staff.jonas.id}/password`, {}),
      ]);
    };
    for (const answer of await tried(undefined)) expect(answer.statusCode).toBe(401);
    expect(county.everything()).toBe(before);
    for (const login of ['leyla', 'petra']) {
      for (const answer of await tried(login)) {
        expect([answer.statusCode, answer.json()]).toEqual([403, { error: { type: 'not-allowed' } }]);
      }
    }
    expect((await (await county.signedIn('leyla')).get('/api/team')).statusCode).toBe(403);
    expect((await membersOf('maren')).filter(({ active }) => !active)).toEqual([]);
  });

  it('welcomes a new colleague with a password that is shown once', async () => {
    const maren = await county.signedIn('maren');
    const made = madePasswordSchema.parse((await maren.post('/api/team', amal)).json());
    expect(made.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(county.everything()).not.toContain(made.password);
    const answer = await county.browser().post('/api/sign-in', { login: 'amal', password: made.password });
    expect(answer.json()).toMatchObject({ user: { id: made.id, name: 'Amal Haddad', mayReadLimits: true } });
  });

  it('tells everybody the new colleague’s name through a record that the server wrote', async () => {
    const maren = await county.signedIn('maren');
    const { id } = madePasswordSchema.parse((await maren.post('/api/team', amal)).json());
    await maren.post(`/api/team/${id}`, { name: 'Amal Haddad-Brandt', role: 'supervisor', active: false });
    const record = await county.storage.read((reading) => reading.record(id));
    expect(record).toMatchObject({
      kind: 'user',
      caseId: null,
      values: { name: 'Amal Haddad-Brandt', role: 'supervisor', active: false, mayReadLimits: true },
      versions: {},
    });
  });

  it('refuses a login that somebody has, however it is written', async () => {
    const maren = await county.signedIn('maren');
    const answer = await maren.post('/api/team', { ...amal, login: 'LEYLA ' });
    expect([answer.statusCode, answer.json()]).toEqual([409, { error: { type: 'name-taken' } }]);
  });

  it('shuts out at once who is switched off, and lets in again who is switched on', async () => {
    const maren = await county.signedIn('maren');
    const tablet = await county.signedIn('jonas');
    await maren.post(`/api/team/${staff.jonas.id}`, { active: false });
    expect((await tablet.get('/api/session')).statusCode).toBe(401);
    await maren.post(`/api/team/${staff.jonas.id}`, { active: true });
    expect((await tablet.get('/api/session')).statusCode).toBe(401);
    expect((await county.signedIn('jonas')).cookies).toHaveProperty('geleit');
  });

  it('shuts out who is switched off even where a session has stayed', async () => {
    const tablet = await county.signedIn('jonas');
    await county.storage.write(async (writing) => {
      const jonas = await writing.account(staff.jonas.id);
      if (jonas !== undefined) await writing.putAccount({ ...jonas, active: false });
    });
    expect((await tablet.get('/api/session')).statusCode).toBe(401);
  });

  it('ends the sessions of who gets another role, not of who gets another name', async () => {
    const maren = await county.signedIn('maren');
    const tablet = await county.signedIn('jonas');
    await maren.post(`/api/team/${staff.jonas.id}`, { name: 'Jonas Brandt-Yilmaz' });
    expect((await tablet.get('/api/session')).json()).toMatchObject({
      user: { name: 'Jonas Brandt-Yilmaz' },
    });
    await maren.post(`/api/team/${staff.jonas.id}`, { role: 'supervisor' });
    expect((await tablet.get('/api/session')).statusCode).toBe(401);
  });

  it('gives a forgotten password anew, and ends what the old one had opened', async () => {
    const maren = await county.signedIn('maren');
    const tablet = await county.signedIn('jonas');
    const made = madePasswordSchema.parse(
      (await maren.post(`/api/team/${staff.jonas.id}/password`, {})).json(),
    );
    expect((await tablet.get('/api/session')).statusCode).toBe(401);
    expect((await tablet.post('/api/sign-in', { login: 'jonas', password: PASSWORD })).statusCode).toBe(401);
    expect((await tablet.post('/api/sign-in', { login: 'jonas', password: made.password })).statusCode).toBe(
      200,
    );
  });

  it('never loses its last administrator', async () => {
    const maren = await county.signedIn('maren');
    for (const change of [{ active: false }, { role: 'caseworker' }]) {
      const answer = await maren.post(`/api/team/${staff.maren.id}`, change);
      expect([answer.statusCode, answer.json()]).toEqual([409, { error: { type: 'last-administrator' } }]);
    }
    await maren.post(`/api/team/${staff.petra.id}`, { role: 'administrator' });
    expect((await maren.post(`/api/team/${staff.maren.id}`, { active: false })).statusCode).toBe(200);
  });

  it('does not know people who are not there', async () => {
    const maren = await county.signedIn('maren');
    for (const url of ['/api/team/user-nobody', '/api/team/%00', '/api/team/__proto__']) {
      const answer = await maren.post(url, { active: false });
      expect([answer.statusCode, answer.json()]).toEqual([404, { error: { type: 'not-found' } }]);
    }
  });
});

describe('a tablet', () => {
  let county: County;
  beforeEach(async () => {
    county = await createCounty();
  });
  afterEach(() => county.close());
  const device = { device: 'device-0001', name: 'Tablet 1', firstNumber: 5 };

  it('is registered by its person, and registered again keeps its count', async () => {
    const leyla = await county.signedIn('leyla');
    expect((await leyla.post('/api/devices', device)).json()).toEqual({ expect: 5 });
    const again = await leyla.post('/api/devices', { ...device, name: 'Tablet am Fenster', firstNumber: 1 });
    expect(again.json()).toEqual({ expect: 5 });
    const known = await county.storage.read((reading) => reading.device('device-0001'));
    expect(known).toMatchObject({ name: 'Tablet am Fenster', user: staff.leyla.id, next: 5 });
  });

  it('[S6] is known to the team by its name, so that two versions can say where they were written', async () => {
    const leyla = await county.signedIn('leyla');
    const told = async () =>
      (await county.storage.read((reading) => reading.record('device-0001')))?.values['name'];
    await leyla.post('/api/devices', device);
    expect(await told()).toBe('Tablet 1');
    const head = () => county.storage.read((reading) => reading.head());
    const before = await head();
    await leyla.post('/api/devices', device);
    expect(await head()).toBe(before);
    await leyla.post('/api/devices', { ...device, name: 'Tablet am Fenster' });
    expect(await told()).toBe('Tablet am Fenster');
  });

  it('cannot be taken over by somebody else, nor be the server itself', async () => {
    await (await county.signedIn('leyla')).post('/api/devices', device);
    const jonas = await county.signedIn('jonas');
    expect((await jonas.post('/api/devices', device)).statusCode).toBe(403);
    expect((await jonas.post('/api/devices', { ...device, device: 'server-0' })).statusCode).toBe(403);
    expect((await county.browser().post('/api/devices', device)).statusCode).toBe(401);
    expect(await county.storage.read((reading) => reading.device('device-0001'))).toMatchObject({
      user: staff.leyla.id,
      name: 'Tablet 1',
    });
  });
});
