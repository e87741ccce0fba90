// Amira's plan on her own phone: earlier than the tablet, far from any network, in her language, and gone when it is closed.
import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, request, type APIRequestContext, type Page } from '@playwright/test';
import { itemPath } from '#domain/path.ts';
import { planIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { PASSWORD, staff, untilKept } from './county.ts';
import { test } from './tablets.ts';

const CASE = 'case-amira-01';
const DEVICE = 'device-leyla';
const secret = 'A'.repeat(42) + 'E';
const hash = createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url');
const phone = { viewport: { width: 390, height: 844 } };
const plan = `/plan/#${secret}`;

/** What Leyla's tablet sends, change by change. */
class LeylasTablet {
  readonly #api: APIRequestContext;
  #number = 0;

  constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async signedIn(address: string): Promise<LeylasTablet> {
    const api = await request.newContext({ baseURL: address });
    await api.post('/api/sign-in', { data: { login: 'leyla', password: PASSWORD } });
    await api.post('/api/devices', { data: { device: DEVICE, name: 'Tablet', firstNumber: 1 } });
    return new LeylasTablet(api);
  }

  async write(
    kind: string,
    recordId: string,
    set: Record<string, Json>,
    base: Record<string, string[]> = {},
  ) {
    this.#number += 1;
    const at = new Date().toISOString();
    const change = {
      ...{
        id: `change-leyla-${this.#number}`,
        deed: `deed-leyla-${this.#number}`,
        caseId: CASE,
        kind,
        recordId,
        set,
      },
      ...{ base, by: staff.leyla.id, device: DEVICE, number: this.#number, at },
    };
    const data = { protocol: 1, device: DEVICE, cursor: null, clock: at, voids: [], changes: [change] };
    const answer = await this.#api.post('/api/sync', { data });
    expect(await answer.json()).toMatchObject({ receipts: [{ result: 'accepted' }] });
    return change.id;
  }

  async writePlan(): Promise<void> {
    await this.write('case', CASE, { phase: 'P1' });
    const step = (id: string, leaves: Record<string, Json>) =>
      Object.fromEntries(
        Object.entries(leaves).map(([field, value]) => [itemPath('steps', id, field), value]),
      );
    await this.write('plan', planIdOf(CASE), {
      ...step('talk', { order: 'B', visible: true, type: 'ANERK_B', state: 'ERFOLG' }),
      ...step('course', {
        order: 'H',
        visible: true,
        type: 'LAND_SPR',
        title: 'Anmeldung Deutsch-Kurs',
        state: 'BEANTRAGT',
      }),
      ...step('course', {
        from: '2099-12-15',
        time: '09:30',
        partnerName: 'VHS Fuhsetal',
        bring: ['ID', 'LETTER'],
      }),
      ...step('course', { contactName: 'Leyla Demir', contactPhone: '+49 5555 1234' }),
      ...step('training', { order: 'P', visible: true, type: 'AUSB_D' }),
    });
  }

  giveLink(): Promise<string> {
    return this.write('plan-link', 'plan-link-0001', {
      hash,
      language: 'ar',
      createdOn: '2026-11-22',
      revoked: false,
    });
  }
}

const inArabic = async (page: Page): Promise<void> => {
  await page.goto(plan);
  await page.getByRole('button', { name: 'العربية' }).click();
};
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

test('Amira scans the code before the tablet has sent: the page waits, and opens by itself', async ({
  county,
  openTablet,
}) => {
  const tablet = await LeylasTablet.signedIn(county.address);
  await tablet.writePlan();
  const { page } = await openTablet(phone);
  await inArabic(page);
  await expect(heading(page, 'مرة أخرى بعد قليل')).toBeVisible();
  await tablet.giveLink();
  await expect(heading(page, 'طريقي')).toBeVisible({ timeout: 30_000 });
  await expect(
    page.getByRole('article').getByRole('heading', { name: 'دورة اللغة الألمانية' }),
  ).toBeVisible();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ar',
    'rtl',
  ]);
});

test('Amira opens her plan where there is no network, on a phone that was switched off', async ({
  county,
  openTablet,
}) => {
  const tablet = await LeylasTablet.signedIn(county.address);
  await tablet.writePlan();
  await tablet.giveLink();
  const first = await openTablet(phone);
  await inArabic(first.page);
  await expect(heading(first.page, 'طريقي')).toBeVisible();
  await untilKept(first.page);
  await expect
    .poll(() => first.page.evaluate(async () => (await (await caches.open('plan-letters')).keys()).length))
    .toBeGreaterThan(0);
  await first.kill();
  await county.stop();

  const { page } = await first.again();
  await page.goto(plan);
  await expect(heading(page, 'طريقي')).toBeVisible();
  await expect(page.getByRole('article').getByText('الثلاثاء، 15 ديسمبر 2099')).toBeVisible();
  await expect(page.getByText(/لا يوجد اتصال/)).toBeVisible();
});

test('a second phone with the same code opens nothing, and says why', async ({ county, openTablet }) => {
  const tablet = await LeylasTablet.signedIn(county.address);
  await tablet.writePlan();
  await tablet.giveLink();
  const amira = await openTablet(phone);
  await inArabic(amira.page);
  await expect(heading(amira.page, 'طريقي')).toBeVisible();
  const stranger = await openTablet(phone);
  await inArabic(stranger.page);
  await expect(heading(stranger.page, 'هذا الرمز مستعمل من قبل')).toBeVisible();
});

test('Leyla closes the link: the phone loses the plan at its next contact, and keeps no copy', async ({
  county,
  openTablet,
}) => {
  const tablet = await LeylasTablet.signedIn(county.address);
  await tablet.writePlan();
  const link = await tablet.giveLink();
  const { page } = await openTablet(phone);
  await inArabic(page);
  await expect(heading(page, 'طريقي')).toBeVisible();
  await tablet.write('plan-link', 'plan-link-0001', { revoked: true }, { revoked: [link] });
  await page.reload();
  await expect(heading(page, 'هذا الرمز لم يعد صالحًا')).toBeVisible();
  await untilKept(page);
  await county.stop();
  await page.reload();
  await expect(heading(page, 'لا يوجد اتصال')).toBeVisible();
});

test('every page of the plan can be read by everybody, in every language, on a small phone too', async ({
  county,
  openTablet,
}) => {
  const tablet = await LeylasTablet.signedIn(county.address);
  await tablet.writePlan();
  await tablet.giveLink();
  const { page } = await openTablet({ viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' });
  await page.goto(plan);
  for (const language of ['Deutsch', 'English', 'العربية', 'فارسی', 'Українська']) {
    await page.goto(`${plan}/language`);
    await page.getByRole('button', { name: language }).click();
    await expect(page.getByRole('article')).toBeVisible();
    for (const place of ['', '/step/course', '/appointments', '/help', '/pictures', '/language']) {
      await page.goto(plan + place);
      await expect(page.locator('#page-title')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
          `${language} ${place}`,
        )
        .toEqual([]);
      const wrong = await page.evaluate(() => {
        const targets = [...document.querySelectorAll('a, button')].map((target) =>
          target.getBoundingClientRect(),
        );
        const small = targets.filter(({ width, height }) => width > 0 && Math.min(width, height) < 56).length;
        return { small, over: document.documentElement.scrollWidth - window.innerWidth };
      });
      expect.soft(wrong, `${language} ${place}`).toEqual({ small: 0, over: 0 });
    }
  }
});
