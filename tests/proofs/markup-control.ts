// Whether the proof `markup` would see something: how many payloads bite, and whether what they do is noticed.
import { chromium, type Browser } from '@playwright/test';
import { MARK, payloads } from '#tests/nonsense/payloads.ts';
import { howToLaunch } from './browser.ts';
import { createPen } from './markup-pen.ts';
import { createWatch, listen, lookAt, type Harm } from './markup-watch.ts';

/** How many of the payloads are elements where a text is taken for markup. */
const biting = async (browser: Browser): Promise<number> => {
  const page = await browser.newPage();
  return page.evaluate(
    ({ texts, mark }) =>
      texts.filter(
        (text) => new DOMParser().parseFromString(text, 'text/html').querySelector(`[id="${mark}"]`) !== null,
      ).length,
    { texts: payloads, mark: MARK },
  );
};

/** What a page does that takes payloads for markup and has none of our rules. */
const done: readonly Harm[] = ['dialogs', 'elements', 'attributes', 'addresses', 'requests', 'navigations'];

/** What of it is not noticed. */
const unnoticed = async (browser: Browser): Promise<readonly Harm[]> => {
  const address = 'https://house.invalid';
  const context = await browser.newContext();
  const watch = createWatch(() => undefined);
  await listen(context, address, watch);
  await context.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
  );
  const page = await context.newPage();
  await page.goto(`${address}/`);
  const dialog = page.waitForEvent('dialog');
  const frame = page.waitForEvent('frameattached');
  await page.evaluate((mark) => {
    document.body.innerHTML =
      `<img id=${mark} src=//${mark}.invalid/ onerror="alert('${mark}')"><a href="javascript:${mark}">x</a>` +
      `<iframe src=//${mark}.invalid/></iframe>`;
  }, MARK);
  await Promise.all([dialog, frame]);
  await page.frames().at(-1)?.waitForLoadState();
  await lookAt(page, createPen(payloads, 0), watch);
  await context.close();
  return done.filter((harm) => watch.found(harm) === 0);
};

/** Whether enough of the payloads bite, and everything is noticed that they would do. */
export const wouldSee = async (say: (line: string) => void): Promise<boolean> => {
  const browser = await chromium.launch(await howToLaunch());
  try {
    const [bit, missed] = [await biting(browser), await unnoticed(browser)];
    say(`${bit} of ${payloads.length} payloads are elements where a text is taken for markup`);
    for (const harm of missed) say(`without our rules there were ${harm}, and nobody noticed`);
    return bit >= payloads.length / 4 && missed.length === 0;
  } finally {
    await browser.close();
  }
};
