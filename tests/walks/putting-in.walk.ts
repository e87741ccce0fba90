// Putting in: what cannot be stays and is explained, what was removed comes back, what a colleague writes is not overruled.
import { expect } from '@playwright/test';
import { goTo, signIn, unlock, untilKept } from './county.ts';
import { beginCase, goInCase, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

test('31 February is explained, outlives a dead battery, and is stored as soon as it is mended', async ({
  openTablet,
}) => {
  const tablet = await openTablet();
  await signIn(tablet.page, 'leyla');
  await untilKept(tablet.page);
  await beginCase(tablet.page, { given: 'Semhar', family: 'Tesfay' });
  const address = tablet.page.url();
  const birth = tablet.page.getByRole('group', { name: 'Geburtsdatum' });
  await birth.getByLabel('Tag').fill('31');
  await birth.getByLabel('Monat').fill('2');
  await birth.getByLabel('Jahr').fill('1998');
  await tablet.page.getByLabel('Wie möchte die Person angesprochen werden?').fill('Semhar');
  await expect(tablet.page.getByText('Dieses Datum gibt es nicht.')).toBeVisible();
  await untilSaved(tablet.page);
  await tablet.kill();

  const { page } = await tablet.again();
  await page.goto(address);
  await unlock(page);
  const again = page.getByRole('group', { name: 'Geburtsdatum' });
  await expect(again.getByLabel('Tag')).toHaveValue('31');
  await expect(page.getByText('Dieses Datum gibt es nicht.')).toBeVisible();
  await again.getByLabel('Tag').fill('28');
  await expect(page.getByText('Dieses Datum gibt es nicht.')).toHaveCount(0);
  await untilSaved(page);
  await page.reload();
  await unlock(page);
  await expect(page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Tag')).toHaveValue('28');
});

test('a language that was removed comes back, and what was said about it too', async ({ openTablet }) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla');
  await beginCase(page, { given: 'Oleksandra', family: 'Marchenko' });
  await goInCase(page, 'profil?abschnitt=language');
  await page.getByRole('button', { name: 'Sprache', exact: true }).click();
  await page.getByLabel('Sprache', { exact: true }).selectOption('uk');
  await page.getByRole('radio', { name: 'Ja' }).check();
  await untilSaved(page);
  await page.getByRole('button', { name: 'Ukrainisch entfernen' }).click();
  await expect(page.getByLabel('Sprache', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.getByLabel('Sprache', { exact: true })).toHaveValue('uk');
  await expect(page.getByRole('radio', { name: 'Ja' })).toBeChecked();
});

test('the keyboard alone begins a case, and the focus is in the first field', async ({ openTablet }) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla', undefined, '/faelle/neu');
  await expect(page.getByLabel('Vorname')).toBeFocused();
  await page.keyboard.type('Behzad');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rostami');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Behzad Rostami');
});

test('an entry the server refuses is told on the day and in the list, and nothing says that all is transferred', async ({
  openTablet,
}) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla');
  await beginCase(page, { given: 'Mariama', family: 'Camara' });
  await expect(page.getByText('Übertragen', { exact: true }).first()).toBeVisible();
  // As an older program might: what was typed reaches the server under a path that it does not take.
  await page.route('**/api/sync', (route) => {
    const body = (route.request().postData() ?? '').replace('"set":{"nameCalled":', '"set":{"nameShouted":');
    return route.continue({ postData: body });
  });
  await page.getByLabel('Wie möchte die Person angesprochen werden?').fill('Frau Camara');
  for (const place of ['/', '/faelle']) {
    await goTo(page, place);
    const head = page.getByRole('banner').or(page.getByRole('main'));
    await expect(head.getByText('1 nicht angenommen').first()).toBeVisible();
    await expect(page.getByText('Alles übertragen')).toHaveCount(0);
  }
});
