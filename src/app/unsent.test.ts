// What was saved and not sent yet: it outlives whatever happens to its author, her password, her rights and her tablet (S15).
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Json } from '#domain/json.ts';
import { personIdOf } from '#domain/id.ts';
import { quickSyncResponseSchema } from '#protocol/sync.ts';
import { openDatabase, openVaultList } from '#store/database.ts';
import { openStore, type Store } from '#store/store.ts';
import { createVaults, type OpenVault } from '#store/vaults.ts';
import { openVaultWith } from '#store/vault.ts';
import { call } from '#sync/http.ts';
import { runRound } from '#sync/round.ts';
import { createSessionPort } from '#sync/session-port.ts';
import { createCounty, fetchOf, PASSWORD, staff, type Browser, type County } from '#tests/county.ts';
import { browserPasskeys } from './passkeys.ts';
import { createSignIn, createStanding, type Unlocked } from './session.ts';

const caseId = 'case-amira';
const recordId = personIdOf(caseId);
const port = createSessionPort(call);
const world = { now: () => new Date('2026-11-22T09:00:00.000Z'), newId: () => crypto.randomUUID() };
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

const storeOf = ({ database, key, user }: OpenVault): Promise<Store> => openStore(database, key, user, world);

/** A tablet of the county, and people who take it up one after the other. */
const takeTablet = () => {
  tablets += 1;
  const name = `unsent-${tablets}`;
  const vaults = createVaults(name, { memory: 64, passes: 1 });
  const { byPassword: signIn } = createSignIn({
    vaults,
    port,
    passkeys: browserPasskeys,
    newId: world.newId,
    now: world.now,
  });
  const enter = async (login: string, password = PASSWORD) => {
    const answer = await signIn(login, password);
    if (!answer.ok || answer.value.kind !== 'open') throw new Error(`${login} did not get in`);
    return open(answer.value.unlocked);
  };
  const open = async (unlocked: Unlocked) => {
    const store = await storeOf(unlocked.vault);
    const standing = createStanding(unlocked, port, () => Promise.resolve());
    const round = async () => {
      const known = await standing.ensure();
      if (!known.ok) return known;
      const send = (request: unknown) => call('/api/sync', quickSyncResponseSchema, request);
      return runRound({ store, send, register: port.registerDevice, deviceName: 'Tablet', ...world });
    };
    return { store, round, standing, vault: unlocked.vault };
  };
  return { name, vaults, signIn, enter, open };
};

const write = async (store: Store, set: Record<string, Json>): Promise<void> => {
  const saved = await store.write([{ caseId, kind: 'person', recordId, set }]);
  expect(saved.ok).toBe(true);
};
const openCase = async (store: Store): Promise<void> => {
  await store.write([{ caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'ÜM-1' } }]);
};
const waitingOf = (store: Store) => store.transfer().waiting.map(({ set }) => set);
const kept = async (path: string): Promise<Json | undefined> =>
  county.storage.read(async (reading) => (await reading.record(recordId))?.values[path]);

/** Leyla has a case on this tablet, and has written without network. */
const leylaWrote = async () => {
  const tablet = takeTablet();
  const leyla = await tablet.enter('leyla');
  await openCase(leyla.store);
  expect(await leyla.round()).toEqual({ ok: true, value: undefined });
  isConnected = false;
  await write(leyla.store, { strengths: 'geduldig' });
  return { tablet, leyla };
};
const unsent = [{ strengths: 'geduldig' }];

test('S15: it outlives the lock, and goes out after the next unlocking', async () => {
  const { tablet, leyla } = await leylaWrote();
  await leyla.store.lock();
  // The locked page tells how much waits, and opens none of it.
  expect(await tablet.vaults.waitingOf(staff.leyla.id)).toBe(unsent.length);
  const again = await tablet.enter('leyla');
  expect(waitingOf(again.store)).toEqual(unsent);
  isConnected = true;
  await port.signOut();
  expect(await again.round()).toMatchObject({ ok: true });
  expect(await tablet.vaults.waitingOf(staff.leyla.id)).toBe(0);
  expect(await kept('strengths')).toBe('geduldig');
});

test('S15: it outlives the sign-in of a colleague on the same tablet, who neither sees nor sends it', async () => {
  const { tablet, leyla } = await leylaWrote();
  await leyla.store.lock();
  isConnected = true;
  const jonas = await tablet.enter('jonas');
  expect(await jonas.round()).toMatchObject({ ok: true });
  expect(jonas.store.transfer().waiting).toEqual([]);
  expect(await kept('strengths')).toBeUndefined();
  await jonas.store.lock();

  const again = await tablet.enter('leyla');
  expect(waitingOf(again.store)).toEqual(unsent);
  expect(await again.round()).toMatchObject({ ok: true });
  expect(await kept('strengths')).toBe('geduldig');
  const change = await county.storage.read((reading) => reading.record(recordId));
  const author = await county.storage.read((reading) => reading.authorsOf([change?.head ?? '']));
  expect([...author.values()]).toMatchObject([{ by: staff.leyla.id }]);
});

