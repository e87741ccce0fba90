// A person's plan on her own phone: in her language, for one phone, with a PIN, without network from the second time on, and secret.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type BrowserContextOptions, type Page, type Request } from '@playwright/test';
import { encode } from 'uqr';
import { z } from 'zod';
import { signIn, thisHouse, untilKept } from './county.ts';
import { addStep, beginCase, goInCase } from './deeds.ts';
import { enterPin, readHandedOver, type HandedOver } from './screens.ts';
import { test, type Tablet } from './tablets.ts';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: 'ar', hasTouch: true };

const arabic = z
  .object({
    path: z.object({ title: z.string() }),
    wait: z.object({ title: z.string() }),
    used: z.object({ title: z.string() }),
    ended: z.object({ title: z.string() }),
    burnt: z.object({ title: z.string() }),
    offline: z.object({ title: z.string() }),
    pin: z.object({ title: z.string(), wrong: z.string(), left_few: z.string(), left_one: z.string() }),
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

/** Makes a link and reads address and PIN; the code that a camera sees says the same. */
const makeLink = async ({ page }: Tablet): Promise<HandedOver> => {
  await page.getByRole('button', { name: 'Plan weitergeben' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan weitergeben' });
  const handedOver = await readHandedOver(page);
  const { address } = handedOver;
  const drawn = encode(address, { ecc: 'M', border: 2 })
    .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  await expect(dialog.getByRole('img', { name: 'Code zum Plan' }).locator('path')).toHaveAttribute(
    'd',
    drawn,
  );
  return handedOver;
};

/** Another PIN than the right one; a number makes it another one again. */
const wrongPin = (pin: string, turn = 0): string =>
  `${String((Number(pin[0]) + 1 + turn) % 10)}${pin.slice(1)}`;

const expectKeys = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: arabic.pin.title })).toBeVisible();

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

test('Amal opens her way in Arabic with her PIN, later without network too, and neither secret nor PIN travels in the open', async ({
  county,
  openTablet,
}) => {
  const tablet = await openTablet();
  await layWay(tablet);
  const { address, pin } = await makeLink(tablet);
  const secret = address.split('#')[1] ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  await expect(tablet.page.getByText('Übertragen. Das Telefon kann den Plan öffnen.')).toBeVisible();

  const hers = await openTablet(phone);
  const requests: Request[] = [];
  hers.context.on('request', (request) => requests.push(request));
  await hers.page.goto(address);
  await chooseArabic(hers.page);
  await expectKeys(hers.page);
  await enterPin(hers.page, wrongPin(pin));
  await expect(hers.page.getByText(arabic.pin.wrong)).toBeVisible();
  await expect(hers.page.getByText(arabic.pin.left_few.replace('{{count}}', '4'))).toBeVisible();
  await enterPin(hers.page, pin);
  await expectWay(hers.page);
  await untilKept(hers.page);

  await test.step('nobody on the way reads the secret', async () => {
    const bodies = requests.filter((request) => request.postData()?.includes(secret) === true);
    expect(bodies.map((request) => `${request.method()} ${new URL(request.url()).pathname}`)).toEqual([
      'POST /plan-api/exchange',
      'POST /plan-api/open',
      'POST /plan-api/open',
    ]);
    expect(requests.filter((request) => request.postData()?.includes(pin) === true)).toEqual([]);
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
  await expectKeys(later.page);
  await expect(later.page.getByText(arabic.measure.EOK)).toHaveCount(0);
  await enterPin(later.page, wrongPin(pin));
  await expect(later.page.getByText(arabic.pin.wrong)).toBeVisible();
  await enterPin(later.page, pin);
  await expectWay(later.page);

  await test.step('five wrong ones without network take the plan off the phone', async () => {
    await later.page.reload();
    await expectKeys(later.page);
    for (let turn = 0; turn < 5; turn += 1) {
      await expect(later.page.getByRole('button', { name: '1', exact: true })).toBeEnabled();
      await enterPin(later.page, wrongPin(pin, turn));
    }
    await expect(later.page.getByRole('heading', { name: arabic.offline.title })).toBeVisible();
    await later.page.reload();
    await expect(later.page.getByRole('heading', { name: arabic.offline.title })).toBeVisible();
  });
});

test('somebody photographs the code and guesses: the link is burnt, Leyla sees it and hands over another one', async ({
  openTablet,
}) => {
  const tablet = await openTablet();
  await layWay(tablet);
  const first = await makeLink(tablet);
  await expect(tablet.page.getByText('Übertragen. Das Telefon kann den Plan öffnen.')).toBeVisible();
  await tablet.page.getByRole('button', { name: 'Fertig' }).click();

  const stranger = await openTablet(phone);
  await stranger.page.goto(first.address);
  await chooseArabic(stranger.page);
  await expectKeys(stranger.page);
  for (let turn = 0; turn < 5; turn += 1) {
    await expect(stranger.page.getByRole('button', { name: '1', exact: true })).toBeEnabled();
    await enterPin(stranger.page, wrongPin(first.pin, turn));
  }
  await expect(stranger.page.getByRole('heading', { name: arabic.burnt.title })).toBeVisible();

  const hers = await openTablet(phone);
  await hers.page.goto(first.address);
  await chooseArabic(hers.page);
  await expect(hers.page.getByRole('heading', { name: arabic.ended.title })).toBeVisible();

  // The line for news brings it: nobody has to look.
  const why = 'Nach zu vielen falschen PINs gesperrt. Machen Sie einen neuen Code.';
  await expect(tablet.page.getByText(why)).toBeVisible();
  const second = await makeLink(tablet);
  await expect(tablet.page.getByText('Übertragen. Das Telefon kann den Plan öffnen.')).toBeVisible();
  await hers.page.goto('about:blank');
  await hers.page.goto(second.address);
  await expectKeys(hers.page);
  await enterPin(hers.page, second.pin);
  await expectWay(hers.page);
  await test.step('the sheet with the code does not say the PIN', async () => {
    await expect(tablet.page.locator('.g-plan-paper svg[role=img]')).toHaveCount(1);
    const onPaper = await tablet.page.locator('.g-plan-paper').innerText();
    expect(onPaper.replaceAll(/\s/g, '')).not.toContain(second.pin);
  });
});

test('without a PIN: Amal’s phone is quicker than Leyla’s tablet and waits for it; her brother’s phone is told that the code is used', async ({
  openTablet,
}) => {
  const tablet = await openTablet();
  await layWay(tablet);
  await tablet.context.setOffline(true);
  const withPin = await makeLink(tablet);
  await tablet.page.getByRole('button', { name: 'Ohne PIN weitergeben' }).click();
  await expect(
    tablet.page.getByText('Ohne PIN. Wer das Telefon in der Hand hat, sieht den Plan.'),
  ).toBeVisible();
  const address = await tablet.page.locator('.g-plan-address bdi').innerText();
  expect(address).not.toBe(withPin.address);
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
