// Proof `kill-browser`: Chromium dies while somebody types into the real form; what she typed half a second before is there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { z } from 'zod';
import { createChance, type Chance } from '#tests/sync/chance.ts';
import { PASSWORD } from '#tests/county.ts';
import { goTo, untilKept } from '#tests/walks/county.ts';
import { caseOf } from '#tests/walks/deeds.ts';
import { howToLaunch } from './browser.ts';
import { house, isCaughtBy, runIn } from './house-copy.ts';
import { openServer } from './killable-server.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

/** What was typed so long ago must be there. Milliseconds. */
const PROMISED = 500;
/** How long she types before the battery is empty, and how long a finger takes. Milliseconds. */
const [SHORTEST, LONGEST] = [900, 3500];
const [FASTEST, SLOWEST] = [15, 120];
const letters = 'abcdefghijklmnoprstuvwz äöüß';

const processesSchema = z.object({ processInfo: z.array(z.object({ id: z.number() })) });

const field = (page: Page) => page.getByLabel('Mein Ziel in eigenen Worten');

/** Gives the password and waits for the first page, with patience: on a busy machine guessing is dear for us, too. */
const unlock = async (page: Page): Promise<void> => {
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.locator('.g-rail').waitFor();
};

/** Every process of the browser, at once. */
const endAll = async (context: BrowserContext, pids: readonly number[]): Promise<void> => {
  const closed = new Promise((resolve) => context.once('close', resolve));
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await closed;
};

/** Types until it is over; answers each state of the text with the moment at which its last key had gone down. */
const type = async (page: Page, chance: Chance, isOver: () => boolean) => {
  const typed: { readonly text: string; readonly at: number }[] = [];
  for (let text = ''; !isOver();) {
    const letter = chance.pick([...letters]) ?? 'a';
    try {
      await page.keyboard.insertText(letter);
    } catch {
      return typed; // the browser is gone
    }
    text += letter;
    typed.push({ text, at: performance.now() });
    await pause(FASTEST + chance.under(SLOWEST - FASTEST));
  }
  return typed;
};

const attempt = async (asked: Asked): Promise<Tally> => {
  const runs = runsOf(asked, 50, 3);
  const chance = createChance(asked.seed);
  const built = await runIn(house, ['scripts/build.mjs']);
  if (built.code !== 0) throw new Error(`The app could not be built: ${built.trouble}`);
  const browser = await howToLaunch();
  const server = await openServer();
  const profile = mkdtempSync(join(tmpdir(), 'geleit-tablet-'));
  let context: BrowserContext | undefined;
  const takeUp = async (): Promise<Page> => {
    context = await chromium.launchPersistentContext(profile, {
      ...{ ...browser, baseURL: server.address, locale: 'de-DE' },
      viewport: { width: 1024, height: 768 },
    });
    context.setDefaultTimeout(60_000);
    return context.pages()[0] ?? (await context.newPage());
  };
  try {
    let page = await takeUp();
    await page.goto('/');
    await page.locator('[name=username]').fill('leyla');
    await unlock(page);
    await untilKept(page);
    await goTo(page, '/faelle/neu');
    await page.getByLabel('Vorname').fill('Hêvîn');
    await page.getByRole('button', { name: /Fall anlegen|Weiter zum Profil/ }).click();
    await page.waitForURL(/\/profil/);
    const place = `/faelle/${caseOf(page)}/profil?abschnitt=goals`;
    let [failed, letterCount, latest] = [0, 0, 0];
    for (let run = 1; run <= runs; run += 1) {
      await goTo(page, place);
      await field(page).click();
      await page.keyboard.press('ControlOrMeta+A');
      const pids = processesSchema
        .parse(await (await context?.browser()?.newBrowserCDPSession())?.send('SystemInfo.getProcessInfo'))
        .processInfo.map(({ id }) => id);
      let killedAt = Infinity;
      const typing = type(page, chance, () => killedAt < Infinity);
      await pause(SHORTEST + chance.under(LONGEST - SHORTEST));
      killedAt = performance.now();
      if (context !== undefined) await endAll(context, pids);
      const typed = await typing;
      const promised = typed.filter(({ at }) => at <= killedAt - PROMISED).at(-1)?.text ?? '';
      page = await takeUp();
      await page.goto('/');
      await unlock(page);
      await goTo(page, place);
      await field(page).waitFor();
      const found = await field(page).inputValue();
      letterCount += promised.length;
      const last = typed.findLast(({ text }) => found.startsWith(text));
      latest = Math.max(
        latest,
        killedAt - (typed[typed.findIndex((one) => one === last) + 1]?.at ?? killedAt),
      );
      if (!found.startsWith(promised)) {
        failed += 1;
        asked.say(`kill ${run}: ${promised.length} letters were promised, ${found.length} are there`);
      }
      if (run % 10 === 0 || run === runs)
        asked.say(
          `${run} of ${runs} kills while typing, ${letterCount} letters promised; ` +
            `the oldest letter lost was ${latest.toFixed(0)} ms old; ${failed} went wrong`,
        );
    }
    return { tried: runs, failed };
  } finally {
    await context?.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
};

/** The whole browser dies while the real form is typed into; its text is found again after unlocking. */
export const killBrowser: Proof = {
  name: 'kill-browser',
  sentence:
    'Chromium is killed while somebody types; what was typed half a second before is there after unlocking.',
  attempt,
  control: ({ seed }) =>
    isCaughtBy('kill-browser', 's01-saved-after-a-pause-alone.patch', seed, ['--runs', '2']),
};
