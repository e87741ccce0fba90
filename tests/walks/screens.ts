// Every screen and how to get there, whatever the language: what the looks are tried on and the pictures are taken of.
import { expect, type Page } from '@playwright/test';
import { goTo } from './county.ts';

/**
 * Who sees it: nobody yet, one of the staff of the invented county, a person whose phone wants the PIN of her plan, or a
 * person with her plan on her phone.
 */
export type Viewer = 'nobody' | 'caseworker' | 'supervisor' | 'administrator' | 'knocking' | 'person';

/** A screen; `open` begins on any page of the same viewer. */
export type Screen = {
  readonly name: string;
  readonly who: Viewer;
  readonly open: (page: Page) => Promise<void>;
};

/** Until letters are there, nothing is on its way and nothing moves. */
export const settle = async (page: Page): Promise<void> => {
  // on a machine that does much else a page may still be on its way
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('.g-skeleton')).toHaveCount(0);
  // what the pointer last pressed is not what it points at now
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
};

/** Whose case the pictures show: Mohamad Al Khalaf's. */
const SHOWN = 'demo-case-2025-0101';

/** Whose case has three fields in two versions: Semhar Tesfay Gebru's. */
const CONTESTED = 'demo-case-2025-0102';

const openCase = async (page: Page, caseId: string, place: string): Promise<void> => {
  await goTo(page, `/faelle/${caseId}/${place}`);
  await expect(page.locator('#page-title, main h2').first()).toBeVisible();
};

const at =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await goTo(page, path);
    await expect(page.locator('#page-title, main h2').first()).toBeVisible();
  };
const inCase =
  (place: string) =>
  (page: Page): Promise<void> =>
    openCase(page, SHOWN, place);

const profile = [
  ...['person', 'contact', 'language', 'work', 'school'],
  ...['family', 'framework', 'goals', 'status', 'summary'],
];

/** Comes from another page of the case, so that what is open beside the way closes. */
const besideTheWay =
  (press: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await openCase(page, SHOWN, 'ueberblick');
    await openCase(page, SHOWN, 'weg');
    await press(page);
  };

/** A new appointment or follow-up on the overview of a case. */
const onOverview =
  (part: string) =>
  async (page: Page): Promise<void> => {
    await openCase(page, SHOWN, 'weg');
    await expect(page.locator('.g-plan')).toBeVisible();
    await openCase(page, SHOWN, 'ueberblick');
    await page.locator(`[aria-labelledby=${part}] button`).first().click();
    await expect(page.locator('.g-case-editor')).toBeVisible();
    await page.locator('.g-case-editor').scrollIntoViewIfNeeded();
  };

/** The way of somebody whose case was begun just now. */
const inNewCase =
  (press: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await at('/faelle/neu')(page);
    await page.locator('.g-case-new input[type=text]').first().fill('Zeynep');
    await page.locator('.g-case-new-foot button').click();
    await expect(page).toHaveURL(/profil/);
    await goTo(page, new URL(page.url()).pathname.replace('profil', 'weg'));
    await expect(page.locator('.g-plan')).toBeVisible();
    await press(page);
  };

const inPlan =
  (place: string) =>
  async (page: Page): Promise<void> => {
    await page.evaluate((where) => {
      const [secret = ''] = location.hash.slice(1).split('/');
      location.hash = where === '' ? secret : `${secret}/${where}`;
    }, place);
    await expect(page.locator('main h1').first()).toBeVisible();
  };

