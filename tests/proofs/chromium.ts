// Proof `chromium`: the simulation in a real browser, over its own IndexedDB and cipher, with the real server beside it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Account } from '#server/storage/storage.ts';
import { openServer, type Server } from '#tests/sync/server.ts';
import { howToLaunch } from './browser.ts';
import { house, isCaughtBy } from './house-copy.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

/** How many steps: all of them, and a sample. */
const [LONG, SHORT] = [5_000, 1_200];
const DEVICES = 4;
/** Only pages of a secure place have a cipher. Nothing listens there. */
const ADDRESS = 'https://simulation.invalid/';

const bundle = async (folder: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: house,
    build: {
      outDir: folder,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        input: { page: join(house, 'tests', 'sync', 'browser-ground.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return readFileSync(join(folder, 'page.js'), 'utf8');
};

/** Offers the doors of a server to the page; each county opens a new one. */
const offerServer = async (page: Page): Promise<() => Promise<void>> => {
  let [now, ids] = [0, 0];
  let server: Server | undefined;
  const world = {
    now: () => new Date(now),
    newId: () => `id-outside-${String((ids += 1)).padStart(7, '0')}`,
  };
  await page.exposeFunction(
    'server_open',
    async (
      time: number,
      accounts: readonly Pick<Account, 'id' | 'role' | 'mayReadLimits'>[],
      pageBytes: number,
    ) => {
      now = time;
      server = await openServer(accounts, { ...world, pageBytes });
    },
  );
  const doors: readonly (keyof Server)[] = [
    ...(['records', 'serve', 'register', 'dieServing', 'crash', 'handOver', 'change', 'erase'] as const),
    ...(['backUp', 'restore', 'close'] as const),
  ];
  for (const door of doors) {
    await page.exposeFunction(`server_${door}`, async (time: number, ...asked: readonly unknown[]) => {
      now = time;
      const open = server;
      if (open === undefined) throw new Error('no server is open');
      if (door === 'close') server = undefined;
      const answer: unknown = await Reflect.apply(open[door], open, asked);
      return answer;
    });
  }
  return async () => server?.close();
};

const attempt = async (asked: Asked): Promise<Tally> => {
  const steps = runsOf(asked, LONG, SHORT);
  const browser = await howToLaunch();
  const folder = mkdtempSync(join(tmpdir(), 'geleit-chromium-'));
  const launched = await chromium.launchPersistentContext(join(folder, 'profile'), browser);
  try {
    const text = await bundle(join(folder, 'page'));
    const page = launched.pages()[0] ?? (await launched.newPage());
    await page.route('**/*', (route) =>
      route.request().url().endsWith('page.js')
        ? route.fulfill({ contentType: 'text/javascript', body: text })
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><title>simulation</title><script type="module" src="page.js"></script>',
          }),
    );
    const closeServer = await offerServer(page);
    await page.goto(ADDRESS);
    await page.waitForFunction(() => 'simulateHere' in window);
    const { failures, ...outcome } = await page.evaluate((options) => window.simulateHere(options), {
      seed: asked.seed,
      steps,
      devices: DEVICES,
    });
    await closeServer();
    asked.say(JSON.stringify(outcome));
    for (const { sentence, trace } of failures) asked.say([sentence, ...trace].join('\n'));
    return { tried: steps, failed: outcome.lost + outcome.leaked + outcome.diverged };
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const inChromium: Proof = {
  name: 'chromium',
  sentence: 'The simulation in a real browser: nothing is lost or leaked, and all agree.',
  attempt,
  control: async ({ seed, say }) => {
    const isCaught = await isCaughtBy('chromium', 's06-last-writer-wins.patch', seed);
    say(`with the last writer winning: ${isCaught ? 'caught' : 'not caught'}`);
    return isCaught;
  },
};
