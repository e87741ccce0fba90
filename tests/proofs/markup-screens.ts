// Opens every screen of a county, on glass and as it would be printed, and takes out its files.
import { type Browser, type Page } from '@playwright/test';
import { z } from 'zod';
import { goTo, signIn, untilKept, type RunningCounty } from '#tests/walks/county.ts';
import { enterPin, handOver, loginOf, screens, settle } from '#tests/walks/screens.ts';
import type { HandedOver, Screen, Viewer } from '#tests/walks/screens.ts';
import { exportCalendar, exportTable, type Table } from './markup-files.ts';
import type { Pen } from './markup-pen.ts';
import { listen, lookAt, type Watch } from './markup-watch.ts';

/** In milliseconds. */
const PATIENCE = 20_000;
/** How many other cases of hers are opened as well, and on which pages. */
const MORE_CASES = 12;
const pagesOfCase = [
  ...['ueberblick', 'gespraeche', 'weg'],
  ...['person', 'contact', 'language', 'work', 'school', 'family', 'goals', 'status', 'summary'].map(
    (section) => `profil?abschnitt=${section}`,
  ),
];
/** What a sample leaves out: other states of screens that it has. */
const isMain = ({ name }: Screen): boolean =>
  !/neu|fehlt|keine|niemand|unbekannt|leer|vorlagen|barriere|language|framework|school/.test(name);

export type Show = {
  readonly browser: Browser;
  readonly county: RunningCounty;
  readonly pen: Pen;
  readonly watch: Watch;
  readonly isShort: boolean;
  readonly say: (line: string) => void;
  /** A case whose former caseworker wrote in it when it was hers no more. */
  readonly contributed: string;
  /** All that the caseworker has. */
  readonly cases: readonly string[];
};

export type Shown = {
  /** Signatures that somebody has seen on a screen or on paper. */
  readonly seen: Set<string>;
  views: number;
  unopened: number;
  /** The exported list, and the lines that texts have begun in calendars. */
  table: Table;
  calendars: number;
  added: string[];
};

const openDevice = async (show: Show, width: number, height: number): Promise<Page> => {
  const { browser, county, watch } = show;
  const context = await browser.newContext({
    ...{ baseURL: county.address, locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' },
    viewport: { width, height },
  });
  context.setDefaultTimeout(PATIENCE);
  await listen(context, county.address, watch);
  return context.newPage();
};

/** Looks at what is open, on the screen and as it would be printed. */
const look = async ({ pen, watch }: Show, shown: Shown, page: Page): Promise<void> => {
  await settle(page);
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media, colorScheme: 'light' });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    for (const signed of await lookAt(page, pen, watch)) shown.seen.add(signed);
    shown.views += 1;
  }
  await page.emulateMedia({ media: 'screen' });
};

type Way = (page: Page) => Promise<void>;

