// Two people write the same field, each out of reach of the other: both are told, one decides, and both hold the same.
import { expect, type Page } from '@playwright/test';
import { goTo, signIn, untilKept } from './county.ts';
import { beginCase, caseOf, goInCase, untilSaved } from './deeds.ts';
import { test, type Tablet } from './tablets.ts';

test.setTimeout(180_000);

const ownWords = (page: Page) => page.getByLabel('Mein Ziel in eigenen Worten');
const places = (page: Page) => page.getByRole('navigation', { name: 'Bereiche', exact: true });
const hers = 'Ich möchte Krankenpflegerin werden.';
const other = 'Ich möchte in der Altenpflege arbeiten.';

/** Both sit in the same case; what they write next, neither can see. */
const writeApart = async (leyla: Tablet, petra: Tablet): Promise<void> => {
  await signIn(leyla.page, 'leyla');
  await untilKept(leyla.page);
  await beginCase(leyla.page, { given: 'Hêvîn', family: 'Aydoğan' });
  await signIn(petra.page, 'petra');
  await untilKept(petra.page);
  await goTo(petra.page, '/faelle');
  await petra.page.getByRole('link', { name: /Hêvîn/ }).click();
  for (const { page, context } of [leyla, petra]) {
    await context.setOffline(true);
    await goInCase(page, 'profil?abschnitt=goals');
  }
  await ownWords(leyla.page).fill(hers);
  await untilSaved(leyla.page);
  await ownWords(petra.page).fill(other);
  await untilSaved(petra.page);
};

