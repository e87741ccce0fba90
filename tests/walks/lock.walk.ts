// Locked: nothing of the caseload stays in the page or its memory, and a PIN brings it back where it was (V9, V15, V16).
import { expect, type Page } from '@playwright/test';
import { LONGEST_REST, LONGEST_UNSEEN } from '#app/auto-lock.ts';
import { goTo, PASSWORD, signIn, untilKept, unlock } from './county.ts';
import { beginCase, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

const PIN = '714208';
const called = (page: Page) => page.getByLabel('Wie möchte die Person angesprochen werden?');
const pinPage = (page: Page) => page.getByRole('heading', { name: 'Bitte geben Sie Ihre PIN ein' });
const passwordPage = (page: Page) => page.getByRole('heading', { name: 'Bitte geben Sie Ihr Passwort ein' });

/** Words that stand nowhere else in the world. */
const planted = ['Zarghunaquittenblau', 'Noorzailaternenrot', 'FrauKlatschmohnregen'];
const [given = '', family = '', name = ''] = planted;

const setPin = async (page: Page): Promise<void> => {
  await goTo(page, '/mehr');
  await page.getByRole('button', { name: 'PIN einrichten' }).click();
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('[name=pin]').fill('123456');
  await page.getByRole('button', { name: 'PIN speichern' }).click();
  await expect(page.getByText('Diese PIN errät man zu leicht')).toBeVisible();
  await page.locator('[name=pin]').fill(PIN);
  await page.getByRole('button', { name: 'PIN speichern' }).click();
  await expect(page.getByText('Sie haben eine PIN eingerichtet.')).toBeVisible();
};

const type = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
};

/** Everything in the page's memory, as the browser itself writes it out after it has thrown away what nothing holds. */
const memoryOf = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return parts.join('');
};
const foundIn = (memory: string): readonly string[] => planted.filter((word) => memory.includes(word));

/** A case with planted words, its profile open. */
const withCase = async (page: Page): Promise<void> => {
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given, family });
  await called(page).fill(name);
  await called(page).blur();
  await untilSaved(page);
};

test('[V9] [V16] locked by hand, offline: nothing of the case is in the page or its memory, and the PIN brings it back', async ({
  openTablet,
}) => {
  const { page, context } = await openTablet();
  await withCase(page);
  const profile = page.url();
  await setPin(page);
  await goTo(page, profile);
  await expect(called(page)).toHaveValue(name);
  expect(foundIn(await memoryOf(page))).toEqual(planted);

  await context.setOffline(true);
  await called(page).fill(`${name}!`);
  await page.getByRole('button', { name: 'Sperren' }).first().click();
  await expect(pinPage(page)).toBeVisible();
  await expect(page.getByText('Ein Eintrag auf diesem Gerät ist noch nicht übertragen')).toBeVisible();
  expect(foundIn(await page.content())).toEqual([]);
  await expect.poll(async () => foundIn(await memoryOf(page))).toEqual([]);

  await type(page, '000001');
  await expect(page.getByText('Sie haben noch 4 Versuche.')).toBeVisible();
  await type(page, PIN);
  await expect(called(page)).toHaveValue(`${name}!`);
  expect(page.url()).toBe(profile);
  await context.setOffline(false);
  await expect(page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
});

test('[V16] after five wrong PINs the password alone opens it, and nothing is lost', async ({
  openTablet,
}) => {
  const { page, context } = await openTablet();
  await withCase(page);
  const profile = page.url();
  await setPin(page);
  await context.setOffline(true);
  await goTo(page, profile);
  await called(page).fill(`${name}!`);
  await page.getByRole('button', { name: 'Sperren' }).first().click();
  for (let left = 4; left > 0; left -= 1) {
    await type(page, '000001');
    await expect(page.getByText(/Sie haben noch/)).toBeVisible();
  }
  await type(page, '000001');
  await expect(passwordPage(page)).toBeVisible();
  await expect(page.getByText('Ein Eintrag auf diesem Gerät ist noch nicht übertragen')).toBeVisible();
  await unlock(page);
  await goTo(page, profile);
  await expect(called(page)).toHaveValue(`${name}!`);
});

test('[V15] left alone it locks after five minutes, in every tab, with a PIN or without', async ({
  openTablet,
}) => {
  const { page, context } = await openTablet();
  await page.clock.install();
  await withCase(page);
  const profile = page.url();
  await page.clock.runFor(LONGEST_REST - 30_000);
  await called(page).press('ArrowLeft');
  await page.clock.runFor(LONGEST_REST - 30_000);
  await expect(called(page)).toHaveValue(name);
  await page.clock.runFor(60_000);
  await expect(passwordPage(page)).toBeVisible();
  expect(foundIn(await page.content())).toEqual([]);
  await unlock(page);
  expect(page.url()).toBe(profile);
  await expect(called(page)).toHaveValue(name);

  await setPin(page);
  const second = await context.newPage();
  await second.goto('/');
  await unlock(second);
  await page.clock.runFor(LONGEST_REST + 2_000);
  await expect(pinPage(page)).toBeVisible();
  await expect(pinPage(second)).toBeVisible();
});

test('[V15] out of sight for half a minute it is locked when somebody looks again', async ({
  openTablet,
}) => {
  const { page } = await openTablet();
  await page.clock.install();
  await withCase(page);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.runFor(LONGEST_UNSEEN + 2_000);
  await expect(passwordPage(page)).toBeVisible();
});
