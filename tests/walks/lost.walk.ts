// A lost tablet is taken away by the supervisor: open or locked, nothing of it stays once it is heard.
import { expect, type Page } from '@playwright/test';
import { goTo, PASSWORD, signIn, untilKept } from './county.ts';
import { beginCase } from './deeds.ts';
import { test } from './tablets.ts';

/** The databases that the browser holds for this page: what a vault keeps lies in one of its own. */
const vaultsOn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return databases.filter(({ name }) => name?.startsWith('geleit-')).length;
  });

/** Petra takes Leyla's device away. */
const takeAway = async (page: Page): Promise<void> => {
  await signIn(page, 'petra');
  await goTo(page, '/team');
  const row = page.locator('.g-team-devices li').filter({ hasText: 'Leyla Demir' }).first();
  await row.getByRole('button', { name: 'Entfernen' }).click();
  await page.locator('dialog [name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Gerät entfernen' }).click();
  await expect(page.getByText('Das Gerät ist entfernt.')).toBeVisible();
  await expect(row.getByText('entfernt heute')).toBeVisible();
};
const firstSignIn = (page: Page) => page.getByRole('heading', { name: 'Bitte melden Sie sich an' });

test('[V12] an open tablet that was taken away is empty a moment later', async ({ openTablet }) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given: 'Zarghuna', family: 'Noorzai' });
  await expect.poll(() => vaultsOn(page)).toBe(1);
  const { page: office } = await openTablet();
  await takeAway(office);

  await expect(firstSignIn(page)).toBeVisible();
  expect(await page.content()).not.toContain('Noorzai');
  await expect.poll(() => vaultsOn(page)).toBe(0);
});

test('[V12] a locked tablet that was taken away empties itself when it has a connection again', async ({
  openTablet,
}) => {
  const { page, context } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given: 'Zarghuna', family: 'Noorzai' });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sperren' }).first().click();
  await expect(page.getByRole('heading', { name: 'Bitte geben Sie Ihr Passwort ein' })).toBeVisible();
  const { page: office } = await openTablet();
  await takeAway(office);
  expect(await vaultsOn(page)).toBe(1);

  await context.setOffline(false);
  await expect(page.getByText('Was Leyla Demir hier hatte, ist gelöscht.')).toBeVisible();
  await expect(firstSignIn(page)).toBeVisible();
  expect(await vaultsOn(page)).toBe(0);
});
