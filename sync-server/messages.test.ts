// Messages that are not right: each gets a plain refusal, and nothing of it is written.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBodySchema } from '#protocol/error.ts';
import { createCounty, staff, type Browser, type County } from '#tests/county.ts';

const json = { 'content-type': 'application/json' };

const change = {
  id: 'change-0001',
  deed: 'deed-00001',
  caseId: null,
  kind: 'partner',
  recordId: 'partner-0001',
  set: { name: 'Volkshochschule Fuhsetal' },
  base: {},
  by: staff.leyla.id,
  device: 'device-leyla',
  number: 1,
  at: '2026-11-22T08:59:00.000Z',
};
const message = {
  protocol: 1,
  device: 'device-leyla',
  cursor: null,
  clock: '2026-11-22T09:00:00.000Z',
  changes: [change],
  voids: [],
};
const withChange = (more: object) => ({ ...message, changes: [{ ...change, ...more }] });

describe('a message that is not right', () => {
  let county: County;
  let leyla: Browser;
  beforeAll(async () => {
    county = await createCounty();
    leyla = await county.onDevice('leyla', 'device-leyla');
    await county.onDevice('jonas', 'device-jonas');
  });
  afterAll(() => county.close());

  /** Sends it, and expects a refusal with a type, no word of the message in it, and nothing written. */
  const isRefused = async (
    more: InjectOptions,
    url = '/api/sync',
  ): Promise<{ status: number; type: string }> => {
    const before = county.everything();
    const answer = await leyla.post(url, undefined, more);
    expect(answer.headers['content-type']).toContain('application/json');
    const { error } = errorBodySchema.parse(answer.json());
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toMatch(/Volkshochschule|at .*\.ts|node_modules/);
    expect(county.everything()).toBe(before);
    return { status: answer.statusCode, type: error.type };
  };
  const refusalOf = (payload: unknown, url?: string) =>
    isRefused(
      { headers: json, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) },
      url,
    );

  it('is refused where a value has the wrong type', async () => {
    for (const wrong of [
      null,
      [],
      'text',
      7,
      {},
      { ...message, changes: 'all' },
      { ...message, device: 7 },
      { ...message, voids: [1.5] },
      { ...message, voids: [0] },
      { ...message, protocol: '1' },
      { ...message, clock: 'yesterday' },
      withChange({ number: 2 ** 60 }),
      withChange({ set: {} }),
      withChange({ set: { 'a/b': 1 } }),
      withChange({ base: { name: 'x' } }),
    ]) {
      expect(await refusalOf(wrong)).toEqual({ status: 400, type: 'bad-message' });
    }
  });

  it('is refused where it says something the protocol does not know', async () => {
    expect(await refusalOf({ ...message, scope: 'all' })).toEqual({ status: 400, type: 'bad-message' });
    expect(await refusalOf(withChange({ seq: 1 }))).toEqual({ status: 400, type: 'bad-message' });
    const signIn = { login: 'leyla', password: 'x', role: 'administrator' };
    expect(await refusalOf(signIn, '/api/sign-in')).toEqual({ status: 400, type: 'bad-message' });
  });

  it('[V17] is refused where it names another author or another device', async () => {
    const forged = await leyla.post('/api/sync', withChange({ by: staff.jonas.id }));
    expect(forged.json()).toEqual({ error: { type: 'bad-message', detail: 'changes/0/by' } });
    for (const wrong of [
      withChange({ by: 'server-0' }),
      withChange({ device: 'server-0' }),
      withChange({ device: 'device-jonas' }),
      withChange({ by: staff.jonas.id }),
    ]) {
      expect(await refusalOf(wrong)).toEqual({ status: 400, type: 'bad-message' });
    }
    for (const device of ['device-jonas', 'device-nobody', 'server-0']) {
      expect(await refusalOf({ ...message, device })).toEqual({ status: 403, type: 'device-unknown' });
    }
  });

  it('is refused where it is not JSON', async () => {
    for (const broken of ['{', '{"a":1,}', '{"a":NaN}', '\u0000', '{"a":"\u0001"}', 'null x']) {
      expect(await refusalOf(broken)).toEqual({ status: 400, type: 'bad-message' });
    }
  });

  it('[V17] is refused where it reaches for a prototype', async () => {
    for (const key of ['"__proto__"', '"constructor"', '"\\u005f_proto__"']) {
      const text = JSON.stringify(message).replace(
        '"voids"',
        `${key}:{"prototype":{"isAdmin":true}},"voids"`,
      );
      expect(await refusalOf(text)).toEqual({ status: 400, type: 'bad-message' });
    }
    expect(await refusalOf(JSON.stringify(withChange({})).replace('"name"', '"__proto__"'))).toMatchObject({
      type: 'bad-message',
    });
  });

  it('[V17] is refused where it makes those stumble who look at it', async () => {
    const crooked: readonly object[] = [{ toString: '' }, { valueOf: 1 }, { toJSON: 1 }, { then: 1 }];
    for (const length of [crooked, { toString: '' }, '1', -1, null])
      for (const wrong of [{ length }, { size: length }, { length, value: length, max: length }]) {
        const signIn = { login: 'leyla', password: wrong };
        expect(await refusalOf(signIn, '/api/sign-in')).toMatchObject({ status: 400 });
        expect(await refusalOf({ ...message, changes: wrong })).toMatchObject({ status: 400 });
        expect(await refusalOf({ ...message, cursor: wrong })).toMatchObject({ status: 400 });
        expect(await refusalOf(withChange({ kind: wrong }))).toMatchObject({ status: 400 });
      }
    const nested = `{"login":"leyla","password":{"length":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
    expect(await refusalOf(nested, '/api/sign-in')).toEqual({ status: 400, type: 'bad-message' });
  });

  it('[V17] is refused where a text holds what a database cannot keep', async () => {
    for (const text of ['a\u0000b', 'a\uD800b', '\uDC00', '\uDBFF\uDBFF']) {
      expect(await refusalOf(withChange({ set: { name: text } }))).toEqual({
        status: 400,
        type: 'bad-message',
      });
      expect(await refusalOf(withChange({ kind: text }))).toEqual({ status: 400, type: 'bad-message' });
      expect(await refusalOf({ ...message, cursor: text })).toEqual({ status: 400, type: 'bad-message' });
      expect(await refusalOf({ login: `leyla${text}`, password: 'x' }, '/api/sign-in')).toMatchObject({
        status: 400,
      });
    }
    const crooked = Buffer.from(
      JSON.stringify(message).replace('Volkshochschule', 'Volks\u00FFhochschule'),
      'latin1',
    );
    expect(await isRefused({ headers: json, payload: crooked })).toEqual({
      status: 400,
      type: 'bad-message',
    });
  });

  it('[V17] is refused where it is too large, or nested without end', async () => {
    const large = withChange({ set: { name: 'x'.repeat(2_000_000) } });
    expect(await refusalOf(large)).toEqual({ status: 413, type: 'too-large' });
    const nested = `${'['.repeat(200_000)}"\\u0041"${']'.repeat(200_000)}`;
    expect(await refusalOf(nested)).toEqual({ status: 400, type: 'bad-message' });
    const deep = `{"set":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    expect(await refusalOf(deep)).toEqual({ status: 400, type: 'bad-message' });
  });

  it('[V17] is refused where it grows without end when unpacked, or is packed in a way nobody knows', async () => {
    const bomb = Buffer.alloc(50_000_000, 32);
    for (const [encoding, payload] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb)],
    ] as const) {
      const refusal = await isRefused({ headers: { ...json, 'content-encoding': encoding }, payload });
      expect(refusal).toEqual({ status: 413, type: 'too-large' });
    }
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'x']) {
      const refusal = await isRefused({
        headers: { ...json, 'content-encoding': encoding },
        payload: JSON.stringify(message),
      });
      expect(refusal.type).toBe('bad-message');
    }
  });

  it('[V17] is refused in any other form than JSON', async () => {
    const text = JSON.stringify(message);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/jsonp',
      'application/xml',
      '*/*',
      '',
    ]) {
      const refusal = await isRefused({ headers: { 'content-type': type }, payload: text });
      expect(refusal).toEqual({ status: 415, type: 'bad-message' });
    }
  });

  it('is refused by methods and addresses that do not exist', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'] as const) {
      const answer = await county.app.inject({ method, url: '/api/sync', cookies: leyla.cookies });
      expect([answer.statusCode, answer.json()]).toEqual([404, { error: { type: 'not-found' } }]);
    }
  });

  it('is refused without a session, before anybody looks at it', async () => {
    for (const [url, payload] of [
      ['/api/sync', message],
      ['/api/devices', {}],
      ['/api/team', {}],
      ['/api/team/user-leyla', {}],
      ['/api/password', {}],
    ] as const) {
      const answer = await county.browser().post(url, payload);
      expect([answer.statusCode, answer.json()]).toEqual([401, { error: { type: 'not-signed-in' } }]);
    }
    for (const url of ['/api/session', '/api/team']) {
      expect((await county.browser().get(url)).statusCode).toBe(401);
    }
  });
});

describe('a message that is right', () => {
  it('is taken, packed or not', async () => {
    const county = await createCounty();
    const leyla = await county.onDevice('leyla', 'device-leyla');
    const plain = await leyla.post('/api/sync', message);
    expect(plain.json()).toMatchObject({
      receipts: [{ number: 1, result: 'accepted' }],
      expect: 2,
      more: false,
    });
    const second = {
      ...message,
      changes: [{ ...change, id: 'change-0002', number: 2, set: { name: 'VHS' } }],
    };
    const packed = await leyla.post('/api/sync', undefined, {
      headers: { ...json, 'content-encoding': 'gzip' },
      payload: gzipSync(JSON.stringify(second)),
    });
    expect(packed.json()).toMatchObject({ receipts: [{ number: 2, result: 'accepted' }], expect: 3 });
    await county.close();
  });
});