const ofCaseworker: readonly Omit<Screen, 'who'>[] = [
  { name: 'heute', open: at('/') },
  { name: 'faelle', open: at('/faelle') },
  {
    name: 'niemand',
    open: async (page) => {
      await at('/faelle')(page);
      await page.locator('input[type=search]').fill('nobody is called so');
      await expect(page.locator('.g-empty')).toBeVisible();
    },
  },
  { name: 'fall-neu', open: at('/faelle/neu') },
  { name: 'fall-fehlt', open: at('/faelle/niemand/ueberblick') },
  { name: 'ueberblick', open: inCase('ueberblick') },
  { name: 'termin', open: onOverview('case-appointments') },
  { name: 'wiedervorlage', open: onOverview('case-follow-ups') },
  ...profile.map((section) => ({ name: `profil-${section}`, open: inCase(`profil?abschnitt=${section}`) })),
  { name: 'gespraeche', open: inCase('gespraeche') },
  {
    name: 'gespraech',
    open: async (page) => {
      await inCase('weg')(page);
      await expect(page.locator('.g-plan')).toBeVisible();
      await inCase('gespraeche?neu=1')(page);
      await expect(page.locator('main textarea').first()).toBeVisible();
    },
  },
  { name: 'weg', open: inCase('weg') },
  {
    name: 'schritt',
    open: besideTheWay(async (page) => {
      await page.locator('.g-plan-wide button:visible, .g-plan-step-words:visible').first().click();
      await expect(page.locator('.g-drawer')).toBeVisible();
    }),
  },
  {
    name: 'ordnen',
    open: besideTheWay(async (page) => {
      await page.locator('.g-plan .g-section-head button').first().click();
      await expect(page.locator('.g-plan-step-deeds').first()).toBeVisible();
    }),
  },
  {
    name: 'schritt-neu',
    open: besideTheWay(async (page) => {
      await page.locator('.g-plan .g-section-head button').nth(1).click();
      await expect(page.locator('.g-drawer')).toBeVisible();
    }),
  },
  {
    name: 'vorschau',
    open: besideTheWay(async (page) => {
      await page.locator('.g-plan-person button').nth(1).click();
      await expect(page.locator('.g-plan-preview')).toBeVisible();
    }),
  },
  {
    name: 'weitergeben',
    open: besideTheWay(async (page) => {
      await page.locator('.g-plan-person button').first().click();
      await expect(page.locator('dialog[open]')).toBeVisible();
    }),
  },
  { name: 'uebertragung', open: at('/uebertragung') },
  { name: 'fassungen', open: at('/uebertragung/fassungen') },
  {
    name: 'fassung',
    open: async (page) => {
      await at('/uebertragung/fassungen')(page);
      await page.locator('main a[href^="/uebertragung/fassungen/"]').first().click();
      await expect(page.locator('.g-versions-card').first()).toBeVisible();
    },
  },
  {
    name: 'fassungen-neu',
    open: async (page) => {
      await at('/uebertragung')(page);
      await at(`/uebertragung/fassungen/${CONTESTED}`)(page);
      await page.locator('.g-versions .g-button-quiet').first().click();
      await expect(page.locator('.g-forms-loose')).toBeVisible();
    },
  },
  { name: 'fassungen-feld', open: (page) => openCase(page, CONTESTED, 'profil?abschnitt=summary') },
  { name: 'fassungen-keine', open: at('/uebertragung/fassungen/niemand') },
  { name: 'mehr', open: at('/mehr') },
  { name: 'barrierefreiheit', open: at('/mehr/barrierefreiheit') },
  { name: 'unbekannt', open: at('/gibt-es-nicht') },
  { name: 'weg-leer', open: inNewCase(async () => undefined) },
  {
    name: 'vorlagen',
    open: inNewCase(async (page) => {
      await page.locator('.g-plan button').first().click();
      await expect(page.locator('.g-plan-templates')).toBeVisible();
    }),
  },
];

/** All of them. */
export const screens: readonly Screen[] = [
  {
    name: 'anmelden',
    who: 'nobody',
    open: async (page) => {
      await page.goto(`/${new URL(page.url()).search}`);
      await expect(page.locator('[name=password]')).toBeVisible();
    },
  },
  ...ofCaseworker.map((screen) => ({ ...screen, who: 'caseworker' as const })),
  { name: 'fallbestand', who: 'supervisor', open: at('/fallbestand') },
  { name: 'team', who: 'supervisor', open: at('/team') },
  { name: 'team-verwaltung', who: 'administrator', open: at('/team') },
  {
    name: 'team-neu',
    who: 'administrator',
    open: async (page) => {
      await at('/team')(page);
      await page.locator('header button').first().click();
      await expect(page.locator('dialog[open]')).toBeVisible();
    },
  },
  { name: 'plan-pin', who: 'knocking', open: (page) => expect(page.locator('.g-pin')).toBeVisible() },
  {
    name: 'plan-pin-falsch',
    who: 'knocking',
    open: async (page) => {
      await enterPin(page, '000000');
      await expect(page.locator('.p-pin-wrong')).toBeVisible();
    },
  },
  {
    name: 'plan-sprache',
    who: 'person',
    open: async (page) => {
      await inPlan('')(page);
      await inPlan('language')(page);
      await expect(page.locator('main button[lang]').first()).toBeVisible();
    },
  },
  { name: 'plan', who: 'person', open: inPlan('') },
  { name: 'plan-termine', who: 'person', open: inPlan('appointments') },
  { name: 'plan-hilfe', who: 'person', open: inPlan('help') },
  { name: 'plan-bilder', who: 'person', open: inPlan('pictures') },
  {
    name: 'plan-schritt',
    who: 'person',
    open: async (page) => {
      await inPlan('')(page);
      await page.locator('main a[href*="/step/"]').first().click();
      await expect(page.locator('main h1').first()).toBeVisible();
    },
  },
];

/** The names in the invented county's list of sign-ins, by what they may do. */
export const loginOf = { caseworker: 'ahlers', supervisor: 'sandvoss', administrator: 'verwaltung' } as const;

/** What the dialog shows: the address behind the code, and the PIN that is said. */
export type HandedOver = { readonly address: string; readonly pin: string };

/** Reads the dialog. */
export const readHandedOver = async (page: Page): Promise<HandedOver> => ({
  address: await page.locator('.g-plan-address bdi').innerText(),
  pin: (await page.locator('.g-plan-pin-digits').innerText()).replaceAll(/\D/g, ''),
});

/** Presses the keys on the phone. */
export const enterPin = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin)
    await page.locator('.g-pin').getByRole('button', { name: digit, exact: true }).click();
};

/** Hands a plan over as a caseworker does, and answers what the phone needs. */
export const handOver = async (page: Page): Promise<HandedOver> => {
  await besideTheWay(async () => {
    await page.locator('.g-plan-person button').first().click();
  })(page);
  const handedOver = await readHandedOver(page);
  // a phone that comes earlier is asked to wait
  await expect(page.locator('dialog .g-sync-sent')).toBeVisible();
  return handedOver;
};
