// A person's plan on her own phone: in her language, for one phone, without network from the second time on, and secret.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type BrowserContextOptions, type Page, type Request } from '@playwright/test';
import { encode } from 'uqr';
import { z } from 'zod';
import { signIn, thisHouse, untilKept } from './county.ts';
import { addStep, beginCase, goInCase } from './deeds.ts';
import { test, type Tablet } from './tablets.ts';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: 'ar', hasTouch: true };

const arabic = z
  .object({
    path: z.object({ title: z.string() }),
    wait: z.object({ title: z.string() }),
    used: z.object({ title: z.string() }),
    measure: z.object({ EOK: z.string(), INTK_ALPHA: z.string(), HOSP: z.string() }),
  })
  .parse(JSON.parse(readFileSync(join(thisHouse, 'locales', 'ar', 'plan.json'), 'utf8')));

/** Leyla lays Amal's way: two steps that Amal may see, and one that she may not. */
const layWay = async ({ page }: Tablet): Promise<void> => {
  await signIn(page, 'leyla');
  await beginCase(page, { given: 'Amal', family: 'Haddad', language: 'ar' });
  await goInCase(page, 'weg');
  await addStep(page, 'Erstorientierungskurs', true);
  await addStep(page, 'Alphabetisierungskurs', true);
  await addStep(page, 'Hospitation');
};

/** Makes a link and reads its address; the code that a camera sees says the same. */
const makeLink = async ({ page }: Tablet): Promise<string> => {
  await page.getByRole('button', { name: 'Plan weitergeben' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan weitergeben' });
  const address = await dialog.getByText(/^http.*#/).innerText();
  const drawn = encode(address, { ecc: 'M', border: 2 })
    .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  await expect(dialog.getByRole('img', { name: 'Code zum Plan' }).locator('path')).toHaveAttribute(
    'd',
    drawn,
  );
  return address;
};

const chooseArabic = (page: Page): Promise<void> => page.getByRole('button', { name: 'العربية' }).click();

const expectWay = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: arabic.path.title })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  // The sheet for the printer says the same, unseen.
  const seen = (text: string) => page.getByText(text).filter({ visible: true });
  await expect(seen(arabic.measure.EOK)).toHaveCount(1);
  await expect(seen(arabic.measure.INTK_ALPHA)).toHaveCount(1);
  await expect(page.getByText(arabic.measure.HOSP)).toHaveCount(0);
};

/** Everything of a request but its body, as it leaves the phone. */
const openPartOf = async (request: Request): Promise<string> =>
  [request.url(), ...(await request.headersArray()).map(({ name, value }) => `${name}: ${value}`)].join('\n');

test('Amal opens her way in Arabic, later without network too, and her secret never travels in the open', async ({
  county,
  openTablet,
}) => {
  const tablet = await openTablet();
  await layWay(tablet);
  const address = await makeLink(tablet);
  const secret = address.split('#')[1] ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  await expect(tablet.page.getByText('Übertragen. Das Telefon kann den Plan öffnen.')).toBeVisible();

  const hers = await openTablet(phone);
  const requests: Request[] = [];
  hers.context.on('request', (request) => requests.push(request));
  await hers.page.goto(address);
  await chooseArabic(hers.page);
  await expectWay(hers.page);
  await untilKept(hers.page);

  await test.step('nobody on the way reads the secret', async () => {
    const bodies = requests.filter((request) => request.postData()?.includes(secret) === true);
    expect(bodies.map((request) => `${request.method()} ${new URL(request.url()).pathname}`)).toEqual([
      'POST /plan-api/exchange',
    ]);
    // The page's own address ends in the secret; a browser keeps what stands after # to itself.
    const open = await Promise.all(
      requests.filter((request) => !request.isNavigationRequest()).map(openPartOf),
    );
    expect(open.filter((part) => part.includes(secret) || /^referer: *\S/im.test(part))).toEqual([]);
  });
  await test.step('her phone gets the plan’s program and nothing of the office’s', () => {
    const paths = requests.map((request) => new URL(request.url()).pathname);
    const programs = paths.filter((path) => path.endsWith('.js'));
    expect(programs.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !path.startsWith('/plan/') && !path.startsWith('/plan-api/'))).toEqual([]);
    expect(programs.filter((path) => !existsSync(join(thisHouse, 'dist', path)))).toEqual([]);
  });

  await hers.kill();
  await county.stop();
  const later = await hers.again({ offline: true });
  await later.page.goto(address);
  await expectWay(later.page);
});

test('Amal’s phone is quicker than Leyla’s tablet and waits for it; her brother’s phone is told that the code is used', async ({
  openTablet,
}) => {
  const tablet = await openTablet();
  await layWay(tablet);
  await tablet.context.setOffline(true);
  const address = await makeLink(tablet);
  await expect(tablet.page.getByText('Das Telefon sagt noch: Gleich noch einmal.')).toBeVisible();

  const hers = await openTablet(phone);
  await hers.page.goto(address);
  await chooseArabic(hers.page);
  await expect(hers.page.getByRole('heading', { name: arabic.wait.title })).toBeVisible();
  await tablet.context.setOffline(false);
  await expectWay(hers.page);

  const his = await openTablet(phone);
  await his.page.goto(address);
  await chooseArabic(his.page);
  await expect(his.page.getByRole('heading', { name: arabic.used.title })).toBeVisible();
  // Her own copy is shown at once: what the server says comes later, and belongs to this visit.
  const told = hers.page.waitForResponse((answer) => answer.url().endsWith('/plan-api/plan'));
  await hers.page.reload();
  await told;
  await expectWay(hers.page);
  // Her phone has swept up its cookies: it is still the phone that the code was given to.
  await hers.context.clearCookies();
  const asked: string[] = [];
  hers.page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith('/plan-api/')) asked.push(`${pathname} ${answer.status()}`);
  });
  await hers.page.reload();
  await expectWay(hers.page);
  await expect.poll(() => asked).toEqual(['/plan-api/plan 404', '/plan-api/exchange 200']);
});
