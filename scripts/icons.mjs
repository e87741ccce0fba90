// Writes src/ui/icon-paths.ts and src/ui/pictogram-paths.ts: only the pictures the product uses,
// each its own export, so that a page pays for those it shows.
import { readFileSync, writeFileSync } from 'node:fs';

const icons = (
  'adjustments alert-circle alert-triangle arrow-back-up arrow-down arrow-left arrow-right arrow-up arrows-down-up arrows-sort ' +
  'arrows-up-down backspace briefcase building calendar calendar-event calendar-plus camera chart-sankey check checks chevron-down ' +
  'chevron-left chevron-right circle-check clipboard-check clock cloud-check copy device-mobile device-tablet device-tablet-share dots ' +
  'dots-vertical download external-link eye eye-off file-text filter fingerprint heart-handshake help-circle history home ' +
  'hourglass info-circle key language layers-union layout-dashboard link lock logout map-pin message-2 message-circle moon note ' +
  'pencil phone photo player-stop plus printer qrcode refresh route school search settings share shield-lock sun table trash ' +
  'upload user user-plus user-share users users-group volume wifi-off x'
).split(' ');

const mirrored = new Set(
  'arrow-back-up arrow-left arrow-right backspace chevron-left chevron-right external-link logout'.split(' '),
);

/** Our word for a meaning → the drawing's name. One pictogram, one meaning. */
const pictograms = {
  course: 'i-training-class',
  lessons: 'register-book',
  talk: 'speech-language-therapy',
  exam: 'i-exam-qualification',
  certificate: 'i-certificate-paper',
  internship: 'construction-worker',
  'office-work': 'city-worker',
  'care-work': 'domestic-worker',
  factory: 'factory-worker',
  farm: 'agriculture-worker',
  nature: 'plantation-worker',
  market: 'market-stall',
  driving: 'truck-driver',
  nursing: 'walk-supported',
  kitchen: 'hot-meal',
  cleaning: 'cleaning',
  machine: 'machinery',
  children: 'child-care',
  family: 'ui-folder-family',
  health: 'stethoscope',
  doctor: 'doctor',
  advice: 'i-note-action',
  group: 'group-discussion-meeting',
  volunteering: 'social-work',
  sport: 'running',
  start: 'walking',
  travel: 'travel',
  place: 'home',
  building: 'city',
  date: 'calendar',
  timetable: 'i-schedule-school-date-time',
  folder: 'ui-folder',
  identity: 'ui-user-profile',
  letter: 'i-documents-accepted',
  refusal: 'i-documents-denied',
  money: 'euro',
  phone: 'phone',
  'call-centre': 'call-centre',
  computer: 'desktop-app',
  help: 'question',
  work: 'job-status-level',
};

/** Where the drawing says more than the word: a calendar without a "1" on it. */
const withoutEnding = { calendar: /m-9 4h1m0 0v3$/ };

const camel = (prefix, name) =>
  prefix + name.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** A path that begins with a relative move would hang on the one before it. */
function absoluteStart(d) {
  if (!d.startsWith('m')) return d;
  const parts = /^m\s*(-?[\d.]+(?:e-?\d+)?)[\s,]*(-?\d*\.?\d+)([\s\S]*)$/.exec(d);
  if (!parts) throw new Error(`cannot read path ${d.slice(0, 40)}`);
  const [, x, y, rest] = parts;
  return `M${x} ${y}${/^\s*[-\d.,]/.test(rest) ? 'l' : ''}${rest}`;
}

/** A hundredth of a 48 grid is less than a pixel at any size: the phone need not carry more. Whole digits stay, so no two numbers run together. */
function shortNumbers(d) {
  return d.replace(/(\d*)\.(\d{3,})/g, (_, whole, decimals) => {
    const hundredths = Math.min(99, Math.round(Number(`0.${decimals}`) * 100));
    return `${whole}.${String(hundredths)
      .padStart(2, '0')
      .replace(/(?<=\d)0$/, '')}`;
  });
}

function shapes(body, name) {
  const other = /<(circle|rect|ellipse|line|polyline|polygon|use|mask|defs)\b/.exec(body);
  if (other) throw new Error(`${name} is not made of paths only: ${other[0]}`);
  return [...body.matchAll(/<path\b[^>]*>/g)].map(([tag]) => ({
    d: shortNumbers(absoluteStart(/\bd="([^"]+)"/.exec(tag)[1])),
    evenOdd: /fill-rule="evenodd"/.test(tag) || /fill-rule="evenodd"/.test(body.split('<path')[0]),
    moved: /\btransform=/.test(body),
  }));
}

function drawing(set, name) {
  const icon = set.icons[name];
  if (!icon) throw new Error(`no drawing named ${name}`);
  const parts = shapes(icon.body, name);
  if (parts.some((part) => part.moved)) throw new Error(`${name} uses a transform`);
  return parts;
}

const readSet = (name) =>
  JSON.parse(
    readFileSync(new URL(`../node_modules/@iconify-json/${name}/icons.json`, import.meta.url), 'utf8'),
  );

const tabler = readSet('tabler');
const iconLines = icons
  .filter((name) => tabler.icons[name])
  .map((name) => {
    const whole = drawing(tabler, name)
      .map((part) => part.d)
      .join('');
    const d = whole.replace(withoutEnding[name] ?? '', '');
    if (name in withoutEnding && d === whole) throw new Error(`${name} is drawn otherwise now`);
    const mirror = mirrored.has(name) ? ', mirrored: true' : '';
    return `export const ${camel('icon', name)}: IconPicture = { d: '${d}'${mirror} };`;
  });
const missing = icons.filter((name) => !tabler.icons[name]);
if (missing.length > 0) console.warn(`not in the set, left out: ${missing.join(', ')}`);

writeFileSync(
  new URL('../src/ui/icon-paths.ts', import.meta.url),
  [
    '// Made by scripts/icons.mjs from Tabler Icons (MIT, © Paweł Kuna). Do not edit by hand.',
    "import type { IconPicture } from './icon.tsx';",
    '',
    ...iconLines,
    '',
  ].join('\n'),
);

const health = readSet('healthicons');
const pictogramLines = Object.entries(pictograms).map(([meaning, name]) => {
  const parts = drawing(health, name);
  const fields = parts.map((part) => `{ d: '${part.d}'${part.evenOdd ? ', evenOdd: true' : ''} }`).join(', ');
  return `  '${meaning}': [${fields}],`.replace(/^ {2}'([a-z]+)':/, '  $1:');
});
writeFileSync(
  new URL('../src/ui/pictogram-paths.ts', import.meta.url),
  [
    '// Made by scripts/icons.mjs from Health Icons (MIT, Resolve to Save Lives). Do not edit by hand.',
    '',
    '/** Every pictogram of the product, by its one meaning. */',
    'export const pictogramPaths = {',
    ...pictogramLines,
    '} satisfies Record<string, readonly { d: string; evenOdd?: true }[]>;',
    '',
  ].join('\n'),
);
console.log(`${iconLines.length} icons, ${pictogramLines.length} pictograms`);
