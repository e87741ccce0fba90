// The vault's rules: what lies on the device tells nothing without the password (docs/vault.md).
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { openStore } from './store.ts';
import { createVault, openVaultWith, seal, unseal } from './vault.ts';

const cheap = { memory: 64, passes: 1 };
const password = { by: 'password', password: 'drei kleine Laternen am Fluss' } as const;
let ids = 0;
const world = {
  now: () => new Date('2026-11-22T08:00:00Z'),
  newId: () => `id-${String((ids += 1)).padStart(8, '0')}`,
};

/** Everything that lies in the tables, as one text: bytes as Latin letters. */
const onTheDisk = async (database: ReturnType<typeof openDatabase>): Promise<string> => {
  const tables = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(tables, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
};

test('[V1 V2] neither a name nor a key can be read in any table: pages, changes, drafts, index', async () => {
  const { key } = await createVault(password, cheap);
  const database = openDatabase('vault-v1');
  await database.meta.put({ key: 'device', value: 'device-1' });
  const store = await openStore(database, key, 'user-1', world);
  const caseId = 'case-0001';
  const recordId = `person-${caseId}`;
  await store.write([
    { caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'DEMO-77' } },
    { caseId, kind: 'person', recordId, set: { nameCalled: 'Zarghuna', goalOwnWords: 'kochen' } },
  ]);
  await store.drafts.put(`${recordId}|birth`, '31.02.1989');
  const { batches } = await store.takeOutgoing(10, 1_000_000);
  await store.receive(null, {
    receipts: batches
      .flatMap(({ changes }) => changes)
      .map(({ number, id, at }, index) => ({
        ...{ number, id, at },
        result: 'accepted' as const,
        seq: index + 1,
      })),
    ...{
      records: [],
      deltas: [],
      gone: [],
      cursor: 'c',
      upTo: 2,
      expect: 3,
      more: false,
      anew: false,
      safe: 0,
    },
    clock: '2026-11-22T08:00:00.000Z',
  });
  await store.write([{ caseId, kind: 'person', recordId, set: { needs: 'Kinderbetreuung' } }]);
  const shadow = openDatabase('vault-v1');
  expect(await shadow.pages.count()).toBe(1);
  // The two that the server took lie in the journal; one waits.
  expect(await shadow.changes.count()).toBe(3);
  await store.lock();
  const disk = await onTheDisk(shadow);
  expect(disk).toContain('index');
  for (const word of ['Zarghuna', 'zarghuna', 'kochen', '1989', 'Kinderbetreuung', 'DEMO-77']) {
    expect(disk).not.toContain(word);
  }
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('[V3 V4 V5] the same key comes out of the wrap with the password, and with no other', async () => {
  const { key, wrap } = await createVault(password, cheap);
  const box = await seal(key, 'here', 'Zarghuna');
  const open = (word: string) =>
    openVaultWith([wrap], { by: 'password', password: word }, (again) => unseal(again, 'here', box));
  expect(await open(password.password)).toMatchObject({ done: 'Zarghuna' });
  for (const other of ['drei kleine Laternen am Fluß', 'Drei kleine Laternen am Fluss', ''])
    expect(await open(other)).toBeUndefined();
});

test('[V6] what was sealed for one place opens at no other, and not when a bit of it has turned', async () => {
  const { key } = await createVault(password, cheap);
  const box = await seal(key, 'pages|a|2', 'Zarghuna');
  await expect(unseal(key, 'pages|b|2', box)).rejects.toThrow();
  const turned = Uint8Array.from(box);
  turned[20] = (turned[20] ?? 0) ^ 1;
  await expect(unseal(key, 'pages|a|2', turned)).rejects.toThrow();
});

test('[V7] the same text is never sealed into the same bytes', async () => {
  const { key } = await createVault(password, cheap);
  const boxes = await Promise.all(Array.from({ length: 200 }, () => seal(key, 'here', 'Zarghuna')));
  expect(new Set(boxes.map((box) => Buffer.from(box.subarray(0, 12)).toString('hex'))).size).toBe(200);
});
