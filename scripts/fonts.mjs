// Cuts Noto Sans (weights 400 to 700) down to the letters our languages write with, one file a script,
// and writes the @font-face rules beside them, so that letters and unicode-range cannot part.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const root = new URL('../', import.meta.url);
const packaged = (path) => new URL(`node_modules/@fontsource-variable/${path}`, root);
const target = new URL('src/ui/fonts/', root);

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

const latin =
  range(0x20, 0x7e) +
  range(0xa0, 0xff) +
  'Œœıˆˇˉˊˋˍ˘˙˚˛˜˝' +
  '\u2009\u200a\u2010\u2011–—‘’‚“”„†•…\u202f‰‹›€™−≤≥';
const latinExtended =
  'ĞğİŞşŐőŰű' + // Turkish, Kurmanji; neighbours' names
  'ĂăȘșȚțŢţ' + // Romanian
  'ĆćČčĐđŠšŽžĚěŘřŮůŤťĎďŇňĹĺĽľŔŕŁłĄąĘęŚśŹźŻżŃńĖėĪīŪūŲųĮįĒēĀāĢģĶķĻļŅņŌō' + // Slavic and Baltic
  'Əəʻʼʾʿ'; // Azerbaijani, transliteration
const cyrillic = range(0x400, 0x45f) + 'ҐґҒғҚқҢңҮүҰұҲҳҶҷӘәӨө№';
const arabic =
  '،؍؛؞؟ء' +
  range(0x622, 0x63a) +
  range(0x640, 0x652) +
  range(0x653, 0x655) +
  range(0x660, 0x66d) +
  'ٰٱٹټپځڅچډڈڑړژښڤکګگڕڵںڼھۀۂۃەۆۇۋیۍېۏےۓۀئێۊە۔' +
  range(0x6f0, 0x6f9) +
  '\u200c\u200d\u200e\u200f';

/** Script sheet → its cuts. Arabic is a family of its own because it must come first under its languages. */
const sheets = {
  latin: [
    { file: 'noto-sans-latin', from: 'noto-sans/files/noto-sans-latin-wght-normal.woff2', text: latin },
    {
      file: 'noto-sans-latin-ext',
      from: 'noto-sans/files/noto-sans-latin-ext-wght-normal.woff2',
      text: latinExtended,
    },
  ],
  cyrillic: [
    {
      file: 'noto-sans-cyrillic',
      from: 'noto-sans/files/noto-sans-cyrillic-wght-normal.woff2',
      text: cyrillic,
    },
  ],
  arabic: [
    {
      file: 'noto-sans-arabic',
      from: 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
      text: arabic,
      family: 'Noto Sans Arabic',
    },
  ],
};

/** Letters as a CSS unicode-range. */
function unicodeRange(text) {
  const points = [...new Set(text)].map((letter) => letter.codePointAt(0)).sort((a, b) => a - b);
  const spans = [];
  for (const point of points) {
    const last = spans.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else spans.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase().padStart(4, '0');
  return spans.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}

const fontFace = ({ file, text, family = 'Noto Sans' }) => `@font-face {
  font-family: '${family}';
  font-style: normal;
  font-weight: 400 700;
  font-display: swap;
  src: url('./fonts/${file}.woff2') format('woff2');
  unicode-range: ${unicodeRange(text)};
}
`;

mkdirSync(target, { recursive: true });
for (const [script, cuts] of Object.entries(sheets)) {
  for (const cut of cuts) {
    const whole = readFileSync(packaged(cut.from));
    const small = await subsetFont(whole, cut.text, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    });
    writeFileSync(new URL(`${cut.file}.woff2`, target), small);
    console.log(`${cut.file}: ${(small.length / 1000).toFixed(1)} kB of ${(whole.length / 1000).toFixed(1)}`);
  }
  const head = `/* The ${script} letters. Made by scripts/fonts.mjs; do not edit by hand. */\n`;
  writeFileSync(new URL(`src/ui/fonts-${script}.css`, root), head + cuts.map(fontFace).join('\n'));
}

const licence = readFileSync(packaged('noto-sans/LICENSE'), 'utf8');
const arabicCopyright = readFileSync(packaged('noto-sans-arabic/LICENSE'), 'utf8').split('\n')[0];
writeFileSync(new URL('OFL.txt', target), `${arabicCopyright}\n${licence}`);
