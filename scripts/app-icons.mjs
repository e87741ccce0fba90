// Draws the icons of both programs in the sizes that phones and tablets ask for, out of public/icons/*.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './chromium.mjs';
import { house } from './node.mjs';

const icons = join(house, 'public', 'icons');
/** A maskable icon is cut to any shape: its ground runs to the edge and its drawing stays inside the middle. */
const drawings = [
  { suffix: '-192', size: 192, maskable: false },
  { suffix: '-512', size: 512, maskable: false },
  { suffix: '-maskable-512', size: 512, maskable: true },
];

const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
const page = await browser.newPage();
for (const name of ['geleit', 'plan']) {
  const svg = readFileSync(join(icons, `${name}.svg`), 'utf8');
  for (const { suffix, size, maskable } of drawings) {
    const drawn = maskable
      ? svg
          .replace(' rx="112"', '')
          .replace('<path', '<g transform="translate(64 64) scale(.75)"><path')
          .replace('</svg>', '</g></svg>')
      : svg;
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawn}`);
    await page.screenshot({ path: join(icons, `${name}${suffix}.png`), omitBackground: true });
  }
}
await browser.close();
