// A real Chromium on a profile of its own: one visit is one process, and nothing of it stays but the profile.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

export type Visit = { readonly context: BrowserContext; readonly page: Page };

const load = async (page: Page, url: string): Promise<void> => {
  page.on('pageerror', (error) => console.error('page:', error.message));
  page.on('console', (message) => {
    // To ask for what is not there is PouchDB's way to begin, and another tab surprises its index.
    const isUsual = /404|onblocked/.test(message.text());
    if (message.type() === 'error' && !isUsual) console.error('page:', message.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
};

/** Starts the browser and loads a subject's page. */
export const visit = async (profile: string, url: string): Promise<Visit> => {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args });
  const page = context.pages()[0] ?? (await context.newPage());
  await load(page, url);
  return { context, page };
};

/** What another tab finds on the device: only what was really written. */
export const countInAnotherTab = async ({ context, page }: Visit): Promise<number> => {
  const other = await context.newPage();
  await load(other, page.url());
  const count = await other.evaluate(async () => {
    await window.bench.open();
    return window.bench.count();
  });
  await other.close();
  return count;
};

/** Makes the page's processor so many times slower. */
export const slowDown = async ({ context, page }: Visit, rate: number): Promise<void> => {
  const device = await context.newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate });
};

/** Bytes that IndexedDB takes in a profile whose browser is closed. */
export const bytesOnDisk = (profile: string): number =>
  readdirSync(join(profile, 'Default', 'IndexedDB'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** Which browser this is. */
export const chromiumVersion = async (): Promise<string> => {
  const browser = await chromium.launch({ executablePath, args });
  const version = browser.version();
  await browser.close();
  return version;
};
