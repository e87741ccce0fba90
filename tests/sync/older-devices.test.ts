// Tablets that an older program wrote on: their tables, byte by byte as they were then, under the program of today (S15).
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { personIdOf } from '#domain/id.ts';
import { openDatabase } from '#store/database.ts';
import { createTwoSides, type Tablet, type TwoSides } from './two-sides.ts';

const caseId = 'case-0001';
const recordId = personIdOf(caseId);

const bytesSchema = z
  .strictObject({ bytes: z.base64() })
  .transform(({ bytes }) => Uint8Array.from(Buffer.from(bytes, 'base64')));
const tablesSchema = z.record(z.string(), z.array(z.record(z.string(), z.union([bytesSchema, z.json()]))));

/** The tables as each form of the program made them, in the words of that time. Stone: a new form is a new entry. */
const forms = {
  'first-form': {
    version: 1,
    stores: { pages: '&page, rev', changes: '++number', drafts: '&place', meta: '&key' },
  },
  // What changed last lies whole on a young page, and as it was before on the page it came from.
  'young-whole': {
    version: 1,
    stores: { pages: '&page, rev', changes: '++number', drafts: '&place', meta: '&key' },
  },
  // A young page holds what changed alone; nothing is compressed.
  'plain-pages': {
    version: 1,
    stores: { pages: '&page, rev', changes: '++number', drafts: '&place', meta: '&key' },
  },
};

/** The key of the invented tablet: 0, 1, 2 … 31. */
const itsKey = (): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    Uint8Array.from({ length: 32 }, (_, index) => index),
    'AES-GCM',
    false,
    ['encrypt', 'decrypt'],
  );

let county: TwoSides;
beforeEach(async () => {
  county = await createTwoSides();
});
afterEach(() => county.close());

/** Lays the tables of then onto a disk and takes the tablet up with the program of today. */
const takeUp = async (form: keyof typeof forms): Promise<Tablet> => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const { version, stores } = forms[form];
  const old = new Dexie('tablet', engine);
  old.version(version).stores(stores);
  const file = new URL(`older-devices/${form}.json`, import.meta.url);
  const tables = tablesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const [name, rows] of Object.entries(tables)) await old.table(name).bulkPut(rows);
  old.close();
  const like = { ...(await county.tablet('any', county.wiebke)), engine, key: await itsKey() };
  like.database.close();
  return county.tablet('a', county.wiebke, { like });
};

test.each(['first-form', 'young-whole', 'plain-pages'] as const)(
  'S15: what waited on a tablet of the %s is there after the program was upgraded, and goes out',
  async (form) => {
    const tablet = await takeUp(form);
    expect(tablet.store.transfer()).toMatchObject({
      waiting: [{ set: { strengths: 'geduldig' } }, { set: { goalOwnWords: 'Ich will wieder nähen.' } }],
      refused: [{ set: { travelMinutes: 100_000 }, refusal: { type: 'invalid-value' } }],
      drafts: 1,
      device: 'device-a',
    });
    expect(tablet.store.drafts.get(`${recordId}|bornOn`)).toBe('31.02.1990');
    expect(tablet.store.caseById(caseId)?.name).toBe('Semhar');
    const { records } = await tablet.store.open(caseId);
    expect(records.get(recordId)?.values).toMatchObject({
      needs: 'Kurs',
      strengths: 'geduldig',
      goalOwnWords: 'Ich will wieder nähen.',
    });

    // The county that it belongs to: it had taken three numbers of this device.
    const author = await county.tablet('b', county.wiebke);
    await author.store.write([
      { caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'DEMO-1' } },
      { caseId, kind: 'person', recordId, set: { nameCalled: 'Semhar', needs: 'Kurs' } },
    ]);
    await author.round();
    await county.storage.write((writing) =>
      writing.putDevice({
        ...{ id: 'device-a', user: county.wiebke.id, name: 'Tablet', next: 4 },
        ...{ registeredAt: county.clock.toISOString(), lastSeen: null },
      }),
    );
    expect(await tablet.round()).toMatchObject({ ok: true });
    expect(tablet.store.transfer().waiting).toEqual([]);
    const kept = await county.storage.read((reading) => reading.record(recordId));
    expect(kept?.values).toMatchObject({ strengths: 'geduldig', goalOwnWords: 'Ich will wieder nähen.' });
  },
);

test('every form of the tables that ever was is tried here', async () => {
  const now = openDatabase('now', { indexedDB: new IDBFactory(), IDBKeyRange });
  await now.open();
  expect(Object.values(forms).map(({ version }) => version)).toContain(now.verno);
  now.close();
});
