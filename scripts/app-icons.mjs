// Draws the programs' icons from the mark: an SVG each, and the PNGs that home screens want.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const target = new URL('../public/icons/', import.meta.url);
const blue = '#1d3f94';
const paper = '#f7f4ee';
const saffron = '#f2b544';

/** The same line as src/ui/mark.tsx, on a 512 grid. */
function icon({ ground, line, radius, share }) {
  const side = 512 * share;
  const edge = (512 - side) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <rect width="512" height="512" rx="${radius}" fill="${ground}"/>
  <g transform="translate(${edge} ${edge}) scale(${side / 32})">
    <path d="M5.5 26.5C21 26.5 9.5 6.5 26 6.5" fill="none" stroke="${line}" stroke-width="3.6" stroke-linecap="round"/>
    <circle cx="5.6" cy="26.2" r="4.6" fill="${line}"/>
    <circle cx="25.8" cy="6.2" r="5.8" fill="${saffron}"/>
  </g>
</svg>
`;
}

const programs = {
  geleit: { ground: blue, line: paper },
  plan: { ground: paper, line: blue },
};

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();

async function png(name, svg, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  writeFileSync(new URL(name, target), await page.screenshot({ omitBackground: true }));
}

for (const [name, colours] of Object.entries(programs)) {
  const rounded = icon({ ...colours, radius: 112, share: 0.62 });
  writeFileSync(new URL(`${name}.svg`, target), rounded);
  await png(`${name}-192.png`, rounded, 192);
  await png(`${name}-512.png`, rounded, 512);
  await png(`${name}-maskable-512.png`, icon({ ...colours, radius: 0, share: 0.5 }), 512);
}
await browser.close();
