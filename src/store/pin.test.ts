// The PIN opens what was locked a moment ago, and gives nobody who has the disk anything to try (docs/vault.md).
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDatabase, openVaultList } from './database.ts';
import { isGoodPin, PIN_TRIES } from './pin.ts';
import { createVaults } from './vaults.ts';
import { seal, unseal } from './vault.ts';

const cheap = { memory: 64, passes: 1 };
const password = { by: 'password', password: 'drei kleine Laternen am Fluss' } as const;
const PIN = '714208';
let tablets = 0;

/** A tablet with one vault, and a PIN in it. */
const tablet = async () => {
  tablets += 1;
  const name = `pin-tablet-${tablets}`;
  const vaults = createVaults(name, cheap);
  const person = { user: 'user-1', login: 'leyla', name: 'Leyla Demir', session: '{}', device: 'device-1' };
  const vault = await vaults.create(person, password);
  const box = await seal(vault.key, 'here', 'Zarghuna');
  const set = await vaults.setPin('user-1', password, PIN);
  if (!set.ok) throw new Error(set.error.type);
  return { name, vaults, vault, box, pin: set.value };
};

test('[V16] the PIN gives out the key of the vault, again and again', async () => {
  const { pin, box } = await tablet();
  for (let time = 0; time < 3; time += 1) {
    const opened = await pin.open(PIN);
    expect(opened.ok && (await unseal(opened.value, 'here', box))).toBe('Zarghuna');
  }
});

test('[V16] after five wrong ones the right one opens nothing any more, and the password does', async () => {
  const { pin, vaults, box } = await tablet();
  for (let left = PIN_TRIES - 1; left >= 0; left -= 1)
    expect(await pin.open('000001')).toEqual({ ok: false, error: { type: 'wrong-pin', left } });
  expect(await pin.open(PIN)).toEqual({ ok: false, error: { type: 'wrong-pin', left: 0 } });
  const opened = await vaults.unlock('leyla', password);
  if (!opened.ok) throw new Error(opened.error.type);
  expect(await unseal(opened.value.key, 'here', box)).toBe('Zarghuna');
  expect(await opened.value.pin?.open(PIN)).toMatchObject({ ok: true });
});

test('[V16] thirty at once are five, and ten thousand in a row as well', async () => {
  const { pin } = await tablet();
  const tries = await Promise.all(
    // The right one is the tenth.
    Array.from({ length: 30 }, (_, index) => pin.open(index === 9 ? PIN : String(index).padStart(6, '0'))),
  );
  expect(tries.every(({ ok }) => !ok)).toBe(true);
  expect(await pin.open(PIN)).toMatchObject({ ok: false });
  for (let number = 0; number < 10_000; number += 1)
    expect((await pin.open(String(number).padStart(6, '0'))).ok).toBe(false);
});

test('[V16] the tabs of a tablet count their wrong PINs together', async () => {
  const { vaults, pin } = await tablet();
  const second = await vaults.unlock('leyla', password);
  if (!second.ok) throw new Error(second.error.type);
  for (let wrong = 0; wrong < 3; wrong += 1) await pin.open('000001');
  await expect.poll(() => second.value.pin?.left()).toBe(2);
  await second.value.pin?.open('000001');
  await second.value.pin?.open('000001');
  await expect.poll(() => pin.left()).toBe(0);
  expect(await pin.open(PIN)).toMatchObject({ ok: false });
});

test('[V16] a right one makes all tries new', async () => {
  const { pin } = await tablet();
  for (let wrong = 0; wrong < 4; wrong += 1) await pin.open('000001');
  expect(await pin.open(PIN)).toMatchObject({ ok: true });
  expect(pin.left()).toBe(PIN_TRIES);
});

test('[V16] on the disk the PIN is inside the vault alone: nobody can try it there', async () => {
  const { name, vault } = await tablet();
  const [row] = await openVaultList(name).vaults.toArray();
  const rows = await openDatabase(vault.database.name).meta.toArray();
  const kept = rows.find(({ key }) => key === 'pin')?.value;
  if (!(kept instanceof Uint8Array)) throw new Error('no PIN was kept');
  expect(Buffer.from(kept).toString('latin1')).not.toMatch(/salt|stretched/);
  expect(JSON.parse(await unseal(vault.key, 'meta|pin|1', kept))).toMatchObject(cheap);
  expect(row?.wraps[0]?.by).toBe('password');
  expect(Object.keys(row ?? {})).not.toContain('pin');
});

test('[V16] it is set by whoever knows the password, and taken away', async () => {
  const { vaults } = await tablet();
  expect(
    await vaults.setPin('user-1', { by: 'password', password: 'etwas anderes' }, '385120'),
  ).toMatchObject({ ok: false });
  await vaults.removePin('user-1');
  const opened = await vaults.unlock('leyla', password);
  expect(opened.ok && opened.value.pin).toBe(undefined);
});

test('[V16] what everybody tries first is no PIN', () => {
  for (const pin of [
    '000000',
    '111111',
    '121212',
    '123123',
    '123456',
    '654321',
    '890123',
    '12345',
    '1234567',
    '12a456',
    '',
  ])
    expect([pin, isGoodPin(pin)]).toEqual([pin, false]);
  for (const pin of [PIN, '385120', '900271']) expect([pin, isGoodPin(pin)]).toEqual([pin, true]);
});
