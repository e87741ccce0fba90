// Signing in by a passkey, tried with a real server and an authenticator that signs: with network, without, on a new tablet.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '#domain/result.ts';
import { createVaults, type KnownHere } from '#store/vaults.ts';
import { PASSKEY_INPUT } from '#store/wraps.ts';
import { call } from '#sync/http.ts';
import { createSessionPort } from '#sync/session-port.ts';
import { createAuthenticator } from '#tests/authenticator.ts';
import { createCounty, fetchOf, later, PASSWORD, staff, type Browser, type County } from '#tests/county.ts';
import type { Passkeys } from './passkeys.ts';
import { createSignIn, createStanding, type Unlocked } from './session.ts';
import { createWatched } from './watched.ts';
import { createWaysIn } from './ways-in.ts';

const port = createSessionPort(call);
const password = { by: 'password', password: PASSWORD } as const;
const wrong = { by: 'password', password: 'ganz falsch' } as const;
let county: County;
let browser: Browser;
let isConnected: boolean;
let tablets = 0;

beforeEach(async () => {
  county = await createCounty();
  browser = county.browser();
  isConnected = true;
  vi.stubGlobal('location', { hostname: 'localhost' });
  vi.stubGlobal(
    'fetch',
    fetchOf(() => (isConnected ? browser : undefined)),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await county.close();
});

/** The passkeys of an authenticator that makes secrets, or none; while nobody `answers`, it signs nothing. */
const authenticatorWith = (has: { readonly secret: boolean; answers: boolean }): Passkeys => {
  const authenticator = createAuthenticator();
  const made: string[] = [];
  return {
    isThere: () => true,
    create: async (challenge) => {
      const { credential, clientData, attestation, transports } = authenticator.create(challenge);
      made.push(credential);
      return ok({ passkey: { credential, clientData, attestation, transports }, secret: undefined });
    },
    sign: async (challenge, credentials) => {
      const credential = credentials.length === 0 ? made[0] : made.find((one) => credentials.includes(one));
      if (!has.answers || credential === undefined) return fail({ type: 'passkey-cancelled' });
      const secret = has.secret ? authenticator.secretOf(credential, PASSKEY_INPUT) : undefined;
      return ok({ assertion: authenticator.sign(challenge, credential), secret });
    },
  };
};

const tablet = (passkeys: Passkeys) => {
  tablets += 1;
  const vaults = createVaults(`passkey-tablet-${tablets}`, { memory: 64, passes: 1 });
  const newId = () => crypto.randomUUID();
  const { byPassword, byPasskey } = createSignIn({ vaults, port, passkeys, newId, now: () => county.clock });
  const known = async (): Promise<KnownHere | undefined> => (await vaults.known())[0];
  const open = async (answer: Awaited<ReturnType<typeof byPasskey>>): Promise<Unlocked> => {
    if (!answer.ok) throw new Error(answer.error.type);
    if (answer.value.kind !== 'open') throw new Error(answer.value.kind);
    return answer.value.unlocked;
  };
  return {
    ...{ vaults, byPassword, byPasskey, known },
    enter: async (word = PASSWORD) => open(await byPassword('leyla', word)),
    enterByPasskey: async () => open(await byPasskey(await known())),
  };
};

/** Leyla has signed in on a tablet by her password and made a passkey there. */
const withPasskey = async (passkeys = authenticatorWith({ secret: true, answers: true })) => {
  const made = tablet(passkeys);
  const unlocked = await made.enter();
  await unlocked.vault.database.meta.put({ key: 'mark', value: 'kept' });
  const { vaults } = made;
  const session = createWatched(unlocked.session);
  const waysIn = createWaysIn({ vaults, port, passkeys, session }, await vaults.waysOf('user-leyla'));
  return { ...made, waysIn, added: await waysIn.addPasskey(password, 'Tablet') };
};

const newPassword = async (): Promise<string> => {
  const administrator = await county.signedIn('maren');
  const answer = await administrator.post(`/api/team/${staff.leyla.id}/password`, {});
  return answer.json<{ password: string }>().password;
};

const standingOf = (unlocked: Unlocked) => createStanding(unlocked, port, () => Promise.resolve());
const markIn = async ({ vault }: Unlocked) => (await vault.database.meta.get('mark'))?.value;
const whoIsSignedIn = async (): Promise<string> => {
  const session = await port.session();
  return session.ok ? session.value.user.login : session.error.type;
};

test('[V19] it opens what lies on the tablet without network, and signs in once there is one', async () => {
  const { added, enterByPasskey } = await withPasskey();
  expect(added).toEqual({ ok: true, value: { opens: true } });
  later(county, 13);
  isConnected = false;
  const offline = await enterByPasskey();
  expect(await markIn(offline)).toBe('kept');
  expect(await standingOf(offline).ensure()).toEqual({ ok: false, error: { type: 'no-connection' } });

  isConnected = true;
  expect(await whoIsSignedIn()).toBe('not-signed-in');
  expect(await standingOf(await enterByPasskey()).ensure()).toEqual({ ok: true, value: undefined });
  expect(await whoIsSignedIn()).toBe('leyla');
});

test('[V19] on a new tablet it signs in, and opens the vault that is made there', async () => {
  const passkeys = authenticatorWith({ secret: true, answers: true });
  await withPasskey(passkeys);
  const other = tablet(passkeys);
  const first = await other.enterByPasskey();
  expect(first.session.user.login).toBe('leyla');
  await first.vault.database.meta.put({ key: 'mark', value: 'new' });
  isConnected = false;
  expect((await other.known())?.ways).toMatchObject({ password: false, spare: false });
  expect(await markIn(await other.enterByPasskey())).toBe('new');
});

test('one that makes no secret signs in, and what lies here opens by the password as before', async () => {
  const passkeys = authenticatorWith({ secret: false, answers: true });
  const { added, byPasskey, known } = await withPasskey(passkeys);
  expect(added).toEqual({ ok: true, value: { opens: false } });
  expect((await known())?.ways.passkeys).toEqual([]);
  const answer = await byPasskey(undefined);
  if (!answer.ok || answer.value.kind !== 'other-way') throw new Error('nothing else was asked for');
  const { openWith, beginAnew } = answer.value;
  expect(await openWith(wrong)).toMatchObject({ error: { type: 'does-not-open' } });
  expect(await openWith(password)).toMatchObject({ ok: true });
  const nothing = { error: { type: 'passkey-opens-nothing' } };
  expect(await beginAnew()).toMatchObject(nothing);
  expect(await tablet(passkeys).byPasskey(undefined)).toMatchObject(nothing);
});

test('[V19] a forgotten password: the passkey or the spare key opens what lies here, and the new one from then on', async () => {
  const { byPassword, waysIn, enter } = await withPasskey();
  const spare = await waysIn.makeSpareKey(password);
  if (!spare.ok) throw new Error(spare.error.type);
  for (const way of [{ by: 'passkey' }, { by: 'spare', code: spare.value }] as const) {
    const made = await newPassword();
    const answer = await byPassword('leyla', made);
    if (!answer.ok || answer.value.kind !== 'other-way') throw new Error('nothing else was asked for');
    expect(answer.value.ways).toMatchObject({ password: true, spare: true });
    expect(await answer.value.openWith(way)).toMatchObject({ ok: true });
    isConnected = false;
    expect(await markIn(await enter(made))).toBe('kept');
    isConnected = true;
  }
});

test('taken away it opens nothing and signs nobody in; whoever takes it away shows first that it is she', async () => {
  const { waysIn, byPasskey, known } = await withPasskey();
  const before = await known();
  const [credential = ''] = before?.ways.passkeys ?? [];
  const refused = await waysIn.removePasskey(wrong, credential);
  expect(refused).toMatchObject({ error: { type: 'wrong-password' } });
  expect((await known())?.ways.passkeys).toEqual([credential]);
  expect(await waysIn.removePasskey({ by: 'passkey' }, credential)).toMatchObject({ ok: true });
  expect(waysIn.ways.get()).toEqual({ password: true, spare: false, passkeys: [] });
  expect(await byPasskey(before)).toMatchObject({ error: { type: 'passkey-refused' } });
});

test('nobody confirms, or there is no network to ask: it says so, and nothing is changed', async () => {
  const has = { secret: true, answers: true };
  const { waysIn, byPasskey, known } = await withPasskey(authenticatorWith(has));
  has.answers = false;
  expect(await byPasskey(await known())).toMatchObject({ error: { type: 'passkey-cancelled' } });
  has.answers = true;
  isConnected = false;
  const unheard = { error: { type: 'no-connection' } };
  expect(await waysIn.addPasskey(password, 'Telefon')).toMatchObject(unheard);
  const ways = (await known())?.ways;
  const [credential = ''] = ways?.passkeys ?? [];
  expect(await waysIn.removePasskey({ by: 'passkey' }, credential)).toMatchObject(unheard);
  expect((await known())?.ways).toEqual(ways);
});
