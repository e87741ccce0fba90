// Two people write about one person, each out of reach of the other: nothing either of them wrote is lost.
import { expect, type Page } from '@playwright/test';
import { goTo, signIn, untilKept } from './county.ts';
import { beginCase, caseOf, goInCase, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

const called = (page: Page) => page.getByLabel('Wie möchte die Person angesprochen werden?');
const ownWords = (page: Page) => page.getByLabel('Mein Ziel in eigenen Worten');

const expectBoth = async (page: Page, who: string): Promise<void> => {
  await test.step(who, async () => {
    await goInCase(page, 'profil?abschnitt=person');
    await expect(called(page)).toHaveValue('Frau Aydoğan');
    await goInCase(page, 'profil?abschnitt=goals');
    await expect(ownWords(page)).toHaveValue('Dixwazim bibim hemşîre.');
    await expect(page.getByText('Zwei Fassungen')).toHaveCount(0);
  });
};

test('Leyla and Petra write different things about Hêvîn without network, and both find both', async ({
  openTablet,
}) => {
  const leyla = await openTablet();
  const petra = await openTablet();
  await signIn(leyla.page, 'leyla');
  await untilKept(leyla.page);
  await beginCase(leyla.page, { given: 'Hêvîn', family: 'Aydoğan' });
  const person = `/faelle/${caseOf(leyla.page)}/profil`;
  await signIn(petra.page, 'petra');
  await untilKept(petra.page);
  await goTo(petra.page, '/faelle');
  await petra.page.getByRole('link', { name: /Hêvîn/ }).click();

  await leyla.context.setOffline(true);
  await petra.context.setOffline(true);
  await goTo(leyla.page, `${person}?abschnitt=person`);
  await called(leyla.page).fill('Frau Aydoğan');
  await untilSaved(leyla.page);
  await goTo(petra.page, `${person}?abschnitt=goals`);
  await ownWords(petra.page).fill('Dixwazim bibim hemşîre.');
  await untilSaved(petra.page);
  await expect(leyla.page.getByText('Wartet', { exact: true })).toBeVisible();
  await expect(petra.page.getByText('Wartet', { exact: true })).toBeVisible();

  await leyla.context.setOffline(false);
  await petra.context.setOffline(false);
  for (const { page } of [leyla, petra])
    await expect(page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();
  await expectBoth(leyla.page, 'on Leyla’s tablet');
  await expectBoth(petra.page, 'on Petra’s');

  // A new device has nothing but what the server told it.
  const desk = await openTablet();
  await signIn(desk.page, 'petra');
  await goTo(desk.page, person);
  await expectBoth(desk.page, 'on the server');
});
