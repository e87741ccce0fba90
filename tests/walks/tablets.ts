// A walk's test: a county of its own, and tablets whose browser can be killed and taken up again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as bare,
  chromium,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { z } from 'zod';
import { openCounty, thisHouse, type RunningCounty } from './county.ts';

/** A tablet: a browser process over a profile of its own, which outlives the process. */
export type Tablet = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the browser keeps its profile: all that somebody finds who takes the tablet apart. */
  readonly folder: string;
  /** Ends the whole browser at once, as an empty battery does. */
  readonly kill: () => Promise<void>;
  /** Takes the tablet up again after `kill`. */
  readonly again: (options?: BrowserContextOptions) => Promise<Tablet>;
};

const processesSchema = z.object({
  processInfo: z.array(z.object({ type: z.string(), id: z.number() })),
});

/** How long a hand waits for what it wants to touch, in milliseconds. */
const PATIENCE = 15_000;

const takeUp = async (
  folder: string,
  address: string,
  launch: NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>,
): Promise<Tablet> => {
  const context = await chromium.launchPersistentContext(folder, { ...launch, baseURL: address });
  context.setDefaultTimeout(PATIENCE);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    folder,
    kill: async () => {
      const session = await context.browser()?.newBrowserCDPSession();
      const { processInfo } = processesSchema.parse(await session?.send('SystemInfo.getProcessInfo'));
      const closed = new Promise((resolve) => context.once('close', resolve));
      for (const { id } of processInfo) process.kill(id, 'SIGKILL');
      await closed;
    },
    again: (options = {}) => takeUp(folder, address, { ...launch, ...options }),
  };
};

type Walk = {
  /** The house whose program is served; a walk may bring another. */
  readonly house: string;
  /** The invented county instead of an empty one with the staff of tests/county.ts. */
  readonly demo: boolean;
  readonly county: RunningCounty;
  /** A new tablet, 1024 × 768. */
  readonly openTablet: (options?: BrowserContextOptions) => Promise<Tablet>;
};

/** A test with a county of its own; tablets and server are gone afterwards. */
export const test = bare.extend<Walk>({
  house: thisHouse,
  demo: [false, { option: true }],
  county: async ({ house, demo }, use) => {
    const county = await openCounty({ house, demo });
    await use(county);
    await county.close();
  },
  baseURL: async ({ county }, use) => use(county.address),
  openTablet: async ({ county, locale, timezoneId, launchOptions }, use) => {
    const folders: string[] = [];
    const taken: BrowserContext[] = [];
    const launch = {
      ...launchOptions,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
      viewport: { width: 1024, height: 768 },
    };
    const remembering = (tablet: Tablet): Tablet => {
      taken.push(tablet.context);
      return { ...tablet, again: async (options) => remembering(await tablet.again(options)) };
    };
    await use(async (options = {}) => {
      const folder = await mkdtemp(join(tmpdir(), 'geleit-tablet-'));
      folders.push(folder);
      return remembering(await takeUp(folder, county.address, { ...launch, ...options }));
    });
    for (const context of taken) await context.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  },
});
