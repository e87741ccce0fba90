// How every screen looks and whom it serves: judged by axe, by a hand and by an eye; light and dark, in German, right to left, in Arabic.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signIn, type RunningCounty } from './county.ts';
import { findWrong } from './measures.ts';
import { enterPin, handOver, loginOf, screens, settle, type Screen, type Viewer } from './screens.ts';
import { test as bare } from './tablets.ts';

const test = bare.extend({ demo: true });
// A limit for what hangs: there is much to look at, and a machine that does more than this takes its time.
test.setTimeout(900_000);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HEIGHT = 768;

/** In which widths, and the smallest thing a hand must be able to touch. */
type Sight = { readonly widths: readonly number[]; readonly least: number };
const onStaffScreens: Sight = { widths: [390, 768, 1024, 1280], least: 48 };
const onPhones: Sight = { widths: [320, 390, 768], least: 56 };

/** What axe objects to. */
const askAxe = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
};

/** Looks at one screen in all widths; axe judges the widest in the dark and the narrowest in the light. */
const judge = async (page: Page, screen: Screen, { widths, least }: Sight): Promise<string[]> => {
  const found: string[] = [];
  const tell = (where: string, what: readonly string[]): void => {
    found.push(...what.map((one) => `${screen.name} ${where}: ${one}`));
  };
  const widest = widths.at(-1) ?? 0;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: widest, height: HEIGHT });
  await screen.open(page);
  await settle(page);
  tell(`${widest} dark`, await askAxe(page));
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of [...widths].reverse()) {
    await page.setViewportSize({ width, height: HEIGHT });
    await settle(page);
    tell(String(width), await findWrong(page, least));
  }
  tell(`${widths[0] ?? ''} light`, await askAxe(page));
  return found;
};

const judgeAll = async (page: Page, who: Viewer, sight: Sight): Promise<string[]> => {
  const found: string[] = [];
  for (const screen of screens.filter((one) => one.who === who))
    await test.step(screen.name, async () => {
      found.push(...(await judge(page, screen, sight)));
    });
  return found;
};

const passwordOf = ({ signIns }: RunningCounty, login: string): string =>
  signIns.find((one) => one.login === login)?.password ?? '';

for (const [language, search] of [
  ['German', ''],
  ['the pseudo-language, right to left', '?lang=qps'],
] as const)
  for (const who of ['caseworker', 'supervisor', 'administrator'] as const)
    test(`what the ${who} sees in ${language} can be read and touched by everybody`, async ({
      county,
      openTablet,
    }) => {
      const found: string[] = [];
      const { page } = await openTablet({ reducedMotion: 'reduce' });
      await page.goto(`/${search}`);
      if (who === 'caseworker') found.push(...(await judgeAll(page, 'nobody', onStaffScreens)));
      await signIn(page, loginOf[who], passwordOf(county, loginOf[who]), `/${search}`);
      found.push(...(await judgeAll(page, who, onStaffScreens)));
      expect(found).toEqual([]);
    });

test('what a person sees of her plan can be read and touched by everybody, in Arabic and in German', async ({
  county,
  openTablet,
}) => {
  const tablet = await openTablet();
  await signIn(tablet.page, loginOf.caseworker, passwordOf(county, loginOf.caseworker));
  const { address, pin } = await handOver(tablet.page);
  await tablet.context.close();
  const { page } = await openTablet({ reducedMotion: 'reduce', hasTouch: true });
  await page.goto(address);
  const found: string[] = [];
  for (const tag of ['ar', 'de']) {
    await page.evaluate(() => (location.hash = `${location.hash.split('/')[0] ?? ''}/language`));
    await page.locator(`button[lang=${tag}]`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await page.reload();
    found.push(...(await judgeAll(page, 'knocking', onPhones)).map((one) => `${tag}: ${one}`));
    await enterPin(page, pin);
    await expect(page.locator('.g-pin')).toHaveCount(0);
    found.push(...(await judgeAll(page, 'person', onPhones)).map((one) => `${tag}: ${one}`));
  }
  expect(found).toEqual([]);
});
