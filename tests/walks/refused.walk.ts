// An entry that the server does not accept: it is read, mended, sent anew and accepted; or kept as a file, or given up.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { goTo, signIn, untilKept } from './county.ts';
import { beginCase, goInCase, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

test.setTimeout(120_000);

const travel = (page: Page) => page.getByLabel('Längster Weg in Minuten');
const refused = (page: Page) => page.locator('.g-refused');

/** A fault between tablet and server: what stands in one field arrives as something that cannot be. */
const spoil = async (page: Page): Promise<() => Promise<void>> => {
  await page.context().route('**/api/sync', async (route) => {
    const sent = route.request().postData() ?? '';
    await route.continue({ postData: sent.replace('"travelMinutes":60', '"travelMinutes":9999') });
  });
  return () => page.context().unroute('**/api/sync');
};

const writeRefused = async (page: Page): Promise<void> => {
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given: 'Mariama', family: 'Camara' });
  const mend = await spoil(page);
  await goInCase(page, 'profil?abschnitt=framework');
  await travel(page).fill('60');
  await untilSaved(page);
  await expect(page.getByText('Nicht angenommen').first()).toBeVisible();
  await mend();
  await page
    .getByRole('link', { name: /Übertragung/ })
    .first()
    .click();
  await expect(refused(page)).toHaveCount(1);
};

test('Leyla reads why an entry was not accepted, mends it right there, and the server accepts it', async ({
  openTablet,
}) => {
  const { page } = await openTablet();
  await writeRefused(page);
  await expect(refused(page)).toContainText('Mariama Camara');
  await expect(refused(page)).toContainText('Dieser Wert kann so nicht stimmen.');
  await expect(refused(page)).toContainText('Längster Weg in Minuten');
  await expect(refused(page)).toContainText('Ihr Eintrag ist hier gespeichert.');

  await refused(page).getByRole('button', { name: 'Längster Weg in Minuten ändern' }).click();
  await expect(travel(page)).toBeFocused();
  await travel(page).fill('500');
  await refused(page).getByRole('button', { name: 'Übernehmen' }).click();
  await expect(refused(page).getByText('Höchstens 300.')).toBeVisible();
  await travel(page).fill('45');
  await refused(page).getByRole('button', { name: 'Übernehmen' }).click();
  await expect(refused(page).getByText('Geändert, noch nicht gesendet')).toBeVisible();
  await refused(page).getByRole('button', { name: 'Geändert senden' }).click();
  await expect(refused(page)).toHaveCount(0);
  await expect(page.getByText('Alles ist übertragen.')).toBeVisible();

  // A second look from the outside: a new device has nothing but what the server told it.
  const desk = await openTablet();
  await signIn(desk.page, 'petra');
  await goTo(desk.page, '/faelle');
  await desk.page.getByRole('link', { name: /Mariama/ }).click();
  await goInCase(desk.page, 'profil?abschnitt=framework');
  await expect(travel(desk.page)).toHaveValue('45');
});

test('Leyla keeps it as a file, gives it up, thinks again, and sends it as it was', async ({
  openTablet,
}) => {
  const { page } = await openTablet();
  await writeRefused(page);

  await refused(page).getByRole('button', { name: 'Als Datei sichern' }).click();
  const question = page.getByRole('dialog', { name: 'Als Datei sichern?' });
  await expect(question).toContainText('Wer diese Datei hat, kann sie lesen.');
  const coming = page.waitForEvent('download');
  await question.getByRole('button', { name: 'Als Datei sichern' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^nicht-angenommen-\d{4}-\d\d-\d\d\.txt$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('Mariama Camara · Profil');
  expect(text).toContain('Längster Weg in Minuten: 60');
  expect(JSON.parse(text.slice(text.indexOf('\n{') + 1))).toMatchObject({
    refused: [{ kind: 'person', set: { travelMinutes: 60 }, refusal: { type: 'invalid-value' } }],
  });

  await refused(page).getByRole('button', { name: 'Aufgeben' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aufgeben' }).click();
  await expect(refused(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(refused(page)).toHaveCount(1);

  await refused(page).getByRole('button', { name: 'Noch einmal senden' }).click();
  await expect(refused(page)).toHaveCount(0);
  await expect(page.getByText('Alles ist übertragen.')).toBeVisible();
  await page.getByRole('link', { name: /Fälle/ }).first().click();
  await page.getByRole('link', { name: /Mariama/ }).click();
  await goInCase(page, 'profil?abschnitt=framework');
  await expect(travel(page)).toHaveValue('60');
});
