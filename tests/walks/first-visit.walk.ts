// A first visit far from any network: all that is written outlives a dead battery, and reaches the office as soon as it can.
import { expect } from '@playwright/test';
import { goTo, signIn, unlock, untilKept } from './county.ts';
import { addStep, beginCase, goInCase, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

const note = 'Sie möchte zuerst besser lesen lernen.';
const words = 'Ich will wieder nähen.';

test('Leyla takes down Zarghuna’s story without network, her tablet dies, and Petra reads it at once when it comes back', async ({
  county,
  openTablet,
}) => {
  const desk = await openTablet({ viewport: { width: 1280, height: 800 } });
  await signIn(desk.page, 'petra');
  const tablet = await openTablet();
  await signIn(tablet.page, 'leyla');
  await untilKept(tablet.page);

  await tablet.context.setOffline(true);
  await county.stop();

  await test.step('she writes it all down', async () => {
    const { page } = tablet;
    await beginCase(page, { given: 'Zarghuna', family: 'Noorzai', language: 'ps' });
    await page.getByLabel('Wie möchte die Person angesprochen werden?').fill('Frau Noorzai');
    await page.getByRole('radio', { name: 'weiblich' }).check();
    await goInCase(page, 'profil?abschnitt=contact');
    await page.getByLabel('Telefon').first().fill('0170 5550101');
    await goInCase(page, 'profil?abschnitt=work');
    await page.getByLabel('Jahre Arbeit insgesamt').fill('12');
    await goInCase(page, 'profil?abschnitt=goals');
    await page.getByLabel('Mein Ziel in eigenen Worten').fill(words);
    await page.getByRole('radio', { name: 'erst Sprache' }).check();
    await untilSaved(page);

    await goInCase(page, 'gespraeche?neu=1');
    await page.getByLabel('Notiz', { exact: true }).fill(note);
    await page.getByRole('checkbox', { name: 'Sprachförderung' }).check();
    await page.getByRole('button', { name: 'Fertig' }).click();

    await goInCase(page, 'weg');
    await addStep(page, 'Erstorientierungskurs');
    await addStep(page, 'Alphabetisierungskurs');
    await addStep(page, 'Hospitation');
    await expect(page.getByText('3 Schritte')).toBeVisible();
    await expect(page.getByRole('main').getByText('Wartet', { exact: true })).toBeVisible();
  });

  await tablet.kill();
  const { page, context } = await tablet.again({ offline: true });

  await test.step('the tablet wakes up without network, and everything is there', async () => {
    await page.goto('/faelle');
    await unlock(page);
    await page.getByRole('link', { name: /Zarghuna Noorzai/ }).click();
    await goInCase(page, 'profil?abschnitt=person');
    await expect(page.getByLabel('Wie möchte die Person angesprochen werden?')).toHaveValue('Frau Noorzai');
    await expect(page.getByRole('radio', { name: 'weiblich' })).toBeChecked();
    await goInCase(page, 'profil?abschnitt=contact');
    await expect(page.getByLabel('Telefon').first()).toHaveValue('0170 5550101');
    await goInCase(page, 'profil?abschnitt=work');
    await expect(page.getByLabel('Jahre Arbeit insgesamt')).toHaveValue('12');
    await goInCase(page, 'profil?abschnitt=goals');
    await expect(page.getByLabel('Mein Ziel in eigenen Worten')).toHaveValue(words);
    await expect(page.getByRole('radio', { name: 'erst Sprache' })).toBeChecked();
    await goInCase(page, 'gespraeche');
    await expect(page.getByText(note)).toBeVisible();
    await expect(page.getByText('Sprachförderung')).toBeVisible();
    await goInCase(page, 'weg');
    await expect(page.getByText('3 Schritte')).toBeVisible();
    await expect(page.getByRole('main').getByText('Wartet', { exact: true })).toBeVisible();
  });

  await county.start();
  await goTo(desk.page, '/uebertragung');
  await expect(desk.page.getByText('Verbindung steht')).toBeVisible();
  await goTo(desk.page, '/faelle');
  await expect(desk.page.getByRole('link', { name: /Zarghuna/ })).toHaveCount(0);

  await context.setOffline(false);
  await expect(page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
  // What Petra is promised: a few seconds later it stands in front of her.
  await expect(desk.page.getByRole('link', { name: /Zarghuna Noorzai/ })).toBeVisible({ timeout: 5_000 });
  await desk.page.getByRole('link', { name: /Zarghuna Noorzai/ }).click();
  await goInCase(desk.page, 'gespraeche');
  await expect(desk.page.getByText(note)).toBeVisible();
  await goInCase(desk.page, 'weg');
  await expect(desk.page.getByText('3 Schritte')).toBeVisible();
});
