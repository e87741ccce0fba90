// A case goes to a colleague while its tablet is far from any network: what was written there arrives, and nothing stays.
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { goTo, signIn, untilKept } from './county.ts';
import { beginCase, caseOf, goInCase, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

const ownWords = (page: Page) => page.getByLabel('Mein Ziel in eigenen Worten');
const row = (page: Page) => page.getByRole('row', { name: /Semhar/ });

const messageSchema = z.looseObject({ protocol: z.number() });

/** How many own changes and unfinished texts lie in the staff's vault on this tablet. Pages hold other cases as well. */
const rowsOn = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the table cannot be read'));
      });
    const counts: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const table of ['changes', 'drafts']) {
        if (!database.objectStoreNames.contains(table)) continue;
        const count = await done(database.transaction(table).objectStore(table).count());
        counts[table] = (counts[table] ?? 0) + count;
      }
      database.close();
    }
    return counts;
  });

test('[S10] Semhar’s case goes from Leyla to Jonas: what Leyla wrote offline is his to take up, and leaves her tablet', async ({
  openTablet,
}) => {
  const [leyla, jonas, desk] = [await openTablet(), await openTablet(), await openTablet()];
  await signIn(leyla.page, 'leyla');
  await untilKept(leyla.page);
  await beginCase(leyla.page, { given: 'Semhar', family: 'Tesfay' });
  await goInCase(leyla.page, 'profil?abschnitt=goals');
  await expect(leyla.page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
  const caseId = caseOf(leyla.page);
  await signIn(jonas.page, 'jonas');
  await untilKept(jonas.page);
  await signIn(desk.page, 'petra');

  await test.step('Leyla writes without network', async () => {
    await leyla.context.setOffline(true);
    await ownWords(leyla.page).fill('Ich möchte Pflegerin werden.');
    await untilSaved(leyla.page);
  });

  await test.step('Petra hands the case over, and sees that it still lies on a tablet', async () => {
    const { page } = desk;
    await goTo(page, '/fallbestand');
    await page.getByRole('button', { name: 'Übergeben' }).click();
    await row(page)
      .getByRole('checkbox', { name: /Semhar/ })
      .check();
    await page.getByRole('button', { name: 'Weiter' }).click();
    const dialog = page.getByRole('dialog', { name: 'Diesen Fall übergeben?' });
    await dialog.getByLabel('Wer begleitet ab jetzt?').selectOption({ label: 'Jonas Brandt' });
    await dialog.getByRole('button', { name: 'Übergeben' }).click();
    await expect(page.getByText('1 Fall ist an Jonas Brandt übergeben.')).toBeVisible();
    await expect(row(page)).toContainText('Jonas Brandt');
    await expect(row(page)).toContainText(/Noch auf: .*Leyla Demir/);
  });

  await test.step('Leyla’s tablet comes back: it says who has the case, and holds nothing of it', async () => {
    const { page } = leyla;
    await leyla.context.setOffline(false);
    await expect(page.getByText('Dieser Fall liegt jetzt bei Jonas Brandt')).toBeVisible();
    await goTo(page, '/uebertragung');
    await expect(page.getByText(/1 Ihrer Einträge liegt jetzt bei der neuen Beratung/)).toBeVisible();
    await page.getByRole('button', { name: 'Verstanden' }).click();
    await expect(page.getByText(/bei der neuen Beratung/)).toHaveCount(0);
    await goTo(page, '/faelle');
    await expect(page.getByText(/Semhar/)).toHaveCount(0);
    expect(await rowsOn(page)).toMatchObject({ changes: 0, drafts: 0 });
  });

  await test.step('Jonas finds it in his day, takes it up, and it stands in the case', async () => {
    const { page } = jonas;
    await goTo(page, '/');
    await page.getByRole('link', { name: /Beitrag.*Semhar/ }).click();
    await expect(page.getByRole('heading', { name: /Beitrag von Leyla Demir/ })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Mein Ziel in eigenen Worten');
    await expect(page.getByRole('main')).toContainText('Ich möchte Pflegerin werden.');
    await page.getByRole('button', { name: /^Übernehmen/ }).click();
    await expect(page.getByText('Der Beitrag ist übernommen.')).toBeVisible();
    await goTo(page, `/faelle/${caseId}/profil?abschnitt=goals`);
    await expect(ownWords(page)).toHaveValue('Ich möchte Pflegerin werden.');
  });

  await test.step('Petra sees that the case lies nowhere else any more', async () => {
    await goTo(desk.page, '/fallbestand');
    await expect(row(desk.page)).toContainText('Jonas Brandt');
    await expect(row(desk.page)).not.toContainText('Noch auf');
  });
});

test('[S13] a tablet whose program is too old for the server says so, and loses nothing', async ({
  openTablet,
}) => {
  const leyla = await openTablet();
  await signIn(leyla.page, 'leyla');
  await untilKept(leyla.page);
  await leyla.page.route('**/api/sync', async (route) => {
    const message: unknown = route.request().postDataJSON();
    await route.continue({ postData: JSON.stringify({ ...messageSchema.parse(message), protocol: 0 }) });
  });
  await beginCase(leyla.page, { given: 'Semhar', family: 'Tesfay' });
  await goTo(leyla.page, '/uebertragung');
  await expect(leyla.page.getByText('Diese Fassung ist zu alt.', { exact: false })).toBeVisible();
  await expect(leyla.page.getByText(/Semhar/).first()).toBeVisible();
  await leyla.page.unroute('**/api/sync');
  await leyla.page.getByRole('button', { name: 'Jetzt versuchen' }).click();
  await expect(leyla.page.getByText('Alles ist übertragen.')).toBeVisible();
  await expect(leyla.page.getByText('Diese Fassung ist zu alt.', { exact: false })).toHaveCount(0);
});
