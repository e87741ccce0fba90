// Passkeys at the server: who signed in with one, who may add one, and what is never taken for a signature.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Challenge, NewPasskey } from '#protocol/passkey.ts';
import { createAuthenticator, type Authenticator, type Flaw } from '#tests/authenticator.ts';
import { createCounty, later, PASSWORD, type Browser, type County } from '#tests/county.ts';

let county: County;
let authenticator: Authenticator;
beforeEach(async () => {
  county = await createCounty();
  authenticator = createAuthenticator();
});
afterEach(() => county.close());

const challengeFor = async (browser: Browser): Promise<Challenge> =>
  (await browser.post('/api/passkeys/challenge', {})).json<Challenge>();

/** Leyla, signed in by her password, adds a passkey. */
const withPasskey = async (name = 'Tablet'): Promise<{ leyla: Browser; passkey: NewPasskey }> => {
  const leyla = await county.signedIn('leyla');
  const passkey = authenticator.create(await challengeFor(leyla), name);
  expect((await leyla.post('/api/passkeys', passkey)).statusCode).toBe(200);
  return { leyla, passkey };
};

const signIn = async (credential: string, flaw: Flaw = {}, browser = county.browser()) => {
  const assertion = authenticator.sign(await challengeFor(browser), credential, flaw);
  return browser.post('/api/sign-in/passkey', { assertion });
};

const REFUSED = { error: { type: 'passkey-refused' } };

test('who has a passkey signs in with it alone, without a name', async () => {
  const { passkey } = await withPasskey();
  const browser = county.browser();
  const answer = await signIn(passkey.credential, {}, browser);
  expect([answer.statusCode, answer.json<{ user: { login: string } }>().user.login]).toEqual([200, 'leyla']);
  expect((await browser.get('/api/session')).statusCode).toBe(200);
});

