// Takes a picture of every screen in every size, language and theme: `npm run pictures`.
// `-- --screen weg,plan --size telefon --language de,qps --theme dark` takes some; --whole takes each page down to its end.
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { openCounty, signIn, thisHouse, type RunningCounty } from './county.ts';
import { enterPin, handOver, loginOf, screens, settle, type Screen, type Viewer } from './screens.ts';

type Size = { readonly name: string; readonly width: number; readonly height: number };
const tablet: Size = { name: 'tablet', width: 1024, height: 768 };
const sizes: readonly Size[] = [
  tablet,
  { name: 'hochkant', width: 768, height: 1024 },
  { name: 'telefon', width: 390, height: 844 },
  { name: 'tisch', width: 1280, height: 800 },
];
const phones: readonly Size[] = [
  { name: 'telefon', width: 390, height: 844 },
  { name: 'klein', width: 320, height: 640 },
];
const themes = ['light', 'dark'] as const;

const { values: asked } = parseArgs({
  options: {
    docs: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    screen: { type: 'string' },
    size: { type: 'string' },
    language: { type: 'string' },
    theme: { type: 'string' },
  },
});
const isSome = [asked.screen, asked.size, asked.language, asked.theme].some((one) => one !== undefined);

/** Whether a name is among those asked for; without a question all are. */
const isAsked = (question: string | undefined, name: string): boolean =>
  question === undefined || question.split(',').includes(name);
const screensOf = (who: Viewer): readonly Screen[] =>
  screens.filter((screen) => screen.who === who && isAsked(asked.screen, screen.name));

const folder = join(thisHouse, 'pictures');
/** Those that the papers show: which picture becomes which file. */
const forDocs = {
  'heute-tablet-de-light': 'heute',
  'weg-tablet-de-light': 'weg',
  'plan-telefon-ar-light': 'plan-ar',
} as const;

const passwordOf = ({ signIns }: RunningCounty, login: string): string =>
  signIns.find((one) => one.login === login)?.password ?? '';

/** @param scale how many dots a pixel has; two on phones */
const openPage = async (browser: Browser, county: RunningCounty, scale = 1): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: county.address,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    viewport: tablet,
    deviceScaleFactor: scale,
  });
  return context.newPage();
};

/** One screen in all sizes and both themes. Answers the names of the pictures. */
const take = async (page: Page, screen: Screen, language: string, of: readonly Size[]): Promise<string[]> => {
  const taken: string[] = [];
  await page.setViewportSize(of[0] ?? tablet);
  await screen.open(page);
  for (const size of of.filter(({ name }) => isAsked(asked.size, name)))
    for (const colorScheme of themes.filter((theme) => isAsked(asked.theme, theme))) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await settle(page);
      const name = `${screen.name}-${size.name}-${language}-${colorScheme}`;
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: asked.whole });
      taken.push(name);
    }
  return taken;
};

const takeAll = async (page: Page, who: Viewer, language: string, of: readonly Size[]): Promise<string[]> => {
  const taken: string[] = [];
  for (const screen of screensOf(who)) taken.push(...(await take(page, screen, language, of)));
  console.log(`${who} ${language}: ${taken.length} pictures`);
  return taken;
};

const takeOffice = async (browser: Browser, county: RunningCounty): Promise<string[]> => {
  const taken: string[] = [];
  for (const language of ['de', 'en', 'qps'].filter((tag) => isAsked(asked.language, tag)))
    for (const who of ['caseworker', 'supervisor', 'administrator'] as const) {
      if (screensOf(who).length === 0 && (who !== 'caseworker' || screensOf('nobody').length === 0)) continue;
      const page = await openPage(browser, county);
      const address = language === 'qps' ? '/?lang=qps' : '/';
      await page.goto(address);
      await page.evaluate((tag) => localStorage.setItem('language', tag), language);
      await page.goto(address);
      if (who === 'caseworker') taken.push(...(await takeAll(page, 'nobody', language, sizes)));
      await signIn(page, loginOf[who], passwordOf(county, loginOf[who]), address);
      taken.push(...(await takeAll(page, who, language, sizes)));
      await page.context().close();
    }
  return taken;
};

const takePlan = async (browser: Browser, county: RunningCounty): Promise<string[]> => {
  if (screensOf('person').length + screensOf('knocking').length === 0) return [];
  const desk = await openPage(browser, county);
  await signIn(desk, loginOf.caseworker, passwordOf(county, loginOf.caseworker));
  const { address, pin } = await handOver(desk);
  const page = await openPage(browser, county, 2);
  await page.goto(address);
  const taken: string[] = [];
  for (const language of ['ar', 'fa', 'uk', 'de', 'en'].filter((tag) => isAsked(asked.language, tag))) {
    await page.evaluate(() => {
      location.hash = `${location.hash.split('/')[0] ?? ''}/language`;
    });
    await page.locator(`button[lang=${language}]`).click();
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.reload();
    taken.push(...(await takeAll(page, 'knocking', language, phones)));
    await enterPin(page, pin);
    await page.locator('.g-pin').waitFor({ state: 'detached' });
    taken.push(...(await takeAll(page, 'person', language, phones)));
  }
  return taken;
};

const pageOf = (names: readonly string[]): string => `<!doctype html>
<html lang="de"><meta charset="utf-8"><title>Geleit: alle Bilder</title>
<style>body{font:16px system-ui;margin:24px}main{display:flex;flex-wrap:wrap;gap:24px}figure{margin:0}
img{max-width:480px;max-height:480px;border:1px solid #999}</style>
<h1>Geleit: ${String(names.length)} Bilder</h1><main>
${names.map((name) => `<figure><a href="${name}.png"><img loading="lazy" src="${name}.png" alt=""></a><figcaption>${name}</figcaption></figure>`).join('\n')}
</main></html>
`;

if (!isSome) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const county = await openCounty({ demo: true });
// scripts/pictures.mjs says which browser, and how it is started.
const { CHROMIUM_PATH: executablePath, CHROMIUM_FLAGS: flags = '' } = process.env;
const browser = await chromium.launch({
  args: flags.split(' '),
  ...(executablePath === undefined || executablePath === '' ? {} : { executablePath }),
});
try {
  const names = [...(await takePlan(browser, county)), ...(await takeOffice(browser, county))];
  const all = isSome ? (await readdir(folder)).filter((file) => file.endsWith('.png')).sort() : [];
  await writeFile(
    join(folder, 'index.html'),
    pageOf(isSome ? all.map((file) => file.slice(0, -'.png'.length)) : names),
  );
  if (asked.docs) {
    const docs = join(thisHouse, 'docs', 'pictures');
    await mkdir(docs, { recursive: true });
    for (const [name, file] of Object.entries(forDocs))
      await copyFile(join(folder, `${name}.png`), join(docs, `${file}.png`));
  }
  console.log(`${names.length} pictures: ${join(folder, 'index.html')}`);
} finally {
  await browser.close();
  await county.close();
}