test('S15: it outlives a new password: the former one opens it, and it goes out', async () => {
  const { tablet, leyla } = await leylaWrote();
  await leyla.store.lock();
  isConnected = true;
  const administrator = await county.signedIn('maren');
  const made = await administrator.post(`/api/team/${staff.leyla.id}/password`, {});
  const { password } = made.json<{ password: string }>();
  const answer = await tablet.signIn('leyla', password);
  if (!answer.ok || answer.value.kind !== 'other-way') throw new Error('it was not asked for');
  const unlocked = await answer.value.openWith({ by: 'password', password: PASSWORD });
  if (!unlocked.ok) throw new Error(unlocked.error.type);
  const again = await tablet.open(unlocked.value);
  expect(waitingOf(again.store)).toEqual(unsent);
  expect(await again.round()).toMatchObject({ ok: true });
  expect(await kept('strengths')).toBe('geduldig');
});

test('S15: it outlives a password that is forgotten: it stays sealed in its vault, which the former password opens', async () => {
  const { tablet, leyla } = await leylaWrote();
  await leyla.store.lock();
  isConnected = true;
  const administrator = await county.signedIn('maren');
  const made = await administrator.post(`/api/team/${staff.leyla.id}/password`, {});
  const answer = await tablet.signIn('leyla', made.json<{ password: string }>().password);
  if (!answer.ok || answer.value.kind !== 'other-way') throw new Error('it was not asked for');
  const anew = await answer.value.beginAnew();
  if (!anew.ok) throw new Error(anew.error.type);
  await write((await tablet.open(anew.value)).store, { needs: 'Kurs' });

  const [row] = await openVaultList(tablet.name).vaults.toArray();
  const [former] = row?.former ?? [];
  if (former === undefined) throw new Error('the former vault is gone');
  const opener = { by: 'password', password: PASSWORD } as const;
  const opened = await openVaultWith(former.wraps, opener, () => Promise.resolve());
  if (opened === undefined) throw new Error('the former password does not open it');
  const vault = {
    user: staff.leyla.id,
    key: opened.key,
    database: openDatabase(former.database),
    session: '',
    pin: undefined,
  };
  expect(waitingOf(await storeOf(vault))).toEqual(unsent);
});

test('S15: it outlives the end of her account, and goes out when she is back', async () => {
  const { leyla } = await leylaWrote();
  isConnected = true;
  const administrator = await county.signedIn('maren');
  const may = (change: Record<string, unknown>) => administrator.post(`/api/team/${staff.leyla.id}`, change);
  await may({ active: false });
  expect(await leyla.round()).toEqual({ ok: false, error: { type: 'not-signed-in' } });
  expect(waitingOf(leyla.store)).toEqual(unsent);
  await may({ active: true });
  expect(await leyla.standing.signInAgain({ password: PASSWORD })).toMatchObject({ ok: true });
  expect(await leyla.round()).toMatchObject({ ok: true });
  expect(await kept('strengths')).toBe('geduldig');
});

test('S15: it outlives other rights, for which everything is pulled anew', async () => {
  const { leyla } = await leylaWrote();
  isConnected = true;
  await (await county.signedIn('maren')).post(`/api/team/${staff.leyla.id}`, { mayReadLimits: true });
  const before = leyla.store.transfer().device;
  expect(await leyla.round()).toMatchObject({ ok: true });
  expect(await kept('strengths')).toBe('geduldig');
  expect(leyla.store.transfer().device).toBe(before);
  expect(leyla.store.caseById(caseId)).toBeDefined();
});

test('S15: what other rights do not allow any more is kept as a contribution: nobody throws it away', async () => {
  const { leyla } = await leylaWrote();
  isConnected = true;
  await (await county.signedIn('maren')).post(`/api/team/${staff.leyla.id}`, { role: 'administrator' });
  expect(await leyla.standing.signInAgain({ password: PASSWORD })).toMatchObject({ ok: true });
  expect(await leyla.round()).toMatchObject({ ok: true });
  const records = await county.storage.read((reading) => reading.recordsOfCase(caseId));
  const contributions = records.filter(({ kind }) => kind === 'contribution');
  expect(contributions.map(({ values }) => [values['by'], values['set']])).toEqual([
    [staff.leyla.id, unsent[0]],
  ]);
  expect(await kept('strengths')).toBeUndefined();
});

test('S15: a full tablet says so: nothing of the new entry is half-written, and the earlier ones are there and go out', async () => {
  const { tablet, leyla } = await leylaWrote();
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const deed = await leyla.store.write([
    { caseId, kind: 'person', recordId, set: { goalOwnWords: 'passt nicht mehr' } },
    { caseId, kind: 'person', recordId, set: { needs: 'auch nicht' } },
  ]);
  add.mockRestore();
  expect(deed).toEqual({ ok: false, error: { type: 'storage-full' } });
  expect(waitingOf(leyla.store)).toEqual(unsent);
  await leyla.store.lock();
  const again = await tablet.enter('leyla');
  expect(waitingOf(again.store)).toEqual(unsent);
  await write(again.store, { goalOwnWords: 'jetzt schon' });
  isConnected = true;
  expect(await again.round()).toMatchObject({ ok: true });
  expect([await kept('strengths'), await kept('goalOwnWords'), await kept('needs')]).toEqual([
    'geduldig',
    'jetzt schon',
    undefined,
  ]);
});
