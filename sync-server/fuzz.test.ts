// Whatever arrives at the server: it answers with sense, never with trouble of its own, and keeps nothing of nonsense.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBodySchema } from '#protocol/error.ts';
import { createCounty, staff, type Browser, type County } from '#tests/county.ts';

const paths = [
  ...[
    '/api/sync',
    '/api/sign-in',
    '/api/sign-out',
    '/api/password',
    '/api/devices',
    '/api/setup',
    '/api/team',
  ],
  ...[
    '/api/team/user-jonas',
    '/api/team/user-jonas/password',
    '/plan-api/exchange',
    '/plan-api/open',
    '/plan-api/plan',
    '/health',
  ],
];
const words = fc.constantFrom(
  ...[
    'protocol',
    'device',
    'cursor',
    'clock',
    'changes',
    'voids',
    'set',
    'base',
    'login',
    'password',
    'name',
    'role',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'secret',
    'phone',
    'id',
    'caseId',
    'kind',
    'recordId',
    'by',
    'number',
  ],
);
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'device-leyla',
    staff.leyla.id,
    'server-0',
    '2026-11-22T09:00:00.000Z',
    1e308,
    -0,
    '\uD800',
    '\u0000',
  ),
  fc.constantFrom("'; drop table record; --", '<script>', '../../etc/passwd', '${7*7}', '%00', '\u202Eabc'),
);
const objects = fc.dictionary(
  words,
  fc.oneof(values, fc.dictionary(words, values), fc.array(fc.dictionary(words, values))),
);
const bodies = fc.oneof(
  objects.map((body) => JSON.stringify(body)),
  fc.string({ unit: 'binary' }),
  fc.json(),
);

describe('whatever arrives', () => {
  let county: County;
  let leyla: Browser;
  beforeAll(async () => {
    county = await createCounty();
    leyla = await county.onDevice('leyla', 'device-leyla');
  });
  afterAll(() => county.close());

  it('is answered with sense, and nonsense is not kept', async () => {
    const before = await county.storage.read((reading) => reading.head());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'),
        fc.constantFrom('application/json', 'application/json; charset=utf-16', 'text/plain', 'a/b', ''),
        bodies,
        fc.boolean(),
        async (url, method, type, payload, isSignedIn) => {
          const answer = await county.app.inject({
            method,
            url,
            ...(method === 'GET' || method === 'HEAD' ? {} : { payload }),
            headers: { 'content-type': type },
            cookies: isSignedIn ? leyla.cookies : {},
            remoteAddress: '192.0.2.77',
          });
          expect(answer.statusCode).toBeLessThan(500);
          if (answer.statusCode >= 400 && method !== 'HEAD') errorBodySchema.parse(answer.json());
          if (answer.cookies.some(({ value }) => value === '')) leyla = await county.signedIn('leyla');
        },
      ),
      { numRuns: 1500 },
    );
    expect(county.log.filter(({ event }) => event === 'trouble')).toEqual([]);
    expect(await county.storage.read((reading) => reading.head())).toBe(before);
  });

  it('is answered with sense at strange addresses, too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('/', '/api/', '/api/team/', '/plan/'),
        async (tail, start) => {
          const answer = await county.app.inject({
            url: start + encodeURI(tail.toWellFormed()),
            cookies: leyla.cookies,
          });
          expect(answer.statusCode).toBeLessThan(500);
        },
      ),
      { numRuns: 500 },
    );
    expect(county.log.filter(({ event }) => event === 'trouble')).toEqual([]);
  });
});