/** Opens and looks. On a busy machine a page may need a second try, if nothing was found at the first. */
const visit = async (show: Show, shown: Shown, page: Page, name: string, open: Way): Promise<void> => {
  show.watch.at = name;
  const before = show.watch.sum();
  for (const isLast of [false, true])
    try {
      await open(page);
      await look(show, shown, page);
      return;
    } catch (error) {
      if (!isLast && show.watch.sum() === before) continue;
      shown.unopened += 1;
      show.say(`${name} did not open: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
};

const visitAll = async (
  show: Show,
  shown: Shown,
  page: Page,
  who: Viewer,
  language = 'de',
): Promise<void> => {
  for (const screen of screens.filter((one) => one.who === who && (!show.isShort || isMain(one))))
    await visit(show, shown, page, `${who} ${language} ${screen.name}`, screen.open);
};

/** The page before anybody has come in: it names who is known on this device. */
const showLocked = (show: Show, shown: Shown, page: Page, who: Viewer): Promise<void> =>
  visit(show, shown, page, `${who} locked`, async () => {
    await page.goto('/');
    await page.locator('[name=password]').waitFor();
  });

const signInAs = async (show: Show, who: keyof typeof loginOf): Promise<Page> => {
  const page = await openDevice(show, 1024, 768);
  show.watch.at = `${who} signs in`;
  const password = show.county.signIns.find(({ login }) => login === loginOf[who])?.password;
  await signIn(page, loginOf[who], password);
  await untilKept(page);
  return page;
};

const sentSchema = z.looseObject({
  changes: z.array(z.looseObject({ set: z.record(z.string(), z.unknown()) })),
});

/** Types payloads into a form; on the way they become something that cannot be, and the entry comes back refused. */
const haveRefused = async ({ pen, watch, contributed }: Show, page: Page): Promise<void> => {
  watch.at = 'an entry is refused';
  const texts = ['strengths', 'needs'] as const;
  await page.context().route('**/api/sync', async (route) => {
    const sent = sentSchema.parse(route.request().postDataJSON());
    for (const { set } of sent.changes) for (const text of texts) if (text in set) set[text] = 7;
    await route.continue({ postData: JSON.stringify(sent) });
  });
  await goTo(page, `/faelle/${contributed}/profil?abschnitt=summary`);
  const fields = page.locator('main textarea');
  for (const [index, text] of texts.entries())
    await fields.nth(index).fill(pen.into('refused', text)('', 600, ''));
  await goTo(page, '/uebertragung');
  await page.locator('.g-refused').first().waitFor();
  await page.context().unroute('**/api/sync');
};

const inCase =
  (caseId: string, place: string): Way =>
  async (page) => {
    await goTo(page, `/faelle/${caseId}/${place}`);
    await page.locator('#page-title, main h2').first().waitFor();
  };

const showToCaseworker = async (show: Show, shown: Shown): Promise<HandedOver> => {
  const page = await signInAs(show, 'caseworker');
  await haveRefused(show, page);
  await visitAll(show, shown, page, 'caseworker');
  await visit(show, shown, page, 'contributions', inCase(show.contributed, 'beitraege'));
  if (!show.isShort)
    for (const caseId of show.cases.slice(0, MORE_CASES))
      for (const place of pagesOfCase)
        await visit(show, shown, page, `${caseId} ${place}`, inCase(caseId, place));
  show.watch.at = 'the plan is handed over';
  const handedOver = await handOver(page);
  await showLocked(show, shown, page, 'caseworker');
  await page.context().close();
  return handedOver;
};

/** Every step of the plan, and its appointment as a file. */
const showSteps = async (show: Show, shown: Shown, page: Page, language: string): Promise<void> => {
  const addresses: string[] = [];
  for (const { open } of screens.filter(({ name }) => name === 'plan' || name === 'plan-termine')) {
    await open(page);
    const links = page.locator('main a[href*="/step/"]');
    addresses.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))));
  }
  for (const [index, address] of [...new Set(addresses)].entries()) {
    await visit(show, shown, page, `step ${index + 1} ${language}`, async () => {
      await page.evaluate((to) => (location.hash = to), new URL(address, page.url()).hash);
      await page.locator('.p-step h1').waitFor();
    });
    const added = await exportCalendar(page, show.watch);
    if (added === undefined) continue;
    shown.calendars += 1;
    shown.added.push(...added);
  }
};

const showToPerson = async (show: Show, shown: Shown, { address, pin }: HandedOver): Promise<void> => {
  const page = await openDevice(show, 390, 844);
  show.watch.at = 'the plan';
  await page.goto(address);
  for (const language of ['ar', 'de']) {
    await page.evaluate(() => {
      location.hash = `${location.hash.split('/')[0] ?? ''}/language`;
    });
    await page.locator(`button[lang=${language}]`).click();
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.reload();
    await enterPin(page, pin);
    await page.locator('.g-pin').waitFor({ state: 'detached' });
    await visitAll(show, shown, page, 'person', language);
    await showSteps(show, shown, page, language);
  }
  await page.context().close();
};

/** Shows a county to everybody who sees something of it. */
export const showAll = async (show: Show): Promise<Shown> => {
  const table: Table = { cells: 0, formulas: [], escaped: 0 };
  const shown: Shown = { seen: new Set(), views: 0, unopened: 0, table, calendars: 0, added: [] };
  await showToPerson(show, shown, await showToCaseworker(show, shown));
  for (const who of ['supervisor', 'administrator'] as const) {
    const page = await signInAs(show, who);
    await visitAll(show, shown, page, who);
    if (who === 'supervisor') shown.table = await exportTable(page, show.watch);
    await showLocked(show, shown, page, who);
    await page.context().close();
  }
  return shown;
};
