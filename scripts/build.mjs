// Builds both programs, the staff's app and the person's plan; skips it if nothing has changed since.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { install } from './install.mjs';
import { house, packageCommand, runNode } from './node.mjs';

const sources = [
  'src',
  'public',
  'locales',
  'index.html',
  'plan.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = join(house, 'dist', '.vite', 'fingerprint');

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** What the sources are, in one word: the same sources give the same word on every machine. */
export function fingerprint() {
  const hash = createHash('sha256');
  const files = sources
    .flatMap((source) => filesIn(join(house, source)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of files)
    hash.update(file.slice(house.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** Packs what travels as text once, here, so that the server need not do it at every request. */
function pack(folder) {
  for (const file of filesIn(folder).filter((name) => /\.(js|css|html|svg|webmanifest)$/.test(name))) {
    const content = readFileSync(file);
    if (content.length < 1000) continue;
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  }
}

/** Builds what is not built yet. Answers true if both programs are there. */
export async function build({ force = false } = {}) {
  const now = fingerprint();
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (done && !force) return true;
  console.log('Building …');
  for (const mode of ['production', 'plan']) {
    const vite = [packageCommand('vite/bin/vite.js'), 'build', '--mode', mode, '--logLevel', 'warn'];
    const { code } = await runNode(vite, { environment: { BUILD_ID: now, NODE_ENV: 'production' } });
    if (code !== 0) return false;
  }
  pack(join(house, 'dist'));
  writeFileSync(stamp, now);
  return true;
}

if (import.meta.filename === process.argv[1]) {
  await install();
  process.exit((await build({ force: process.argv.includes('--force') })) ? 0 : 1);
}
