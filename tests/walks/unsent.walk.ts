// What was written and not sent: on a full tablet it stays in its field, and no file of the tablet shows it to a stranger (S15).
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn, unlock, untilKept } from './county.ts';
import { beginCase, goInCase, fill, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

const called = (page: Page) => page.getByLabel('Wie möchte die Person angesprochen werden?');
const full = (page: Page) => page.getByText(/Der Speicher dieses Tablets ist voll/);

test('S15: a full tablet says so, keeps the text in its field and loses no earlier entry', async ({
  openTablet,
}) => {
  const { page, context } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given: 'Semhar' });
  const address = page.url();
  await context.setOffline(true);
  await called(page).fill('Frau Tesfay');
  await untilSaved(page);

  const makeRoom = await fill(page);
  await called(page).fill('Frau Tesfay Gebru');
  await expect(full(page).first()).toBeVisible();
  await expect(called(page)).toHaveValue('Frau Tesfay Gebru');

  await makeRoom();
  await called(page).fill('Frau Tesfay Gebru!');
  await called(page).blur();
  await untilSaved(page);
  await page.goto(address);
  await unlock(page);
  await expect(called(page)).toHaveValue('Frau Tesfay Gebru!');
  await context.setOffline(false);
  await expect(page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
});

/** Words that stand nowhere else in the world. */
const planted = {
  name: 'Zarghunaquittenblau',
  family: 'Noorzaiwindmühlenrot',
  called: 'FrauKlatschmohnregen',
  goal: 'Ichwillwiedernähenlaternenfest',
  note: 'Gesprächüberdenkirschbaumgarten',
  draft: '31',
  phone: '0170555010177',
};
const control = 'SoLiestEinFremderMit';

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** In which files a word stands: as UTF-8, UTF-16 (as browsers keep some of their texts), or base64. */
const filesWith = async (folder: string, word: string): Promise<string[]> => {
  const ways = [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('base64').slice(0, -4)),
  ];
  const found: string[] = [];
  for (const file of await filesIn(folder)) {
    const bytes = await readFile(file);
    if (ways.some((way) => bytes.includes(way))) found.push(file.slice(folder.length));
  }
  return found;
};

test('S15: whoever takes Leyla’s tablet apart finds no word of what waits on it, nor of what was transferred', async ({
  openTablet,
}) => {
  const tablet = await openTablet();
  const { page, context, folder } = tablet;
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given: planted.name, family: planted.family });
  await expect(page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
  const words = async (): Promise<void> => {
    await goInCase(page, 'profil?abschnitt=person');
    await called(page).fill(planted.called);
    await page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Tag').fill(planted.draft);
    await page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Monat').fill('2');
    await goInCase(page, 'profil?abschnitt=contact');
    await page.getByLabel('Telefon').first().fill(planted.phone);
    await goInCase(page, 'profil?abschnitt=goals');
    await page.getByLabel('Mein Ziel in eigenen Worten').fill(planted.goal);
    await untilSaved(page);
    await goInCase(page, 'gespraeche?neu=1');
    await page.getByLabel('Notiz', { exact: true }).fill(planted.note);
    await page.getByRole('button', { name: 'Fertig' }).click();
  };
  await context.setOffline(true);
  await words();
  await expect(page.getByRole('main').getByText('Wartet', { exact: true })).toBeVisible();
  // A word that is kept readable, so that we know that such a word is found.
  await page.evaluate(
    (word) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('control');
        opening.onupgradeneeded = () => void opening.result.createObjectStore('words');
        opening.onerror = () => reject(new Error('no control'));
        opening.onsuccess = () => {
          const keeping = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
          keeping.objectStore('words').put({ word }, 1);
          keeping.oncomplete = () => resolve();
        };
      }),
    control,
  );
  await page.getByRole('button', { name: 'Sperren' }).click();
  await expect(page.locator('[name=password]')).toBeVisible();
  await tablet.kill();

  expect(await filesWith(folder, control)).not.toEqual([]);
  for (const word of [
    planted.name,
    planted.family,
    planted.called,
    planted.goal,
    planted.note,
    planted.phone,
  ])
    expect(await filesWith(folder, word), word).toEqual([]);

  const again = await tablet.again();
  await again.page.goto('/faelle');
  await unlock(again.page);
  await again.page.getByRole('link', { name: new RegExp(planted.name) }).click();
  await expect(again.page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
  await goInCase(again.page, 'profil?abschnitt=goals');
  await expect(again.page.getByLabel('Mein Ziel in eigenen Worten')).toHaveValue(planted.goal);
});