describe('is not taken for a signature', () => {
  const flaws: readonly (readonly [string, Flaw])[] = [
    ['one for another address', { origin: 'https://geleit.example.org' }],
    ['one for another site', { site: 'example.org' }],
    ['one whose person was not verified', { unseen: true }],
    ['one that was made to add a passkey', { type: 'webauthn.create' }],
  ];
  test.each(flaws)('%s', async (_what, flaw) => {
    const { passkey } = await withPasskey();
    const answer = await signIn(passkey.credential, flaw);
    expect([answer.statusCode, answer.json()]).toEqual([401, REFUSED]);
  });

  test('the same one twice', async () => {
    const { passkey } = await withPasskey();
    const browser = county.browser();
    const assertion = authenticator.sign(await challengeFor(browser), passkey.credential);
    const answers = await Promise.all(
      [1, 2, 3].map(() => browser.post('/api/sign-in/passkey', { assertion })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
  });

  test('one for a challenge that this server did not make, or that has run out', async () => {
    const { passkey } = await withPasskey();
    const browser = county.browser();
    const challenge = await challengeFor(browser);
    const made = { ...challenge, challenge: Buffer.alloc(38, 7).toString('base64url') };
    const assertions = [made, challenge].map((one) => authenticator.sign(one, passkey.credential));
    later(county, 0.1);
    for (const assertion of assertions)
      expect((await browser.post('/api/sign-in/passkey', { assertion })).json()).toEqual(REFUSED);
  });

  test('one that a copy of the authenticator made, which has counted less', async () => {
    const { passkey } = await withPasskey();
    await signIn(passkey.credential);
    authenticator.count(passkey.credential, 0);
    expect((await signIn(passkey.credential)).json()).toEqual(REFUSED);
  });

  test('one of another authenticator under the same name', async () => {
    const { passkey } = await withPasskey();
    const browser = county.browser();
    const challenge = await challengeFor(browser);
    const stranger = createAuthenticator();
    const other = stranger.create(challenge);
    const assertion = { ...stranger.sign(challenge, other.credential), credential: passkey.credential };
    expect((await browser.post('/api/sign-in/passkey', { assertion })).json()).toEqual(REFUSED);
  });

  test('one of somebody who has left', async () => {
    const { passkey } = await withPasskey();
    const maren = await county.signedIn('maren');
    await maren.post('/api/team/user-leyla', { active: false });
    expect((await signIn(passkey.credential)).json()).toEqual(REFUSED);
  });
});

test('guessing is slowed, and it does not keep her out who has the passkey', async () => {
  const { passkey } = await withPasskey();
  const stranger = createAuthenticator();
  const place = county.browser('203.0.113.7');
  const other = stranger.create(await challengeFor(place));
  const types: string[] = [];
  for (let tries = 0; tries < 12; tries += 1) {
    const assertion = {
      ...stranger.sign(await challengeFor(place), other.credential),
      credential: passkey.credential,
    };
    const answer = await place.post('/api/sign-in/passkey', { assertion });
    types.push(answer.json<{ error: { type: string } }>().error.type);
  }
  expect(types.filter((type) => type === 'passkey-refused')).toHaveLength(5);
  expect(new Set(types.slice(5))).toEqual(new Set(['too-many-tries']));
  expect((await signIn(passkey.credential)).statusCode).toBe(200);
});

describe('adding and taking away', () => {
  test('wants a proof that is a moment old; a password or a passkey gives it', async () => {
    const { leyla, passkey } = await withPasskey();
    later(county, 0.2);
    const second = authenticator.create(await challengeFor(leyla), 'Telefon');
    const late = await leyla.post('/api/passkeys', second);
    expect([late.statusCode, late.json()]).toEqual([403, { error: { type: 'proof-needed' } }]);

    expect((await leyla.post('/api/proof', { password: 'ganz falsch' })).statusCode).toBe(401);
    expect((await leyla.post('/api/passkeys', second)).statusCode).toBe(403);
    expect((await leyla.post('/api/proof', { password: PASSWORD })).statusCode).toBe(200);
    expect((await leyla.post('/api/passkeys', second)).statusCode).toBe(200);

    later(county, 0.2);
    const remove = { credential: second.credential };
    expect((await leyla.post('/api/passkeys/remove', remove)).statusCode).toBe(403);
    const assertion = authenticator.sign(await challengeFor(leyla), passkey.credential);
    expect((await leyla.post('/api/proof', { assertion })).statusCode).toBe(200);
    expect((await leyla.post('/api/passkeys/remove', remove)).statusCode).toBe(200);
    expect((await signIn(second.credential)).json()).toEqual(REFUSED);
    const { passkeys } = (await leyla.get('/api/passkeys')).json<{ passkeys: readonly object[] }>();
    expect(passkeys).toEqual([
      {
        credential: passkey.credential,
        name: 'Tablet',
        createdAt: '2026-11-22T09:00:00.000Z',
        lastUsed: county.clock.toISOString(),
      },
    ]);
  });

  test('is for one’s own: nobody proves, adds or takes away with the passkey of another', async () => {
    const { passkey } = await withPasskey();
    const jonas = await county.signedIn('jonas');
    const assertion = authenticator.sign(await challengeFor(jonas), passkey.credential);
    expect((await jonas.post('/api/proof', { assertion })).json()).toEqual(REFUSED);
    const remove = { credential: passkey.credential };
    expect((await jonas.post('/api/passkeys/remove', remove)).statusCode).toBe(404);
    const again = { ...passkey, clientData: authenticator.create(await challengeFor(jonas)).clientData };
    expect((await jonas.post('/api/passkeys', again)).statusCode).not.toBe(200);
    expect((await signIn(passkey.credential)).json<{ user: { login: string } }>().user.login).toBe('leyla');
  });

  test.each([
    ['for another address', { origin: 'https://geleit.example.org' }],
    ['for another site', { site: 'example.org' }],
    ['whose person was not verified', { unseen: true }],
    ['that is a signature to sign in', { type: 'webauthn.get' }],
  ] as const)('takes no passkey %s', async (_what, flaw) => {
    const leyla = await county.signedIn('leyla');
    const passkey = authenticator.create(await challengeFor(leyla), 'Tablet', flaw);
    expect((await leyla.post('/api/passkeys', passkey)).json()).toEqual(REFUSED);
  });
});
