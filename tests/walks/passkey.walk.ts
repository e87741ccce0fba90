// A passkey in the browser's own authenticator: made, used without network, on another tablet, and when a password is forgotten.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { z } from 'zod';
import { goTo, PASSWORD, signIn, unlock, untilKept } from './county.ts';
import { beginCase } from './deeds.ts';
import { test } from './tablets.ts';

const credentialsSchema = z.object({ credentials: z.array(z.object({ credentialId: z.string() })) });

/** An authenticator in the tablet, as its screen lock is one. */
const withAuthenticator = async (context: BrowserContext, page: Page, hasPrf = true) => {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return {
    /** How many passkeys it holds. */
    count: async (): Promise<number> => {
      const kept = await session.send('WebAuthn.getCredentials', { authenticatorId });
      return credentialsSchema.parse(kept).credentials.length;
    },
    /** Whether its person can be made out: a wet finger, a stranger's face. */
    recognises: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
};

const addPasskey = async (page: Page, said: string): Promise<void> => {
  await goTo(page, '/mehr');
  await page.getByRole('button', { name: 'Passkey einrichten' }).click();
  await page.getByLabel('Wie soll er heißen?').fill('Tablet im Rucksack');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Einrichten', exact: true }).click();
  await expect(page.getByText(said)).toBeVisible();
  await expect(page.getByText('Tablet im Rucksack')).toBeVisible();
};
const lock = (page: Page) => page.getByRole('button', { name: 'Sperren' }).first().click();
const byPasskey = (page: Page) => page.getByRole('button', { name: 'Mit Passkey entsperren' });
const opened = (page: Page) => page.getByRole('link', { name: 'Fälle' }).first();

test('[V19] a passkey opens the tablet without network, and takes no stranger for her', async ({
  openTablet,
}) => {
  const { page, context } = await openTablet();
  const authenticator = await withAuthenticator(context, page);
  await signIn(page, 'leyla');
  await untilKept(page);
  await beginCase(page, { given: 'Zarghuna', family: 'Noorzai' });
  await addPasskey(page, 'Er öffnet auch dieses Gerät.');
  expect(await authenticator.count()).toBe(1);

  await context.setOffline(true);
  await lock(page);
  await byPasskey(page).click();
  await expect(opened(page)).toBeVisible();
  await goTo(page, '/faelle');
  await expect(page.getByText('Noorzai').first()).toBeVisible();

  await authenticator.recognises(false);
  await lock(page);
  await byPasskey(page).click();
  await expect(page.getByText('Es wurde nicht bestätigt.')).toBeVisible();
  await unlock(page);
  await expect(opened(page)).toBeVisible();
  await context.setOffline(false);
});

test('[V19] taken away, it is asked for no more; the last way in stays', async ({ openTablet }) => {
  const { page, context } = await openTablet();
  await withAuthenticator(context, page);
  await signIn(page, 'leyla');
  await untilKept(page);
  await addPasskey(page, 'Er öffnet auch dieses Gerät.');
  const row = page.getByRole('listitem').filter({ hasText: 'Tablet im Rucksack' });
  await row.getByRole('button', { name: 'Entfernen' }).click();
  await page.getByRole('button', { name: 'Passkey entfernen' }).click();
  await expect(page.getByText('Der Passkey ist entfernt.')).toBeVisible();
  await lock(page);
  await expect(page.getByRole('heading', { name: 'Bitte geben Sie Ihr Passwort ein' })).toBeVisible();
  await expect(byPasskey(page)).toHaveCount(0);
});

test('[V19] a spare key on paper opens the tablet when the password is a new one', async ({ openTablet }) => {
  const { page } = await openTablet();
  await signIn(page, 'leyla');
  await untilKept(page);
  await goTo(page, '/mehr');
  await page.getByRole('button', { name: 'Ersatzschlüssel machen' }).click();
  await page.locator('[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ersatzschlüssel zeigen' }).click();
  const code = await page.locator('.g-secret').innerText();
  await page.getByRole('button', { name: 'Fertig' }).click();
  await expect(page.getByText('Für dieses Gerät gibt es einen.')).toBeVisible();
  await lock(page);

  const { page: office } = await openTablet();
  await signIn(office, 'maren');
  await goTo(office, '/team');
  await office.getByRole('button', { name: /Leyla Demir/ }).click();
  await office.getByRole('button', { name: 'Neues Passwort machen' }).click();
  await office.getByRole('button', { name: 'Neues Passwort', exact: true }).click();
  const password = await office.locator('.g-secret').innerText();

  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await expect(
    page.getByRole('heading', { name: 'Ihre Einträge hier sind noch verschlossen' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Ich habe einen Ersatzschlüssel' }).click();
  await page.getByLabel('Ersatzschlüssel').fill('aaaaa-aaaaa-aaaaa-aaaaa-aaaaa');
  await page.getByRole('button', { name: 'Öffnen' }).click();
  await expect(page.getByText('Dieser Ersatzschlüssel öffnet hier nichts.')).toBeVisible();
  await page.getByLabel('Ersatzschlüssel').fill(code.toUpperCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Öffnen' }).click();
  await expect(opened(page)).toBeVisible();
});
