// The page's own rules (V17): no screen breaks one, and no text becomes markup or code, in the staff's app and in the plan.
import { expect, type Page } from '@playwright/test';
import { signIn, untilKept, type RunningCounty } from './county.ts';
import { enterPin, handOver, loginOf, screens, settle, type Viewer } from './screens.ts';
import { test as bare, type Tablet } from './tablets.ts';

const test = bare.extend({ demo: true });
// A limit for what hangs: every screen is opened once.
test.setTimeout(300_000);

const MARK = 'a rule was broken: ';

/** What the browser reports from now on: which rule was broken, and by what. */
const reportsOf = async ({ context }: Tablet): Promise<readonly string[]> => {
  const reports: string[] = [];
  context.on('console', (message) => {
    if (message.text().startsWith(MARK)) reports.push(message.text());
  });
  await context.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      console.warn(mark + [effectiveDirective, blockedURI, sample].join(' ')),
    );
  }, MARK);
  return reports;
};

const visitAll = async (page: Page, who: Viewer): Promise<void> => {
  for (const screen of screens.filter((one) => one.who === who))
    await test.step(screen.name, async () => {
      await screen.open(page);
      await settle(page);
    });
};

/** Each way to make code or markup of a text; answers the ones that the browser let through. */
const waysIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const text = '<img src="/nothing" alt="">';
    const makePolicy = (name: string): unknown =>
      window.trustedTypes?.createPolicy(name, { createScriptURL: (address) => address });
    const ways: Readonly<Record<string, () => unknown>> = {
      markup: () => (document.createElement('div').innerHTML = text),
      'markup beside': () => document.createElement('div').insertAdjacentHTML('afterbegin', text),
      'a parsed page': () => new DOMParser().parseFromString(text, 'text/html'),
      'an address of a script': () => (document.createElement('script').src = '/language.js'),
      'text of a script': () => (document.createElement('script').text = 'window.name = "run"'),
      'a frame': () => (document.createElement('iframe').srcdoc = text),
      'another worker': () => new Worker('/language.js'),
      'a policy of its own': () => makePolicy('mine'),
      'a policy for everything': () => makePolicy('default'),
      'ours once more': () => makePolicy('geleit-worker'),
    };
    return Object.entries(ways).flatMap(([name, way]) => {
      try {
        way();
        return [name];
      } catch {
        return [];
      }
    });
  });

const takesAnotherWorker = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    navigator.serviceWorker.register('/sw.js?other').then(
      () => true,
      () => false,
    ),
  );

const passwordOf = ({ signIns }: RunningCounty, login: string): string =>
  signIns.find((one) => one.login === login)?.password ?? '';

for (const who of ['caseworker', 'supervisor', 'administrator'] as const)
  test(`[V17] the ${who} opens every screen, and the browser has nothing to report`, async ({
    county,
    openTablet,
  }) => {
    const tablet = await openTablet();
    const { page } = tablet;
    const reports = await reportsOf(tablet);
    await signIn(page, loginOf[who], passwordOf(county, loginOf[who]));
    await untilKept(page);
    await visitAll(page, who);
    expect(reports).toEqual([]);

    expect(await waysIn(page)).toEqual([]);
    expect(await takesAnotherWorker(page)).toBe(false);
    // It was not silent because nobody listened.
    await expect.poll(() => reports.length).toBeGreaterThanOrEqual(10);
  });

test('[V17] a person opens every page of her plan, and the browser has nothing to report', async ({
  county,
  openTablet,
}) => {
  const tablet = await openTablet();
  await signIn(tablet.page, loginOf.caseworker, passwordOf(county, loginOf.caseworker));
  const { address, pin } = await handOver(tablet.page);
  await tablet.context.close();
  const phone = await openTablet({ viewport: { width: 390, height: 844 } });
  const reports = await reportsOf(phone);
  const { page } = phone;
  await page.goto(address);
  await page.locator('button[lang=ar]').click();
  await enterPin(page, pin);
  await untilKept(page);
  await visitAll(page, 'person');
  expect(reports).toEqual([]);

  expect(await waysIn(page)).toEqual([]);
  expect(await takesAnotherWorker(page)).toBe(false);
  await expect.poll(() => reports.length).toBeGreaterThanOrEqual(10);
});
