// Signing in: by the right people, at the right pace, with a cookie that nobody else can use.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionSchema } from '#protocol/session.ts';
import { hashOfToken } from './secrets.ts';
import { createCounty, later, PASSWORD, staff, type County } from '#tests/county.ts';

const wrong = { login: 'leyla', password: 'drei kleine Laternen am Flus' };

describe('signing in', () => {
  let county: County;
  beforeEach(async () => {
    county = await createCounty();
  });
  afterEach(() => county.close());

  it('lets Leyla in and tells her who she is', async () => {
    const tablet = county.browser();
    const answer = await tablet.post('/api/sign-in', { login: ' Leyla ', password: PASSWORD });
    expect(answer.statusCode).toBe(200);
    expect(sessionSchema.parse(answer.json())).toEqual({
      user: {
        id: staff.leyla.id,
        login: 'leyla',
        name: 'Leyla Demir',
        role: 'caseworker',
        mayReadLimits: false,
      },
      county: 'Landkreis Fuhsetal',
      demo: false,
      publicUrl: 'http://localhost:8080',
    });
    const session = await tablet.get('/api/session');
    expect(session.json()).toEqual(answer.json());
  });

  it('[V17] gives a cookie that no script reads and no other site sends, and keeps only its hash', async () => {
    const tablet = county.browser();
    const answer = await tablet.post('/api/sign-in', { login: 'leyla', password: PASSWORD });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({
      name: 'geleit',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 43_200,
    });
    expect(cookie?.value).toMatch(/^[\w-]{43}$/);
    expect(county.everything()).not.toContain(cookie?.value);
    expect(county.everything()).not.toContain(PASSWORD);
  });

  it('[V17] binds the cookie to the host where people come over HTTPS', async () => {
    const secure = await createCounty({ PUBLIC_URL: 'https://geleit.example' });
    const answer = await secure.browser().post('/api/sign-in', { login: 'leyla', password: PASSWORD });
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-geleit', secure: true, path: '/' });
    expect(answer.cookies[0]).not.toHaveProperty('domain');
    expect(answer.headers['strict-transport-security']).toContain('max-age=63072000');
    await secure.close();
  });

  it('says the same to a wrong password, to a name it does not know, and to somebody who has left', async () => {
    const maren = await county.signedIn('maren');
    await maren.post(`/api/team/${staff.jonas.id}`, { active: false });
    for (const tried of [
      wrong,
      { login: 'nobody', password: PASSWORD },
      { login: 'jonas', password: PASSWORD },
    ]) {
      const answer = await county.browser().post('/api/sign-in', tried);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual({ error: { type: 'wrong-password' } });
    }
  });

  it('ends with the working day', async () => {
    const tablet = await county.signedIn('leyla');
    for (let halfHours = 0; halfHours < 23; halfHours += 1) {
      later(county, 0.5);
      expect((await tablet.get('/api/session')).statusCode).toBe(200);
    }
    later(county, 0.6);
    const answer = await tablet.get('/api/session');
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({ error: { type: 'not-signed-in' } });
  });

  it('ends when nobody has asked for an hour, and leaves no row behind', async () => {
    const [tablet, other] = [await county.signedIn('leyla'), await county.signedIn('jonas')];
    later(county, 0.9);
    expect((await tablet.get('/api/session')).statusCode).toBe(200);
    later(county, 0.9);
    expect((await tablet.get('/api/session')).statusCode).toBe(200);
    expect((await other.get('/api/session')).statusCode).toBe(401);
    const hash = hashOfToken(other.cookies['geleit'] ?? '');
    expect(await county.storage.read((reading) => reading.session(hash))).toBeDefined();
    await county.signedIn('petra');
    expect(await county.storage.read((reading) => reading.session(hash))).toBeUndefined();
    expect((await tablet.get('/api/session')).statusCode).toBe(200);
  });

  it('ends when Leyla signs out, on the server too', async () => {
    const tablet = await county.signedIn('leyla');
    const stolen = county.browser();
    stolen.cookies = { ...tablet.cookies };
    expect((await tablet.post('/api/sign-out')).statusCode).toBe(200);
    expect((await stolen.get('/api/session')).statusCode).toBe(401);
    expect((await tablet.post('/api/sign-out')).statusCode).toBe(200);
  });

  it('begins anew at each sign-in: a cookie from before is worth nothing', async () => {
    const tablet = await county.signedIn('leyla');
    const before = { ...tablet.cookies };
    await tablet.post('/api/sign-in', { login: 'leyla', password: PASSWORD });
    const fixed = county.browser();
    fixed.cookies = before;
    expect((await fixed.get('/api/session')).statusCode).toBe(401);
    expect((await tablet.get('/api/session')).statusCode).toBe(200);
  });

  describe('whoever guesses', () => {
    const guess = (address: string, login = 'leyla') =>
      county.browser(address).post('/api/sign-in', { ...wrong, login });

    it('waits longer after each wrong try, and is told how long', async () => {
      for (let index = 0; index < 5; index += 1) expect((await guess('192.0.2.1')).statusCode).toBe(401);
      const waits: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        const answer = await guess('192.0.2.1');
        expect(answer.statusCode).toBe(429);
        expect(answer.json()).toEqual({ error: { type: 'too-many-tries' } });
        const seconds = Number(answer.headers['retry-after']);
        waits.push(seconds);
        later(county, seconds / 3600);
        expect((await guess('192.0.2.1')).statusCode).toBe(401);
      }
      expect(waits).toEqual([1, 2, 4, 8]);
    });

    it('cannot slip a hundred guesses through at once', async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, () => guess('192.0.2.1')));
      expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    });

    it('hinders Leyla for a minute at most, and never for good', async () => {
      for (let index = 0; index < 60; index += 1) await guess(`198.51.100.${index}`);
      const first = await county.browser().post('/api/sign-in', { login: 'leyla', password: PASSWORD });
      expect(first.statusCode).toBe(429);
      expect(Number(first.headers['retry-after'])).toBeLessThanOrEqual(60);
      later(county, 1 / 60);
      const second = await county.browser().post('/api/sign-in', { login: 'leyla', password: PASSWORD });
      expect(second.statusCode).toBe(200);
    });

    /** Ten thousand addresses, each a place of its own. */
    const MANY = 10_000;
    const somewhere = (index: number): string => `10.${Math.floor(index / 200)}.${index % 200}.1`;
    const comeIn = (address: string) =>
      county.browser(address).post('/api/sign-in', { login: 'leyla', password: PASSWORD });

    it('[V17] has twenty of ten thousand tries at once looked at, and Leyla comes in after a minute at most', async () => {
      let looked = 0;
      for (let index = 0; index < MANY; index += 1) {
        const { statusCode } = await guess(somewhere(index));
        if (statusCode === 401) looked += 1;
        else expect(statusCode).toBe(429);
      }
      expect(looked).toBe(20);
      later(county, 1 / 60);
      expect((await comeIn('192.0.2.1')).statusCode).toBe(200);
    });

    it('[V17] has one try a minute looked at for hours, and where Leyla came in before, she does so all the while', async () => {
      expect((await comeIn('192.0.2.1')).statusCode).toBe(200);
      let looked = 0;
      for (let index = 0; index < MANY; index += 1) {
        const { statusCode } = await guess(somewhere(index));
        if (statusCode === 401) looked += 1;
        if (index % 1000 === 999) expect((await comeIn('192.0.2.1')).statusCode).toBe(200);
        later(county, 1 / 3600);
      }
      // A second's tries for almost three hours: twenty for nothing, a few while the wait grows, then one a minute.
      expect(looked).toBeGreaterThan(150);
      expect(looked).toBeLessThan(200);
    });

    it('[V17] is slowed at Leyla’s own place as anywhere', async () => {
      expect((await comeIn('192.0.2.1')).statusCode).toBe(200);
      const answers: number[] = [];
      for (let index = 0; index < 8; index += 1) answers.push((await guess('192.0.2.1')).statusCode);
      expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    });

    it('does not hinder Jonas, who sits behind the same address', async () => {
      for (let index = 0; index < 8; index += 1) await guess('192.0.2.1');
      const answer = await county
        .browser('192.0.2.1')
        .post('/api/sign-in', { login: 'jonas', password: PASSWORD });
      expect(answer.statusCode).toBe(200);
    });

    it('does not learn from the waiting whether a name has an account', async () => {
      for (let index = 0; index < 6; index += 1) await guess('192.0.2.1', 'nobody');
      expect((await guess('192.0.2.1', 'nobody')).statusCode).toBe(429);
    });
  });

  describe('her own password', () => {
    const after = 'vier grosse Laternen am Hafen';

    it('is changed by Leyla with the old one, and ends her other sessions', async () => {
      const [tablet, desk] = [await county.signedIn('leyla'), await county.signedIn('leyla')];
      const answer = await tablet.post('/api/password', { before: PASSWORD, after });
      expect(answer.statusCode).toBe(200);
      expect((await tablet.get('/api/session')).statusCode).toBe(200);
      expect((await desk.get('/api/session')).statusCode).toBe(401);
      expect((await desk.post('/api/sign-in', { login: 'leyla', password: PASSWORD })).statusCode).toBe(401);
      expect((await desk.post('/api/sign-in', { login: 'leyla', password: after })).statusCode).toBe(200);
    });

    it('stays as it is without the old one, or if the new one is too short', async () => {
      const tablet = await county.signedIn('leyla');
      const before = county.everything();
      const unknown = await tablet.post('/api/password', { before: 'falsch geraten', after });
      expect([unknown.statusCode, unknown.json()]).toEqual([401, { error: { type: 'wrong-password' } }]);
      const short = await tablet.post('/api/password', { before: PASSWORD, after: 'vierzehn 😀😀😀😀' });
      expect([short.statusCode, short.json()]).toEqual([400, { error: { type: 'password-too-short' } }]);
      const easy = await tablet.post('/api/password', { before: PASSWORD, after: 'Leyla Leyla Leyla' });
      expect([easy.statusCode, easy.json()]).toEqual([400, { error: { type: 'password-guessable' } }]);
      const stranger = await county.browser().post('/api/password', { before: PASSWORD, after });
      expect(stranger.statusCode).toBe(401);
      expect(county.everything()).toBe(before);
    });
  });
});
