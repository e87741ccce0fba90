// The ways into a vault: each alone opens it, and nothing else does (docs/vault.md).
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openVaultList } from './database.ts';
import { createVault, seal, unseal } from './vault.ts';
import { createVaults } from './vaults.ts';
import { createSpareKey, waysOf, type Opener } from './wraps.ts';

const cheap = { memory: 64, passes: 1 };
const password = { by: 'password', password: 'drei kleine Laternen am Fluss' } as const;
const passkey = { by: 'passkey', credential: 'passkey-1', secret: new Uint8Array(32).fill(7) } as const;
const spare = { by: 'spare', code: 'abcde-fghjk-mnpqr-stuvw-xyz23' } as const;
let tablets = 0;

/** A tablet with a vault that opens by the password, and something sealed in it. */
const tablet = async () => {
  tablets += 1;
  const vaults = createVaults(`ways-${tablets}`, cheap);
  const person = { user: 'user-1', login: 'leyla', name: 'Leyla Demir', session: '{}', device: 'device-1' };
  const { key } = await vaults.create(person, password);
  const box = await seal(key, 'here', 'Zarghuna');
  /** What this opens of it. */
  const read = async (opener: Opener): Promise<string> => {
    const vault = await vaults.unlock('leyla', opener);
    return vault.ok ? unseal(vault.value.key, 'here', box) : vault.error.type;
  };
  return { vaults, read };
};

test('[V3] a new password wraps the same key anew, and the old one opens it no more', async () => {
  const { vaults, read } = await tablet();
  const after = { by: 'password', password: 'fünf neue Wörter für heute' } as const;
  expect(await vaults.addWay('user-1', spare, after)).toMatchObject({ error: { type: 'does-not-open' } });
  expect(await vaults.addWay('user-1', password, after)).toMatchObject({ ok: true });
  expect([await read(password), await read(after)]).toEqual(['does-not-open', 'Zarghuna']);
});

test('[V19] password, passkey and spare key open the same vault, each alone', async () => {
  const { vaults, read } = await tablet();
  expect(await vaults.addWay('user-1', password, passkey)).toMatchObject({ ok: true });
  expect(await vaults.addWay('user-1', passkey, spare)).toMatchObject({ ok: true });
  for (const opener of [password, passkey, spare]) expect(await read(opener)).toBe('Zarghuna');
  expect(await read({ by: 'spare', code: ' ABCDE FGHJK mnpqrstuvwxyz23 ' })).toBe('Zarghuna');
  expect(await vaults.waysOf('user-1')).toEqual({ password: true, spare: true, passkeys: ['passkey-1'] });

  const others: readonly Opener[] = [
    { ...passkey, secret: new Uint8Array(32).fill(8) },
    { ...passkey, credential: 'passkey-2' },
    { by: 'spare', code: 'abcde-fghjk-mnpqr-stuvw-xyz24' },
    { by: 'password', password: spare.code },
    { by: 'spare', code: ' - - ' },
    { by: 'spare', code: password.password },
  ];
  for (const other of others) expect(await read(other)).toBe('does-not-open');
});

test('[V19] a new spare key takes the place of the one before; another passkey stands beside', async () => {
  const { vaults, read } = await tablet();
  const second = { ...passkey, credential: 'passkey-2', secret: new Uint8Array(32).fill(9) };
  for (const way of [passkey, second, spare]) await vaults.addWay('user-1', password, way);
  const anew = { by: 'spare', code: createSpareKey() } as const;
  await vaults.addWay('user-1', second, anew);
  expect(await read(spare)).toBe('does-not-open');
  for (const opener of [password, passkey, second, anew]) expect(await read(opener)).toBe('Zarghuna');
});

test('[V19] a way that is taken away opens nothing, and the last one stays', async () => {
  const { vaults, read } = await tablet();
  await vaults.addWay('user-1', password, passkey);
  expect(await vaults.removeWay('user-1', password)).toMatchObject({ ok: true });
  expect([await read(password), await read(passkey)]).toEqual(['does-not-open', 'Zarghuna']);
  expect(await vaults.removeWay('user-1', passkey)).toMatchObject({ error: { type: 'last-way' } });
  expect(await read(passkey)).toBe('Zarghuna');
});

test('[V19] a spare key is long enough that nobody guesses it, and never the same', () => {
  const codes = Array.from({ length: 200 }, createSpareKey);
  expect(new Set(codes).size).toBe(200);
  for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{5}-){4}[a-hjkmnp-z2-9]{5}$/);
  // 25 signs out of 31: 123 bits, if each sign is as likely as the others.
  const counts = new Map<string, number>();
  for (const sign of codes.join('').replaceAll('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  expect(counts.size).toBe(31);
  expect(Math.max(...counts.values())).toBeLessThan(2 * (5_000 / 31));
});

test('[V4] a vault of the first form, with one wrap by the password, opens as before', async () => {
  const { key, wrap } = await createVault(password, cheap);
  const box = await seal(key, 'here', 'Zarghuna');
  const list = new Dexie('ways-first-form');
  list.version(1).stores({ vaults: '&user' });
  await list.table('vaults').put({
    ...{ user: 'user-1', login: 'leyla', name: 'Leyla Demir', session: '{}' },
    ...{ database: 'ways-first-form-1', wrap, former: [{ database: 'ways-first-form-0', wrap }] },
  });
  list.close();
  const vault = await createVaults('ways-first-form', cheap).unlock('leyla', password);
  if (!vault.ok) throw new Error(vault.error.type);
  expect(await unseal(vault.value.key, 'here', box)).toBe('Zarghuna');
  const [row] = await openVaultList('ways-first-form').vaults.toArray();
  expect(row?.former).toEqual([{ database: 'ways-first-form-0', wraps: [wrap] }]);
  expect(row && waysOf(row.wraps)).toEqual({ password: true, spare: false, passkeys: [] });
});
