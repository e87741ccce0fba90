// A device that was lost: how long it opens without the server, and that nothing stays on it once it is heard (V12).
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openVaultList } from '#store/database.ts';
import { createVaults } from '#store/vaults.ts';
import { call } from '#sync/http.ts';
import { createSessionPort } from '#sync/session-port.ts';
import { createCounty, fetchOf, later, PASSWORD, staff, type Browser, type County } from '#tests/county.ts';
import { browserPasskeys } from './passkeys.ts';
import { createSignIn } from './session.ts';
import { createStandingWatch, emptyRevoked } from './standing.ts';

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

const tablet = () => {
  tablets += 1;
  const name = `lease-${tablets}`;
  const vaults = createVaults(name, { memory: 64, passes: 1 });
  const now = () => county.clock;
  const newId = () => crypto.randomUUID();
  const { byPassword } = createSignIn({ vaults, port, passkeys: browserPasskeys, newId, now });
  /** How a sign-in ended. */
  const enter = async (login = 'leyla', password = PASSWORD): Promise<string> => {
    const answer = await byPassword(login, password);
    return answer.ok ? answer.value.kind : answer.error.type;
  };
  return { name, vaults, byPassword, enter };
};

/** A tablet on which Leyla has signed in, and which the server has heard under its own id. */
const leylasTablet = async () => {
  const made = tablet();
  await made.enter();
  const device = (await made.vaults.deviceOf(staff.leyla.id)) ?? '';
  await browser.post('/api/devices', { device, name: 'Tablet', firstNumber: 1 });
  await made.vaults.keepLease(staff.leyla.id, 7, county.clock);
  return { ...made, device };
};

const takeAway = async (device: string): Promise<void> => {
  const petra = await county.signedIn('petra');
  expect((await petra.post('/api/devices/revoke', { device })).statusCode).toBe(200);
};
const databases = async (name: string): Promise<readonly string[]> =>
  (await Dexie.getDatabaseNames()).filter((one) => one.startsWith(`${name}-`));

describe('[V12] without the server', () => {
  test('a device opens for a week after it was heard, and then only with its word', async () => {
    const { enter, vaults } = await leylasTablet();
    isConnected = false;
    later(county, 7 * 24);
    expect(await enter()).toBe('open');
    later(county, 0.01);
    expect(await enter()).toBe('lease-over');
    expect(await enter('leyla', 'ganz falsch')).toBe('wrong-password-here');

    isConnected = true;
    expect(await enter()).toBe('open');
    await vaults.keepLease(staff.leyla.id, 7, county.clock);
    isConnected = false;
    expect(await enter()).toBe('open');
  });

  test('a clock that is set back gives nobody time', async () => {
    const { enter } = await leylasTablet();
    isConnected = false;
    later(county, 7 * 24 + 1);
    expect(await enter()).toBe('lease-over');
    later(county, -6 * 24);
    expect(await enter()).toBe('lease-over');
  });

  test('a vault of which the server has told no term opens as before', async () => {
    const { enter } = tablet();
    await enter();
    isConnected = false;
    later(county, 400 * 24);
    expect(await enter()).toBe('open');
  });
});

describe('[V12] taken away', () => {
  test('a locked device empties itself when it is heard, the former vaults as well', async () => {
    const { name, vaults, device, byPassword, enter } = await leylasTablet();
    const maren = await county.signedIn('maren');
    const made = await maren.post(`/api/team/${staff.leyla.id}/password`, {});
    const answer = await byPassword('leyla', made.json<{ password: string }>().password);
    if (!answer.ok || answer.value.kind !== 'other-way') throw new Error('it was not asked for');
    const begun = await answer.value.beginAnew();
    if (!begun.ok) throw new Error(begun.error.type);
    begun.value.vault.database.close();
    const second = (await vaults.deviceOf(staff.leyla.id)) ?? '';
    expect(second).not.toBe(device);
    await browser.post('/api/devices', { device: second, name: 'Tablet', firstNumber: 1 });
    expect(await databases(name)).toHaveLength(2);

    expect(await emptyRevoked(vaults, port)).toEqual([]);
    await takeAway(second);
    isConnected = false;
    expect(await emptyRevoked(vaults, port)).toEqual([]);
    isConnected = true;
    expect(await emptyRevoked(vaults, port)).toMatchObject([{ name: 'Leyla Demir' }]);
    expect(await databases(name)).toEqual([]);
    expect(await openVaultList(name).vaults.toArray()).toEqual([]);
    isConnected = false;
    expect(await enter()).toBe('no-connection');
  });

  test('a colleague’s vault on the same device stays', async () => {
    const { name, vaults, device, enter } = await leylasTablet();
    await enter('jonas');
    await takeAway(device);
    await emptyRevoked(vaults, port);
    expect((await vaults.known()).map(({ login }) => login)).toEqual(['jonas']);
    expect(await databases(name)).toHaveLength(1);
    isConnected = false;
    expect(await enter('jonas')).toBe('open');
  });

  test('an open one hears of it when it is turned away', async () => {
    const { vaults, device } = await leylasTablet();
    const watch = createStandingWatch(vaults, port, staff.leyla.id);
    const done = { ok: true, value: undefined } as const;
    expect(await watch.isRevoked(device, 0, done)).toBe(false);
    await takeAway(device);
    expect(await watch.isRevoked(device, 0, done)).toBe(false);
    const turnedAway = { ok: false, error: { type: 'not-signed-in' } } as const;
    expect(await watch.isRevoked(device, 0, turnedAway)).toBe(true);
  });

  test('who takes it away has seen how many entries waited on it', async () => {
    const { vaults, device } = await leylasTablet();
    const watch = createStandingWatch(vaults, port, staff.leyla.id);
    await watch.isRevoked(device, 2, { ok: true, value: undefined });
    const petra = await county.signedIn('petra');
    expect((await petra.get('/api/devices')).json()).toMatchObject({ devices: [{ id: device, waiting: 2 }] });
  });
});
