// The program itself: it opens from the device without any server, at whatever address, and a newer one waits until it is asked for.
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { goTo, signIn, thisHouse, unlock, untilKept } from './county.ts';
import { beginCase, fill, untilSaved } from './deeds.ts';
import { test as bare } from './tablets.ts';

/** A house that may become newer while its server runs. */
const test = bare.extend({
  house: async ({}, use) => {
    const house = await mkdtemp(join(tmpdir(), 'geleit-house-'));
    for (const part of ['dist', 'src', 'sync-server', 'package.json'])
      await cp(join(thisHouse, part), join(house, part), { recursive: true });
    await symlink(join(thisHouse, 'node_modules'), join(house, 'node_modules'));
    await use(house);
    await rm(house, { recursive: true });
  },
});

const mark = '<meta name="newer" content="yes" />';

/** Lays a newer program where the server takes it from: a page that bears a mark, and a list that says it is new. */
const becomeNewer = async (house: string): Promise<void> => {
  const [page, worker] = ['index.html', 'sw.js'].map((name) => join(house, 'dist', name));
  if (page === undefined || worker === undefined) return;
  const entry =
    /(url:\s*"index\.html",\s*revision:\s*")[^"]+|(revision:\s*")[^"]+(",\s*url:\s*"index\.html")/;
  const list = await readFile(worker, 'utf8');
  expect(list).toMatch(entry);
  await writeFile(page, (await readFile(page, 'utf8')).replace('</head>', `${mark}</head>`));
  await writeFile(worker, list.replace(entry, '$1$2newer$3'));
  for (const file of [page, worker])
    for (const packed of ['.gz', '.br']) await rm(file + packed, { force: true });
};

/** The program looks for a newer one by the hour; here the hour has passed. */
const anHourLater = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).update());

const quietBar = (page: Page) => page.getByText('Neue Fassung ist da.');
const isNewer = (page: Page): Promise<number> => page.locator('meta[name=newer]').count();

test('Leyla takes her tablet up far from any server and opens the page she wanted', async ({
  county,
  openTablet,
}) => {
  const tablet = await openTablet();
  await signIn(tablet.page, 'leyla');
  await untilKept(tablet.page);
  await tablet.kill();
  await county.stop();

  const { page } = await tablet.again();
  await page.goto('/mehr/barrierefreiheit');
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Barrierefreiheit' })).toBeVisible();
});

test('Leyla’s battery was empty while she wrote: without network she goes on at the very place', async ({
  county,
  openTablet,
}) => {
  const tablet = await openTablet();
  await signIn(tablet.page, 'leyla');
  await untilKept(tablet.page);
  await beginCase(tablet.page, { given: 'Zarghuna' });
  await tablet.page.getByLabel('Wie möchte die Person angesprochen werden?').fill('Frau Noorzai');
  await untilSaved(tablet.page);
  const address = tablet.page.url();
  await tablet.kill();
  await county.stop();

  const { page } = await tablet.again({ offline: true });
  await page.goto(address);
  await unlock(page);
  expect(page.url()).toBe(address);
  await expect(page.getByLabel('Wie möchte die Person angesprochen werden?')).toHaveValue('Frau Noorzai');
});

test('Leyla is told of a newer program in one quiet line, and gets it when she says so', async ({
  house,
  openTablet,
}) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await expect(quietBar(page)).toHaveCount(0);
  await becomeNewer(house);
  await anHourLater(page);
  await expect(quietBar(page)).toBeVisible();
  expect(await isNewer(page)).toBe(0);

  await page.getByRole('button', { name: 'Jetzt laden' }).click();
  await unlock(page);
  expect(await isNewer(page)).toBe(1);
  await expect(quietBar(page)).toHaveCount(0);
});

test('Leyla types a name while a newer program waits: taking it loses not one letter', async ({
  house,
  openTablet,
}) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await becomeNewer(house);
  await anHourLater(page);
  await expect(quietBar(page)).toBeVisible();
  await goTo(page, '/faelle/neu');
  await page.getByLabel('Vorname').fill('Zarghuna');
  // No pause between the last letter and the button: what was typed is still on its way to the disk.
  await page.getByRole('button', { name: 'Jetzt laden' }).click();
  await unlock(page);
  expect(await isNewer(page)).toBe(1);
  await goTo(page, '/faelle');
  await expect(page.getByRole('link', { name: /Zarghuna/ })).toBeVisible();
});

test('nothing moves above the hands of somebody who writes: a newer program is told on the next quiet page', async ({
  house,
  openTablet,
}) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given: 'Zarghuna' });
  await becomeNewer(house);
  await anHourLater(page);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
    .toBe('installed');
  await page.getByLabel('Wie möchte die Person angesprochen werden?').fill('Frau Noorzai');
  await untilSaved(page);
  await expect(quietBar(page)).toHaveCount(0);
  await goTo(page, '/faelle');
  await expect(quietBar(page)).toBeVisible();
});

test('S15: a newer program is not loaded over what could not be saved; what waits outlives it', async ({
  house,
  openTablet,
}) => {
  const { page, context } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await becomeNewer(house);
  await anHourLater(page);
  await expect(quietBar(page)).toBeVisible();
  await context.route('**/api/**', (route) => route.abort());
  await beginCase(page, { given: 'Zarghuna' });
  const called = page.getByLabel('Wie möchte die Person angesprochen werden?');

  const makeRoom = await fill(page);
  await called.fill('Frau Noorzai');
  await page.getByRole('button', { name: 'Jetzt laden' }).click();
  await expect(page.getByText('Sie können sie laden, sobald alles gespeichert ist.')).toBeVisible();
  await expect(called).toHaveValue('Frau Noorzai');
  expect(await isNewer(page)).toBe(0);

  await makeRoom();
  await page.getByRole('button', { name: 'Jetzt laden' }).click();
  await unlock(page);
  expect(await isNewer(page)).toBe(1);
  await expect(called).toHaveValue('Frau Noorzai');
  await expect(page.getByRole('main').getByText('Wartet', { exact: true })).toBeVisible();
  await context.unroute('**/api/**');
  await expect(page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
});