/** Leyla's comes first, so hers is shown until somebody decides. */
const meet = async (leyla: Tablet, petra: Tablet): Promise<void> => {
  await leyla.context.setOffline(false);
  await expect(leyla.page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
  await petra.context.setOffline(false);
  for (const { page } of [leyla, petra])
    await expect(places(page).getByRole('link', { name: /1 Feld in zwei Fassungen/ })).toBeVisible();
};

const versionOf = (page: Page, text: string) => page.locator('.g-versions-card', { hasText: text });

const expectText = async (page: Page, text: string): Promise<void> => {
  await goInCase(page, 'profil?abschnitt=goals');
  await expect(ownWords(page)).toHaveValue(text);
  await expect(page.getByText('Zwei Fassungen')).toHaveCount(0);
};

test('Leyla and Petra write the same field without network; both are told, Leyla decides, and both hold the same', async ({
  openTablet,
}) => {
  const leyla = await openTablet();
  const petra = await openTablet();
  await writeApart(leyla, petra);
  await meet(leyla, petra);
  const caseId = caseOf(leyla.page);

  await test.step('the field says so, and shows what the other one wrote', async () => {
    // Her hand is still in it: what she wrote stays before her eyes, and the mark tells of the other.
    await expect(ownWords(petra.page)).toHaveValue(other);
    await expect(petra.page.getByText(`Die andere Fassung: ${hers} (Leyla Demir)`)).toBeVisible();
    await expect(petra.page.getByText(`Die andere Fassung: ${other}`)).toHaveCount(0);
    await ownWords(petra.page).blur();
    await expect(ownWords(petra.page)).toHaveValue(hers);
    await expect(petra.page.getByText(`Die andere Fassung: ${other} (Petra Lindau)`)).toBeVisible();
  });

  await test.step('Petra, who wrote one of the versions, finds it in her inbox', async () => {
    await places(petra.page)
      .getByRole('link', { name: /Übertragung/ })
      .click();
    await expect(petra.page.getByRole('heading', { name: /Zwei Fassungen/ })).toBeVisible();
    await petra.page.getByRole('link', { name: /Hêvîn Aydoğan 1 Feld/ }).click();
    await expect(petra.page).toHaveURL(new RegExp(`/uebertragung/fassungen/${caseId}`));
    await expect(versionOf(petra.page, other)).toContainText(/Sie.*dieses Gerät/);
    await expect(versionOf(petra.page, hers)).toContainText('Leyla Demir');
  });

  await test.step('Leyla, who leads the case, finds it in her day', async () => {
    await goTo(leyla.page, '/');
    await leyla.page.getByRole('link', { name: /Zwei Fassungen.*Hêvîn Aydoğan · 1 Feld/ }).click();
    await expect(leyla.page.getByRole('heading', { name: /Mein Ziel in eigenen Worten/ })).toBeVisible();
    await expect(versionOf(leyla.page, hers)).toContainText(/Sie.*dieses Gerät/);
    await expect(versionOf(leyla.page, other)).toContainText(/Petra Lindau.*heute/);
  });

  await test.step('she decides without network, thinks again, and keeps both', async () => {
    await leyla.context.setOffline(true);
    await leyla.page.getByRole('button', { name: 'Diese Fassung nehmen: Petra Lindau' }).click();
    await expect(leyla.page.getByRole('heading', { name: 'Alles ist entschieden' })).toBeVisible();
    await leyla.page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(versionOf(leyla.page, other)).toBeVisible();
    await expect(versionOf(leyla.page, hers)).toBeVisible();
    await leyla.page.getByRole('button', { name: 'Beide behalten' }).click();
    await expect(leyla.page.getByRole('heading', { name: 'Alles ist entschieden' })).toBeVisible();
  });

  await test.step('it travels like everything else, and nobody is asked any more', async () => {
    await leyla.context.setOffline(false);
    await expect(petra.page.getByRole('heading', { name: 'Alles ist entschieden' })).toBeVisible();
    await expect(places(petra.page).getByText('zwei Fassungen')).toHaveCount(0);
    const both = new RegExp(`^${hers} \\(.+\\)\\n\\n${other} \\(.+\\)$`);
    await goTo(leyla.page, `/faelle/${caseId}/profil?abschnitt=goals`);
    await expect(ownWords(leyla.page)).toHaveValue(both);
    const kept = await ownWords(leyla.page).inputValue();
    await goTo(petra.page, `/faelle/${caseId}/ueberblick`);
    await expectText(petra.page, kept);
    await expectText(leyla.page, kept);
  });
});

test('a step that one deletes while the other writes in it stays until somebody decides, by keyboard alone', async ({
  openTablet,
}) => {
  const leyla = await openTablet();
  const petra = await openTablet();
  await signIn(leyla.page, 'leyla');
  await untilKept(leyla.page);
  await beginCase(leyla.page, { given: 'Zarghuna' });
  await goInCase(leyla.page, 'profil?abschnitt=language');
  await leyla.page.getByRole('button', { name: 'Sprache', exact: true }).click();
  await leyla.page.getByRole('combobox', { name: 'Sprache' }).selectOption('ps');
  await untilSaved(leyla.page);
  await expect(leyla.page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
  await signIn(petra.page, 'petra');
  await untilKept(petra.page);
  await goTo(petra.page, `/faelle/${caseOf(leyla.page)}/profil?abschnitt=language`);
  await expect(petra.page.getByRole('combobox', { name: 'Sprache' })).toHaveValue('ps');

  await leyla.context.setOffline(true);
  await petra.context.setOffline(true);
  await leyla.page.getByRole('button', { name: /entfernen/ }).click();
  await expect(leyla.page.getByRole('combobox', { name: 'Sprache' })).toHaveCount(0);
  await petra.page.getByLabel('Dialekt').fill('Kandahari');
  await untilSaved(petra.page);
  await leyla.context.setOffline(false);
  await petra.context.setOffline(false);

  for (const { page } of [leyla, petra])
    await expect(places(page).getByRole('link', { name: /1 Feld in zwei Fassungen/ })).toBeVisible();
  const { page } = leyla;
  await expect(page.getByLabel('Dialekt')).toHaveValue('Kandahari');
  const mark = page.getByRole('group', { name: /Paschtu/ }).getByRole('link', { name: 'Zwei Fassungen' });
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nicht gelöscht, sondern geändert:')).toBeVisible();
  await expect(page.getByText('Kandahari')).toBeVisible();
  const keep = page.getByRole('button', { name: /Behalten: Petra Lindau/ });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await keep.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(keep).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Alles ist entschieden' })).toBeVisible();
  await expect(places(petra.page).getByText('zwei Fassungen')).toHaveCount(0);
  await expect(petra.page.getByLabel('Dialekt')).toHaveValue('Kandahari');
});
