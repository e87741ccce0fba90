// What lies on a person's phone can be read with the secret of the address, and with nothing else.
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createPlanCopy } from './plan-copy.ts';

const secret = 'S'.repeat(43);
const text = '{"office":"Landkreis Fuhsetal"}';

/** Everything in the database as bytes that somebody with the phone's disk could search. */
const everythingOn = async (disk: IDBFactory): Promise<string> => {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = disk.open('plan');
    opening.onsuccess = () => {
      resolve(opening.result);
    };
  });
  const store = database.transaction('kept').objectStore('kept');
  const all = await new Promise<unknown[]>((resolve) => {
    const request = store.getAll();
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const request = database.transaction('kept').objectStore('kept').getAllKeys();
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  return JSON.stringify([keys, all], (_key, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
  );
};

test('what was kept opens again with its secret, with no other', async () => {
  const copy = createPlanCopy(new IDBFactory(), globalThis.crypto);
  await copy.keep(secret, text);
  expect(await copy.open(secret)).toBe(text);
  expect(await copy.open('T'.repeat(43))).toBeNull();
});

test('neither the plan nor the secret lies readable on the disk', async () => {
  const disk = new IDBFactory();
  const copy = createPlanCopy(disk, globalThis.crypto);
  await copy.keep(secret, text);
  await copy.markSignedIn(secret);
  const found = await everythingOn(disk);
  expect(found).toContain('copy ');
  expect(found).not.toContain('Fuhsetal');
  expect(found).not.toContain(secret);
});

test('the phone makes its key once', async () => {
  const disk = new IDBFactory();
  const key = await createPlanCopy(disk, globalThis.crypto).phoneKey();
  expect(await createPlanCopy(disk, globalThis.crypto).phoneKey()).toBe(key);
  expect(await createPlanCopy(new IDBFactory(), globalThis.crypto).phoneKey()).not.toBe(key);
});

test('removing one plan leaves the other of the same family', async () => {
  const copy = createPlanCopy(new IDBFactory(), globalThis.crypto);
  const other = 'T'.repeat(43);
  await copy.keep(secret, text);
  await copy.keep(other, 'other');
  await copy.markSignedIn(other);
  await copy.remove(secret);
  expect(await copy.open(secret)).toBeNull();
  expect(await copy.open(other)).toBe('other');
  expect(await copy.isSignedIn(other)).toBe(true);
});

test('the chosen language is on the disk, until it is taken back', async () => {
  const disk = new IDBFactory();
  expect(await createPlanCopy(disk, globalThis.crypto).language()).toBeNull();
  await createPlanCopy(disk, globalThis.crypto).keepLanguage('ar');
  expect(await createPlanCopy(disk, globalThis.crypto).language()).toBe('ar');
  await createPlanCopy(disk, globalThis.crypto).keepLanguage(null);
  expect(await createPlanCopy(disk, globalThis.crypto).language()).toBeNull();
});
