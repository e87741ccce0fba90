// What people do again and again in the walks, as they do it: by looking at the page and touching it.
import { expect, type Page } from '@playwright/test';
import { goTo } from './county.ts';

/** The id of the case whose page is open. */
export const caseOf = (page: Page): string => /\/faelle\/([^/?]+)/.exec(page.url())?.[1] ?? '';

/** Goes to a place inside the case whose page is open. */
export const goInCase = (page: Page, place: string): Promise<void> =>
  goTo(page, `/faelle/${caseOf(page)}/${place}`);

/** Waits until the last entry lies on this device. */
export const untilSaved = (page: Page): Promise<void> =>
  expect(page.getByText('Auf diesem Tablet gespeichert').first()).toBeVisible();

/** `language` as its tag. */
type NewPerson = { readonly given: string; readonly family?: string; readonly language?: string };

/** Begins a case and ends on the profile. */
export const beginCase = async (page: Page, { given, family, language }: NewPerson): Promise<void> => {
  await goTo(page, '/faelle/neu');
  await page.getByLabel('Vorname').fill(given);
  if (family !== undefined) await page.getByLabel('Familienname').fill(family);
  if (language !== undefined) await page.getByLabel('Sprache für App und Briefe').selectOption(language);
  await page.getByRole('button', { name: /Fall anlegen|Weiter zum Profil/ }).click();
  await expect(page).toHaveURL(/\/profil/);
};

/** Adds a step to the way of the open case; visible steps are seen on the person's phone. */
export const addStep = async (page: Page, name: string, isVisible = false): Promise<void> => {
  await page.getByRole('button', { name: /^(Schritt hinzufügen|Schritt)$/ }).click();
  await page.getByRole('complementary').getByRole('button', { name, exact: false }).first().click();
  const panel = page.getByRole('complementary', { name });
  if (isVisible) {
    await panel.getByRole('switch', { name: /Für die Person sichtbar/ }).click();
    await untilSaved(page);
  }
  await panel.getByRole('button', { name: 'Schließen' }).click();
  await expect(panel).toHaveCount(0);
};

/**
 * Leaves the tablet no room for anything new: writing fails as on a full disk. The answer makes room. It is done to the
 * page's own hands, because the browser of the walks does not heed a smaller quota.
 */
export const fill = async (page: Page): Promise<() => Promise<void>> => {
  await page.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    const refuse = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
    window.addEventListener('room', () => Object.assign(IDBObjectStore.prototype, { add, put }));
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event('room')));
};
