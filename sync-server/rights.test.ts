// Every route, everybody who may ask: a route that is not in this table fails, and so does one that answers somebody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCounty, later, type Browser, type County } from '#tests/county.ts';

type Who = 'nobody' | 'caseworker' | 'supervisor' | 'administrator' | 'who has left' | 'a made-up session';
const staff: readonly Who[] = ['caseworker', 'supervisor', 'administrator'];
const everybody: readonly Who[] = ['nobody', ...staff, 'who has left', 'a made-up session'];

/** Whom each route answers. The routes of the plan know no staff: their own tests say whom they answer. */
const table: Readonly<Record<string, readonly Who[]>> = {
  'GET /health': everybody,
  'POST /api/sign-in': everybody,
  'POST /api/sign-in/passkey': everybody,
  'POST /api/sign-out': everybody,
  'POST /api/passkeys/challenge': everybody,
  'GET /api/passkeys': staff,
  'POST /api/passkeys': staff,
  'POST /api/passkeys/remove': staff,
  'POST /api/proof': staff,
  'GET /api/session': staff,
  'POST /api/password': staff,
  'GET /api/setup': everybody,
  'POST /api/setup': everybody,
  'POST /api/sync': staff,
  'GET /api/live': staff,
  'POST /api/devices': staff,
  'GET /api/devices': staff,
  'POST /api/devices/standing': everybody,
  'POST /api/devices/revoke': staff,
  'GET /api/team': ['supervisor', 'administrator'],
  'POST /api/team': ['administrator'],
  'POST /api/team/:id': ['administrator'],
  'POST /api/team/:id/password': ['administrator'],
  'POST /api/erasures': ['administrator'],
  'POST /api/cases/assign': ['supervisor'],
  'GET /api/cases/held': ['supervisor'],
  'POST /plan-api/exchange': everybody,
  'POST /plan-api/open': everybody,
  'GET /plan-api/plan': everybody,
  'POST /plan-api/leave': everybody,
};

/** Which want a proof that is a moment old: who may sign in, what opens, what is gone for good. */
const withProof: readonly string[] = [
  ...['POST /api/passkeys', 'POST /api/passkeys/remove', 'POST /api/devices/revoke', 'POST /api/erasures'],
  ...['POST /api/team', 'POST /api/team/:id', 'POST /api/team/:id/password'],
];

/** The routes as the server tells them: a tree, three signs deeper for each level. */
const routesOf = (tree: string): readonly string[] => {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \((.+)\))?$/u.exec(line) ?? [];
    if (path === '') return [];
    const depth = indent.length / 4;
    parents.splice(depth, parents.length, path);
    // HEAD is a GET without its body.
    const spoken = methods.split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return spoken.map((method) => `${method} ${parents.join('')}`);
  });
};

let county: County;
const browsers = new Map<Who, Browser>();
beforeAll(async () => {
  county = await createCounty();
  await county.app.ready();
  const left = await county.signedIn('jonas');
  const maren = await county.signedIn('maren');
  expect((await maren.post('/api/team/user-jonas', { active: false })).statusCode).toBe(200);
  const invented = county.browser();
  invented.cookies = Object.fromEntries(Object.keys(maren.cookies).map((name) => [name, 'A'.repeat(43)]));
  const all: readonly (readonly [Who, Browser])[] = [
    ['nobody', county.browser()],
    ['caseworker', await county.signedIn('leyla')],
    ['supervisor', await county.signedIn('petra')],
    ['administrator', maren],
    ['who has left', left],
    ['a made-up session', invented],
  ];
  for (const [who, browser] of all) browsers.set(who, browser);
});
afterAll(() => county.close());

it('names every route of the server, and no other', () => {
  const routes = routesOf(county.app.printRoutes({ commonPrefix: false }));
  expect(routes.toSorted()).toEqual(Object.keys(table).toSorted());
});

const cases = Object.entries(table).flatMap(([route, allowed]) =>
  everybody.map((who) => ({ route, who, isAllowed: allowed.includes(who) })),
);

describe('whom a route answers', () => {
  it.each(cases.filter(({ route }) => route !== 'POST /api/sign-out'))(
    '$route: $who, $isAllowed',
    async ({ route, who, isAllowed }) => {
      const browser = browsers.get(who);
      if (browser === undefined) throw new Error(`nobody is ${who}`);
      const [method, path = ''] = route.split(' ');
      const url = path.replace(':id', 'user-jonas');
      const before = county.everything();
      const answer = await (method === 'GET' ? browser.get(url) : browser.post(url, {}));
      const type =
        answer.statusCode < 400 ? undefined : answer.json<{ error: { type: string } }>().error.type;
      if (isAllowed) {
        expect(type).not.toBe('not-signed-in');
        expect(type).not.toBe('not-allowed');
        return;
      }
      const isKnown = staff.includes(who);
      expect([answer.statusCode, type]).toEqual(isKnown ? [403, 'not-allowed'] : [401, 'not-signed-in']);
      expect(answer.json()).toEqual({ error: { type } });
      expect(county.everything()).toBe(before);
    },
  );

  it.each(everybody)('POST /api/sign-out: %s', async (who) => {
    // With a cookie of its own: the others are needed still.
    const browser = county.browser();
    browser.cookies = who === 'nobody' ? {} : { geleit: `no session ${who}` };
    expect((await browser.post('/api/sign-out', {})).statusCode).toBe(200);
  });
});

describe('who signed in a while ago', () => {
  beforeAll(() => later(county, 0.2));
  const asked = cases.filter(
    ({ route, who, isAllowed }) => isAllowed && staff.includes(who) && route !== 'POST /api/sign-out',
  );

  it.each(asked)('$route: $who', async ({ route, who }) => {
    const [method, path = ''] = route.split(' ');
    const url = path.replace(':id', 'user-jonas');
    const browser = browsers.get(who);
    const answer = await (method === 'GET' ? browser?.get(url) : browser?.post(url, {}));
    const isWanted = answer?.statusCode === 403 && answer.body.includes('proof-needed');
    expect(isWanted).toBe(withProof.includes(route));
  });
});
