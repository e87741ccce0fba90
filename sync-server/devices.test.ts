// Devices at the server: who sees which, who takes one away, and what a device that was taken away still gets (V12).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL } from '#protocol/version.ts';
import type { DeviceStanding, KnownDevice } from '#protocol/device.ts';
import { createCounty, later, PASSWORD, type Browser, type County } from '#tests/county.ts';

let county: County;
let leyla: Browser;
let petra: Browser;
beforeEach(async () => {
  county = await createCounty();
  leyla = await county.onDevice('leyla', 'device-leyla');
  petra = await county.onDevice('petra', 'device-petra');
});
afterEach(() => county.close());

const round = (browser: Browser, device: string) =>
  browser.post('/api/sync', {
    ...{ protocol: PROTOCOL, device, cursor: null, clock: county.clock.toISOString() },
    ...{ changes: [], voids: [], purged: [] },
  });
const revoke = (browser: Browser, device: string) => browser.post('/api/devices/revoke', { device });
const standing = async (device: string, waiting?: number, browser = county.browser()) =>
  (await browser.post('/api/devices/standing', { device, waiting })).json<DeviceStanding>();
const listed = async (browser: Browser): Promise<readonly KnownDevice[]> =>
  (await browser.get('/api/devices')).json<{ devices: readonly KnownDevice[] }>().devices;

describe('[V12] a device that was taken away', () => {
  test('gets nothing from then on: its session ends, and another sign-in on it helps nobody', async () => {
    expect((await round(leyla, 'device-leyla')).statusCode).toBe(200);
    expect((await revoke(petra, 'device-leyla')).statusCode).toBe(200);
    expect((await round(leyla, 'device-leyla')).statusCode).toBe(401);
    const thief = await county.signedIn('leyla');
    const refused = await round(thief, 'device-leyla');
    expect([refused.statusCode, refused.json()]).toEqual([410, { error: { type: 'device-revoked' } }]);
    const again = await thief.post('/api/devices', { device: 'device-leyla', name: 'x', firstNumber: 1 });
    expect(again.json()).toEqual({ error: { type: 'device-revoked' } });
  });

  test('hears of it without a session, so that a locked one empties itself', async () => {
    expect(await standing('device-leyla')).toEqual({ revoked: false, lease: 7 });
    await revoke(petra, 'device-leyla');
    expect(await standing('device-leyla')).toEqual({ revoked: true, lease: 7 });
    expect(await standing('device-nobody-knows')).toEqual({ revoked: false, lease: 7 });
  });

  test('takes only its own sessions with it', async () => {
    const phone = await county.onDevice('leyla', 'device-phone');
    await revoke(petra, 'device-leyla');
    expect((await round(phone, 'device-phone')).statusCode).toBe(200);
    expect((await round(petra, 'device-petra')).statusCode).toBe(200);
  });

  test('is told to the team', async () => {
    await revoke(petra, 'device-leyla');
    const record = await county.storage.read((reading) => reading.record('device-leyla'));
    expect(record?.values['revoked']).toBe(true);
    const before = county.everything();
    expect((await revoke(petra, 'device-leyla')).statusCode).toBe(200);
    expect(county.everything()).toBe(before);
  });
});

describe('who', () => {
  test('sees and takes away her own; those who lead all', async () => {
    expect((await listed(leyla)).map(({ id }) => id)).toEqual(['device-leyla']);
    expect((await listed(petra)).map(({ id }) => id).sort()).toEqual(['device-leyla', 'device-petra']);
    const maren = await county.signedIn('maren');
    expect((await listed(maren)).map(({ id }) => id).sort()).toEqual(['device-leyla', 'device-petra']);
    const strange = await revoke(leyla, 'device-petra');
    const unknown = await revoke(leyla, 'device-nobody-knows');
    expect([strange.statusCode, strange.body]).toEqual([404, unknown.body]);
    expect((await revoke(leyla, 'device-leyla')).statusCode).toBe(200);
    expect(await listed(petra)).toMatchObject([
      { id: 'device-leyla', revokedAt: county.clock.toISOString() },
      { id: 'device-petra', revokedAt: null },
    ]);
  });

  test('does it shows a moment before that it is she', async () => {
    later(county, 0.2);
    const late = await revoke(petra, 'device-leyla');
    expect([late.statusCode, late.json()]).toEqual([403, { error: { type: 'proof-needed' } }]);
    expect(await standing('device-leyla')).toMatchObject({ revoked: false });
    await petra.post('/api/proof', { password: PASSWORD });
    expect((await revoke(petra, 'device-leyla')).statusCode).toBe(200);
  });

  test('leads sees how many entries waited, as the device’s own user told it', async () => {
    await standing('device-leyla', 3, leyla);
    await standing('device-leyla', 9, petra);
    await standing('device-leyla', 9);
    expect((await listed(petra)).map(({ waiting }) => waiting)).toEqual([3, 0]);
    await revoke(petra, 'device-leyla');
    expect((await listed(petra)).map(({ waiting }) => waiting)).toEqual([3, 0]);
  });
});
