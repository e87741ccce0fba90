// What lies on a person's phone can be read with the secret of the address, and with nothing else.
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { base64url } from './base64url.ts';
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

/** The row of the only copy in a dump. */
const rowsOf = (dump: string): object =>
  z.tuple([z.tuple([z.string()]), z.tuple([z.looseObject({})])]).parse(JSON.parse(dump))[1][0];

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

const PIN = '482915';

/** A phone whose copy wants a PIN. */
const withPin = async () => {
  const disk = new IDBFactory();
  const copy = createPlanCopy(disk, globalThis.crypto);
  const right = await copy.stretch(secret, PIN);
  const wrong = await copy.stretch(secret, '582915');
  await copy.keep(secret, text, right);
  return { disk, copy, right, wrong };
};

test('[V18] a copy with a PIN opens with secret and PIN, and with neither alone', async () => {
  const { copy, right, wrong } = await withPin();
  expect(await copy.open(secret)).toBeNull();
  expect(await copy.openWith(secret, wrong)).toEqual({ left: 4 });
  expect(await copy.openWith(secret, right)).toEqual({ text });
  // The right PIN at another link's secret is another one.
  const elsewhere = await copy.stretch('T'.repeat(43), PIN);
  expect(elsewhere.proof).not.toBe(right.proof);
  expect(await copy.openWith(secret, elsewhere)).toEqual({ left: 4 });
});

test('[V18] the fifth wrong PIN takes the copy away, and thirty at once are five', async () => {
  const { copy, disk, right, wrong } = await withPin();
  const tabs = Array.from({ length: 30 }, () =>
    createPlanCopy(disk, globalThis.crypto).openWith(secret, wrong),
  );
  const left = (await Promise.all(tabs)).map((answer) =>
    answer !== null && 'left' in answer ? answer.left : null,
  );
  expect(left.filter((tries) => tries !== null && tries > 0).sort()).toEqual([1, 2, 3, 4]);
  expect(await copy.openWith(secret, right)).toBeNull();
  expect(await copy.triesLeft(secret)).toBeNull();
  expect(await everythingOn(disk)).not.toContain('copy ');
});

test('[V18] of thirty at once the right one that comes after five wrong ones opens nothing', async () => {
  const { copy, disk, right, wrong } = await withPin();
  const tries = Array.from({ length: 30 }, (_, index) =>
    createPlanCopy(disk, globalThis.crypto).openWith(secret, index === 29 ? right : wrong),
  );
  expect((await Promise.all(tries))[29]).not.toHaveProperty('text');
  expect(await copy.triesLeft(secret)).toBeNull();
});

test('[V18] the right PIN begins the five anew', async () => {
  const { copy, right, wrong } = await withPin();
  for (let turn = 0; turn < 3; turn += 1) {
    await copy.openWith(secret, wrong);
    await copy.openWith(secret, wrong);
    expect(await copy.triesLeft(secret)).toBe(3);
    expect(await copy.openWith(secret, right)).toEqual({ text });
  }
});

test('[V18] nothing on the disk of the phone can be tried with a PIN by who does not have the secret', async () => {
  const { disk, right } = await withPin();
  const found = await everythingOn(disk);
  expect(found).toContain('copy ');
  for (const word of [PIN, right.proof, base64url(right.sealing), secret, 'Fuhsetal'])
    expect(found).not.toContain(word);
  // What the PIN is stretched with comes of the secret alone: it lies nowhere.
  const row = rowsOf(found);
  expect(Object.keys(row).sort()).toEqual(['box', 'iv', 'left']);
  expect(await createPlanCopy(disk, globalThis.crypto).openWith('T'.repeat(43), right)).toBeNull();
});
