// npm run locales: which language lacks which text, and who has read it. A gap is an error. `--json` for machines.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { house } from './node.mjs';

const source = 'de';
/** Made by scripts/dates.mjs from the languages' own calendars: compared by shape alone. */
const made = 'dates';
const pluralForm = /^(.+)_(zero|one|two|few|many|other)$/;

const asked = process.argv.indexOf('--folder');
const folder = asked < 0 ? join(house, 'locales') : process.argv[asked + 1];
const registry = JSON.parse(readFileSync(join(folder, 'languages.json'), 'utf8'));

/** `{ a: { b: 'x' } }` → `a.b` = x. */
function flat(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, value]) =>
    value !== null && typeof value === 'object' ? flat(value, `${prefix}${key}.`) : [[prefix + key, value]],
  );
}

function textsOf(tag, namespace) {
  const file = join(folder, tag, `${namespace}.json`);
  return existsSync(file) ? new Map(flat(JSON.parse(readFileSync(file, 'utf8')))) : undefined;
}

function namespacesOf(tag) {
  const path = join(folder, tag);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

/** A key is counted (one, few, other …) if German says it in more than one form. */
function isCounted(german, base) {
  return german.has(`${base}_one`) && german.has(`${base}_other`);
}

/** The keys a language needs, each with the German text it answers to. */
function wantedKeys(german, categories) {
  const wanted = new Map();
  for (const [key, text] of german) {
    const base = pluralForm.exec(key)?.[1];
    if (base === undefined || !isCounted(german, base)) wanted.set(key, text);
    else for (const form of categories) wanted.set(`${base}_${form}`, german.get(`${base}_other`));
  }
  return wanted;
}

/** The holes of a text; a counted form may do without the number ("one day", "two days" as one word). */
function holesOf(text, counted) {
  const holes = [...String(text).matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name);
  return [...new Set(holes)]
    .filter((name) => !(counted && name === 'count'))
    .sort()
    .join(' ');
}

function compare(tag, namespace, categories) {
  const german = textsOf(source, namespace);
  const texts = textsOf(tag, namespace);
  const name = (key) => `${namespace}:${key}`;
  if (!german) return { missing: [], extra: [`${namespace}.json`], holes: [], plurals: [], texts: 0 };
  if (!texts) return { missing: [`${namespace}.json`], extra: [], holes: [], plurals: [], texts: 0 };
  if (namespace === made) {
    const missing = [...german.keys()].filter((key) => !texts.has(key));
    return { missing: missing.map(name), extra: [], holes: [], plurals: [], texts: texts.size };
  }
  const wanted = wantedKeys(german, categories);
  const lacking = [...wanted.keys()].filter((key) => !texts.get(key));
  const counted = (key) => isCounted(german, pluralForm.exec(key)?.[1] ?? '');
  const otherHoles = [...wanted].filter(([key, text]) => {
    const said = texts.get(key);
    return said && holesOf(said, counted(key)) !== holesOf(text, counted(key));
  });
  return {
    missing: lacking.filter((key) => !counted(key)).map(name),
    plurals: lacking.filter(counted).map(name),
    extra: [...texts.keys()].filter((key) => !wanted.has(key)).map(name),
    holes: otherHoles.map(([key]) => name(key)),
    texts: texts.size,
  };
}

function voicesOf(tag) {
  const path = join(house, 'public', 'audio', tag);
  return existsSync(path) ? readdirSync(path).length : 0;
}

function check([tag, { name, intl, complete, review }]) {
  const categories = new Intl.PluralRules(intl).resolvedOptions().pluralCategories;
  const needed = complete === 'all' ? namespacesOf(source) : [...complete, made];
  const found = [...new Set([...needed, ...namespacesOf(tag)])].map((namespace) =>
    compare(tag, namespace, categories),
  );
  const all = (kind) => found.flatMap((one) => one[kind]);
  const texts = found.reduce((sum, one) => sum + one.texts, 0);
  return {
    tag,
    name,
    complete,
    texts,
    missing: all('missing'),
    extra: all('extra'),
    holes: all('holes'),
    plurals: all('plurals'),
    unreviewed: review ? 0 : texts,
    voices: voicesOf(tag),
  };
}

const languages = Object.entries(registry).map(check);
const strangers = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !(entry.name in registry))
  .map(({ name }) => name);
const kinds = {
  missing: 'missing',
  plurals: 'missing counted form',
  extra: 'nobody asks for',
  holes: 'other {{…}} than German',
};
const gaps = languages.flatMap((language) =>
  Object.entries(kinds).flatMap(([kind, word]) =>
    language[kind].map((key) => `${language.tag}: ${word}: ${key}`),
  ),
);
gaps.push(...strangers.map((tag) => `${tag}: a folder that languages.json does not know`));

if (process.argv.includes('--json')) console.log(JSON.stringify({ gaps: gaps.length, languages }));
else {
  for (const { tag, name, complete, texts, unreviewed, voices } of languages) {
    const said = complete === 'all' ? 'everything' : complete.join(', ');
    const read = unreviewed ? `${unreviewed} not yet read by a native speaker` : 'read';
    console.log(
      `${tag.padEnd(4)}${name.padEnd(20)} ${said.padEnd(12)} ${texts} texts, ${read}, ${voices || 'no'} recorded voice`,
    );
  }
}
for (const gap of gaps) console.error(gap);
process.exit(gaps.length ? 1 : 0);
