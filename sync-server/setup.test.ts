// The first administrator: by the code on the console, once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSetupCode } from './county.ts';
import { createSetupCode } from './setup.ts';
import { createCounty, staff, type County } from '#tests/county.ts';

const maren = { login: 'Maren', name: 'Maren Holt', password: 'drei kleine Laternen am Fluss' };

describe('a new county', () => {
  let county: County;
  let code: string;
  beforeEach(async () => {
    county = await createCounty({}, []);
    code = (await createSetupCode(county.storage)) ?? '';
  });
  afterEach(() => county.close());

  const state = async () => (await county.browser().get('/api/setup')).json<unknown>();

  it('asks for its first administrator, and signs in whoever knows the code of the console', async () => {
    expect(await state()).toEqual({
      needsFirstAdministrator: true,
      demo: false,
      county: 'Landkreis Fuhsetal',
    });
    const desk = county.browser();
    const answer = await desk.post('/api/setup', { ...maren, code: ` ${code.toUpperCase()} ` });
    expect(answer.statusCode).toBe(200);
    expect((await desk.get('/api/session')).json()).toMatchObject({
      user: { role: 'administrator', login: 'maren' },
    });
    expect(await state()).toMatchObject({ needsFirstAdministrator: false });
    expect(await county.storage.read((reading) => isSetupCode(reading, code))).toBe(false);
  });

  it('takes the code once, also if two try at the same time', async () => {
    const answers = await Promise.all(
      ['maren', 'jonas', 'petra'].map((login) =>
        county.browser().post('/api/setup', { ...maren, login, code }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403, 403]);
    expect(await county.storage.read((reading) => reading.accounts())).toHaveLength(1);
  });

  it('refuses a wrong code, the code before, an empty one, and whoever guesses', async () => {
    const next = await createSetupCode(county.storage);
    expect(next).not.toBe(code);
    const before = county.everything();
    for (const wrong of [code, 'aaaaa-aaaaa-aaaaa-aaaaa', ' ', 'x', 'y']) {
      const answer = await county.browser().post('/api/setup', { ...maren, code: wrong });
      expect([answer.statusCode, answer.json()]).toEqual([403, { error: { type: 'code-wrong' } }]);
    }
    const answer = await county.browser().post('/api/setup', { ...maren, code: next });
    expect([answer.statusCode, answer.json()]).toEqual([429, { error: { type: 'too-many-tries' } }]);
    expect(county.everything()).toBe(before);
    expect(before).not.toContain(next);
  });

  it('wants a long password of its administrator, and keeps the code until there is one', async () => {
    const desk = county.browser();
    const short = await desk.post('/api/setup', { ...maren, code, password: 'zu kurz' });
    expect([short.statusCode, short.json()]).toEqual([400, { error: { type: 'password-too-short' } }]);
    const easy = await desk.post('/api/setup', { ...maren, code, password: 'MarenHoltMarenHolt' });
    expect([easy.statusCode, easy.json()]).toEqual([400, { error: { type: 'password-guessable' } }]);
    expect((await desk.post('/api/setup', { ...maren, code })).statusCode).toBe(200);
  });
});

describe('a county with an administrator', () => {
  it('has no code, and takes none', async () => {
    const county = await createCounty();
    expect(await createSetupCode(county.storage)).toBeUndefined();
    for (const code of ['', ' ', 'undefined']) {
      const answer = await county.browser().post('/api/setup', { ...maren, code });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    }
    expect(await county.storage.read((reading) => reading.accounts())).toHaveLength(
      Object.keys(staff).length,
    );
    await county.close();
  });
});
