// The edge: the headers of every answer, the pages, and what is turned away before a route sees it.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCounty, PASSWORD, staff, type County } from '#tests/county.ts';

const asText = { headers: { 'content-type': 'text/plain' }, payload: '{}' } as const;
const tooMuch = {
  headers: { 'content-type': 'application/json' },
  payload: JSON.stringify({ login: 'x'.repeat(1_100_000) }),
} as const;

describe('the edge', () => {
  let county: County;
  let pages: string;
  beforeAll(async () => {
    pages = await mkdtemp(join(tmpdir(), 'geleit-pages-'));
    const files: Readonly<Record<string, string>> = {
      'index.html': '<!doctype html><title>Geleit</title>',
      'sw.js': '// worker',
      'manifest.webmanifest': '{}',
      'assets/index-ClxCsCBM.js': `export const text = '${'x'.repeat(5000)}';`,
      'plan/index.html': '<!doctype html><title>Mein Weg</title>',
      'plan/sw.js': '// worker',
      '.vite/manifest.json': '{}',
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(pages, name, '..'), { recursive: true });
      await writeFile(join(pages, name), text);
    }
    county = await createCounty({}, Object.values(staff), pages);
  });
  afterAll(async () => {
    await county.close();
    await rm(pages, { recursive: true });
  });

  const forPages =
    "default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self';img-src 'self' blob: data:;font-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';object-src 'none';require-trusted-types-for 'script';trusted-types geleit-worker";
  const forData = "default-src 'none';frame-ancestors 'none'";
  it.each([
    ...['/', '/assets/index-ClxCsCBM.js', '/fall/123'].map((url) => [url, forPages] as const),
    ...['/api/session', '/api/nothing', '/plan-api/plan', '/health'].map((url) => [url, forData] as const),
  ])('[V17] lets %s load nothing from elsewhere and nothing inline: %s', async (url, policy) => {
    const { headers } = await county.browser().get(url);
    expect(headers['content-security-policy']).toBe(policy);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    if (policy === forPages) {
      expect(headers['permissions-policy']).toContain('camera=(self)');
      expect(headers['permissions-policy']).toContain('microphone=()');
    }
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([
    ['no such address', 404, { url: '/api/nothing' }],
    ['an address that is none', 400, { url: '/fall/%zz' }],
    ['no session', 401, { url: '/api/session' }],
    ['another website', 403, { method: 'POST', url: '/api/sign-out', headers: { origin: 'null' } }],
    ['another form than JSON', 415, { method: 'POST', url: '/api/sign-in', ...asText }],
    ['too much', 413, { method: 'POST', url: '/api/sign-in', ...tooMuch }],
    ['a method that is none', 404, { method: 'DELETE', url: '/api/team' }],
  ] as const)('[V17] lets nothing run, load or be kept where it refuses: %s', async (_why, status, asked) => {
    const answer = await county.app.inject(asked);
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([status, ['error']]);
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each([
    ['/', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/plan/sw.js', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/assets/index-ClxCsCBM.js', 'public, max-age=31536000, immutable'],
    ['/api/session', 'no-store'],
    ['/plan-api/plan', 'no-store'],
    ['/health', 'no-store'],
  ])('lets %s be kept: %s', async (url, caching) => {
    expect((await county.browser().get(url)).headers['cache-control']).toBe(caching);
  });

  it('opens the staff’s app at any of its addresses, and the plan at its own', async () => {
    const page = async (url: string) => (await county.browser().get(url, { accept: 'text/html' })).body;
    expect(await page('/fall/123/weg?tab=1')).toContain('Geleit');
    expect(await page('/plan/')).toContain('Mein Weg');
    expect(await page('/plan/something')).toContain('Mein Weg');
    const moved = await county.browser().get('/plan');
    expect([moved.statusCode, moved.headers.location]).toEqual([308, '/plan/']);
  });

  it.each([
    '/api/nothing',
    '/plan-api/nothing',
    '/assets/missing-ClxCsCBM.js',
    '/.vite/manifest.json',
    '/.env',
    '/index.html.map',
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/fall/%zz',
  ])('does not answer %s with a page', async (url) => {
    const answer = await county.browser().get(url, { accept: 'text/html' });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json()).toHaveProperty('error.type');
  });

  it('says that it is ready', async () => {
    expect((await county.browser().get('/health')).statusCode).toBe(200);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'zstd', zstdDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('packs what is large as the browser can read it: %s', async (accepted, encoding, unpack) => {
    const answer = await county.app.inject({
      url: '/assets/index-ClxCsCBM.js',
      headers: { 'accept-encoding': accepted },
    });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.rawPayload.length).toBeLessThan(500);
    expect(unpack(answer.rawPayload).toString()).toContain('x'.repeat(5000));
  });

  describe('another website', () => {
    const signIn = (headers: Record<string, string>) =>
      county
        .browser()
        .post(
          '/api/sign-in',
          { login: 'leyla', password: PASSWORD },
          { headers: { 'content-type': 'application/json', host: 'geleit.example', ...headers } },
        );

    it.each([
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: 'https://geleit.example.elsewhere.example' },
    ])('[V17] cannot act with somebody’s cookie: %j', async (headers) => {
      const answer = await signIn(headers);
      expect([answer.statusCode, answer.json()]).toEqual([403, { error: { type: 'not-allowed' } }]);
    });

    it.each([{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://geleit.example' }, {}])(
      'is not what our own pages are taken for: %j',
      async (headers) => {
        expect((await signIn(headers)).statusCode).toBe(200);
      },
    );
  });

  it('[V17] slows down an address that asks without end, and no other', async () => {
    const busy = await createCounty({ REQUESTS_PER_MINUTE: '20' });
    const refusedOf = async (address: string) => {
      let refused = 0;
      for (let index = 0; index < 25; index += 1) {
        const { statusCode } = await busy.browser(address).get('/api/session');
        if (statusCode === 429) refused += 1;
      }
      return refused;
    };
    expect(await refusedOf('192.0.2.1')).toBe(5);
    expect(await refusedOf('192.0.2.2')).toBe(5);
    for (const url of ['/health', '/no/such/page']) {
      let answer = await busy.browser('192.0.2.1').get(url);
      for (let index = 0; index < 20; index += 1) answer = await busy.browser('192.0.2.1').get(url);
      expect([answer.statusCode, answer.json()]).toEqual([429, { error: { type: 'too-many-tries' } }]);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    await busy.close();
  });

  it('[V17] believes what a proxy says about the address only if it knows the proxy', async () => {
    const addresses = async (environment: Record<string, string>) => {
      const behind = await createCounty({ REQUESTS_PER_MINUTE: '1', ...environment });
      const seen: number[] = [];
      for (const client of ['203.0.113.1', '203.0.113.2']) {
        const answer = await behind.browser('10.0.0.5').get('/health', { 'x-forwarded-for': client });
        seen.push(answer.statusCode);
      }
      await behind.close();
      return seen;
    };
    expect(await addresses({})).toEqual([200, 429]);
    expect(await addresses({ TRUSTED_PROXIES: '10.0.0.0/8' })).toEqual([200, 200]);
    expect(await addresses({ TRUSTED_PROXIES: '172.16.0.0/12' })).toEqual([200, 429]);
  });

  it('[V17] does not believe what somebody has put in front of what the proxy says', async () => {
    const behind = await createCounty({ REQUESTS_PER_MINUTE: '1', TRUSTED_PROXIES: '10.0.0.0/8' });
    const seen: number[] = [];
    for (const invented of ['198.51.100.1', '198.51.100.2', '10.9.9.9, 198.51.100.3']) {
      const forwarded = { 'x-forwarded-for': `${invented}, 203.0.113.1` };
      seen.push((await behind.browser('10.0.0.5').get('/health', forwarded)).statusCode);
    }
    await behind.close();
    expect(seen).toEqual([200, 429, 429]);
  });

  it('[V17] counts the addresses of one household as one', async () => {
    const busy = await createCounty({ REQUESTS_PER_MINUTE: '1' });
    const seen: number[] = [];
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', '2001:db8:1:3::1'])
      seen.push((await busy.browser(address).get('/health')).statusCode);
    await busy.close();
    expect(seen).toEqual([200, 429, 200]);
  });

  it('[V17] tells nobody what went wrong inside, and the log where', async () => {
    const broken = await createCounty();
    await broken.storage.close();
    const answer = await broken.browser().post('/api/sign-in', { login: 'leyla', password: PASSWORD });
    expect([answer.statusCode, answer.json()]).toEqual([500, { error: { type: 'server-trouble' } }]);
    expect(broken.log.find(({ event }) => event === 'trouble')?.error).toMatch(/ \| at .*sqlite/);
    await broken.app.close();
    await rm(broken.folder, { recursive: true });
  });

  describe('on a line of its own', () => {
    /** Says something on a bare line; answers what comes back until the server hangs up. */
    const say = async (text: string): Promise<string> => {
      const { port } = z.object({ port: z.number() }).parse(county.app.server.address());
      const line = connect(port, '127.0.0.1');
      let heard = '';
      line.on('data', (part) => (heard += part.toString()));
      line.write(text);
      await once(line, 'close');
      return heard;
    };
    beforeAll(() => county.app.listen({ port: 0, host: '127.0.0.1' }));

    it.each([
      ['no HTTP', 'Guten Tag\r\n\r\n'],
      ['a head without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`],
      [
        'two lengths',
        'POST /api/sync HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
      ],
      [
        'a length, and pieces',
        'POST /api/sync HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      ],
    ])('[V17] refuses %s and hangs up', async (_what, text) => {
      const [head = '', body = ''] = (await say(text)).split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 400 /);
      expect(head).toContain("content-security-policy: default-src 'none'");
      expect(JSON.parse(body)).toEqual({ error: { type: 'bad-message' } });
    });

    it('[V17] waits half a minute for a whole request and ten seconds for its head, and no longer', () => {
      // Not waited for here: that such a line is cut is Node's own promise, as long as the head's time is the shorter one.
      const { requestTimeout, headersTimeout } = county.app.server;
      expect([requestTimeout, headersTimeout]).toEqual([30_000, 10_000]);
    });
  });

  it('writes ids into its log, and neither names nor what was said', async () => {
    const leyla = await county.signedIn('leyla');
    await leyla.get('/fall/Amira-Haddad?name=Amira');
    await leyla.post('/api/password', { before: 'ein falsches Wort', after: 'ein neues langes Wort' });
    const text = JSON.stringify(county.log);
    expect(text).toContain(staff.leyla.id);
    for (const secret of [
      'Amira',
      '"leyla"',
      'Leyla Demir',
      PASSWORD,
      'ein falsches Wort',
      leyla.cookies['geleit'] ?? '?',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
