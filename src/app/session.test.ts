// Signing in, tried with a real server and a real database of the device: with network, without, and with forgotten passwords.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openVaultList } from '#store/database.ts';
import { createVaults } from '#store/vaults.ts';
import { call } from '#sync/http.ts';
import { createSessionPort } from '#sync/session-port.ts';
import { createCounty, fetchOf, later, PASSWORD, staff, type Browser, type County } from '#tests/county.ts';
import { browserPasskeys } from './passkeys.ts';
import { createSignIn, createStanding, type Unlocked } from './session.ts';

const NEW_PASSWORD = 'vier grüne Fahrräder im Hof';
const port = createSessionPort(call);
let county: County;
let browser: Browser;
let isConnected: boolean;
let tablets = 0;

beforeEach(async () => {
  county = await createCounty();
  browser = county.browser();
  isConnected = true;
  vi.stubGlobal(
    'fetch',
    fetchOf(() => (isConnected ? browser : undefined)),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await county.close();
});

const newId = () => crypto.randomUUID();
const tablet = () => {
  tablets += 1;
  const name = `tablet-${tablets}`;
  const vaults = createVaults(name, { memory: 64, passes: 1 });
  const { byPassword: signIn } = createSignIn({
    vaults,
    port,
    passkeys: browserPasskeys,
    newId,
    now: () => county.clock,
  });
  const enter = async (login: string, password: string): Promise<Unlocked> => {
    const answer = await signIn(login, password);
    if (!answer.ok || answer.value.kind !== 'open') throw new Error(`${login} did not get in`);
    return answer.value.unlocked;
  };
  return { name, vaults, signIn, enter };
};

const newPasswordOf = async (login: 'leyla'): Promise<string> => {
  const administrator = await county.signedIn('maren');
  const answer = await administrator.post(`/api/team/${staff[login].id}/password`, {});
  const { password } = answer.json<{ password: string }>();
  return password;
};

const standingOf = (unlocked: Unlocked) => createStanding(unlocked, port, () => Promise.resolve());

const whoIsSignedIn = async (): Promise<string> => {
  const session = await port.session();
  return session.ok ? session.value.user.login : session.error.type;
};

test('a caseworker signs in on a new tablet once, and from then on without network', async () => {
  const { enter, vaults } = tablet();
  const first = await enter('leyla', PASSWORD);
  expect(first.session.user.name).toBe('Leyla Demir');
  await first.vault.database.meta.put({ key: 'mark', value: 'kept' });

  isConnected = false;
  const again = await enter(' Leyla ', PASSWORD);
  expect(again.session).toEqual(first.session);
  expect(await again.vault.database.meta.get('mark')).toEqual({ key: 'mark', value: 'kept' });
  expect(await vaults.known()).toEqual([
    {
      ...{ user: 'user-leyla', login: 'leyla', name: 'Leyla Demir' },
      ways: { password: true, spare: false, passkeys: [] },
    },
  ]);
});

test('who has never been at a tablet needs the network', async () => {
  const { signIn, vaults } = tablet();
  isConnected = false;
  expect(await signIn('leyla', PASSWORD)).toEqual({ ok: false, error: { type: 'no-connection' } });
  expect(await vaults.known()).toEqual([]);
});

test('a wrong password opens nothing, and without network it says that a new one needs the network', async () => {
  const { signIn, enter } = tablet();
  await enter('leyla', PASSWORD);
  expect(await signIn('leyla', 'ganz falsch')).toEqual({ ok: false, error: { type: 'wrong-password' } });
  isConnected = false;
  expect(await signIn('leyla', 'ganz falsch')).toEqual({
    ok: false,
    error: { type: 'wrong-password-here' },
  });
});

test('after the administration made a new password, the former one is asked for once', async () => {
  const { signIn, enter } = tablet();
  const before = await enter('leyla', PASSWORD);
  await before.vault.database.meta.put({ key: 'mark', value: 'not transferred' });
  const password = await newPasswordOf('leyla');

  const answer = await signIn('leyla', password);
  if (!answer.ok || answer.value.kind !== 'other-way') throw new Error('the former one was not asked for');
  expect(await answer.value.openWith({ by: 'password', password: 'nicht das frühere' })).toEqual({
    ok: false,
    error: { type: 'does-not-open' },
  });
  const opened = await answer.value.openWith({ by: 'password', password: PASSWORD });
  if (!opened.ok) throw new Error(opened.error.type);
  expect(await opened.value.vault.database.meta.get('mark')).toBeDefined();

  isConnected = false;
  expect((await enter('leyla', password)).vault.database.name).toBe(before.vault.database.name);
});

test('[S15] who has forgotten the former password begins anew, and what was not transferred is not thrown away', async () => {
  const { name, signIn, enter } = tablet();
  const before = await enter('leyla', PASSWORD);
  const password = await newPasswordOf('leyla');
  const answer = await signIn('leyla', password);
  if (!answer.ok || answer.value.kind !== 'other-way') throw new Error('the former one was not asked for');
  const anew = await answer.value.beginAnew();
  if (!anew.ok) throw new Error(anew.error.type);

  expect(anew.value.vault.database.name).not.toBe(before.vault.database.name);
  const [row] = await openVaultList(name).vaults.toArray();
  expect(row?.former.map(({ database }) => database)).toEqual([before.vault.database.name]);
});

test('on a shared tablet nobody works under the cookie of a colleague', async () => {
  const { enter } = tablet();
  const leyla = await enter('leyla', PASSWORD);
  await enter('jonas', PASSWORD);
  expect(await whoIsSignedIn()).toBe('jonas');

  expect(await standingOf(leyla).ensure()).toEqual({ ok: true, value: undefined });
  expect(await whoIsSignedIn()).toBe('leyla');
});

test('unlocked without network, she is signed in by herself once there is one', async () => {
  const { enter } = tablet();
  await enter('leyla', PASSWORD);
  later(county, 13);
  isConnected = false;
  const standing = standingOf(await enter('leyla', PASSWORD));
  expect(await standing.ensure()).toEqual({ ok: false, error: { type: 'no-connection' } });

  isConnected = true;
  expect(await whoIsSignedIn()).toBe('not-signed-in');
  expect(await standing.ensure()).toEqual({ ok: true, value: undefined });
  expect(await whoIsSignedIn()).toBe('leyla');
});

test('an outdated password is tried on the server once, then she is asked', async () => {
  const { enter } = tablet();
  await enter('leyla', PASSWORD);
  const password = await newPasswordOf('leyla');
  const standing = standingOf(await enter('leyla', PASSWORD));
  expect(await standing.ensure()).toEqual({ ok: false, error: { type: 'not-signed-in' } });
  expect(await standing.ensure()).toEqual({ ok: false, error: { type: 'not-signed-in' } });
  expect(county.log.filter(({ route, status }) => route === '/api/sign-in' && status === 401)).toHaveLength(
    1,
  );

  expect(await standing.signInAgain({ password: NEW_PASSWORD })).toEqual({
    ok: false,
    error: { type: 'wrong-password' },
  });
  expect(await standing.signInAgain({ password })).toEqual({ ok: true, value: undefined });
  expect(await whoIsSignedIn()).toBe('leyla');
});

test('a newer role is told and kept for the next unlocking', async () => {
  const { enter, vaults } = tablet();
  const unlocked = await enter('leyla', PASSWORD);
  const administrator = await county.signedIn('maren');
  await administrator.post(`/api/team/${staff.leyla.id}`, { mayReadLimits: true });

  const standing = createStanding(unlocked, port, (session) =>
    vaults.keepSession(session.user.id, JSON.stringify(session)),
  );
  await standing.ensure();
  isConnected = false;
  expect((await enter('leyla', PASSWORD)).session.user.mayReadLimits).toBe(true);
});
