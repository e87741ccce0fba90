// npm run sizes: what a person's device has to fetch, as it travels (gzip). Too heavy is an error. `--json` for machines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { house } from './node.mjs';

/** Kilobytes (1000 bytes) of script before a page shows anything. */
const programs = [
  { name: 'plan', folder: 'dist/plan', page: 'plan.html', limit: 122 },
  { name: 'staff', folder: 'dist', page: 'index.html', limit: 280 },
];

/** Letters and pictures are compressed already: they travel as they are. */
function weight(folder, file) {
  const content = readFileSync(join(house, folder, file));
  return /\.(woff2|png|webp)$/.test(file) ? content.length : gzipSync(content, { level: 9 }).length;
}

/** The page's script and every script it imports before it runs, and their stylesheets. */
function entryOf(folder, page) {
  const manifest = JSON.parse(readFileSync(join(house, folder, '.vite/manifest.json'), 'utf8'));
  const scripts = new Set();
  const styles = new Set();
  const follow = (key) => {
    const chunk = manifest[key];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const file of chunk.css ?? []) styles.add(file);
    for (const imported of chunk.imports ?? []) follow(imported);
  };
  follow(page);
  return { scripts: [...scripts], styles: [...styles], manifest };
}

/** What the service worker holds for the days without network. */
function precacheOf(folder) {
  const worker = readFileSync(join(house, folder, 'sw.js'), 'utf8');
  return [...worker.matchAll(/\{url:"([^"]+)",revision:/g)].map(([, url]) => url);
}

const kilobytes = (bytes) => Math.round(bytes / 100) / 10;
const sum = (folder, files) => kilobytes(files.reduce((total, file) => total + weight(folder, file), 0));

function measure({ name, folder, page, limit }) {
  const { scripts, styles, manifest } = entryOf(folder, page);
  const german = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => /texts\/de-/.test(file));
  const letters = Object.values(manifest).flatMap(({ file, assets = [] }) => [file, ...assets]);
  const latin = [...new Set(letters)].filter((file) => /-latin-(?!ext)[^/]*\.woff2$/.test(file));
  const precache = precacheOf(folder);
  const script = sum(folder, scripts);
  return {
    name,
    script,
    limit,
    style: sum(folder, styles),
    firstVisit: sum(folder, [
      ...new Set(['index.html', 'language.js', ...scripts, ...styles, ...german, ...latin]),
    ]),
    precache: sum(folder, precache),
    precacheFiles: precache.length,
    tooHeavy: script > limit,
  };
}

if (!(await build())) process.exit(1);
const results = programs.map(measure);
if (process.argv.includes('--json')) console.log(JSON.stringify({ unit: 'kB gzip', programs: results }));
else {
  for (const { name, script, limit, style, firstVisit, precache, precacheFiles } of results) {
    console.log(
      `${name.padEnd(6)} script ${script} of ${limit} kB · style ${style} kB · first visit ${firstVisit} kB · ` +
        `held for offline ${precache} kB in ${precacheFiles} files (gzip)`,
    );
  }
}
const heavy = results.filter(({ tooHeavy }) => tooHeavy);
for (const { name, script, limit } of heavy)
  console.error(`${name} is too heavy: ${script} kB of script, ${limit} at most.`);
process.exit(heavy.length ? 1 : 0);
