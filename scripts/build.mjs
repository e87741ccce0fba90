// Builds both programs, the staff's app and the person's plan; skips it if nothing has changed since.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
const [dist, next, last] = ['dist', 'dist.next', 'dist.last'].map((name) => join(house, name));
const lock = join(house, 'node_modules', '.geleit-building');
const stamp = '.vite/fingerprint';

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

/** One build at a time: whoever comes second waits, and mostly finds the work done. */
async function alone(work) {
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch {
      if (!isBuilding()) rmSync(lock, { recursive: true, force: true });
      await setTimeout(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Whether the process that holds the lock still lives; a lock without a name gets a moment to get one. */
function isBuilding() {
  try {
    if (!existsSync(join(lock, 'pid'))) return Date.now() - statSync(lock).mtimeMs < 2000;
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Both programs into a folder beside dist; only what is whole takes its place, under a running server too. */
async function buildBoth(name) {
  console.log('Building …');
  for (const [mode, folder] of [
    ['production', 'dist.next'],
    ['plan', 'dist.next/plan'],
  ]) {
    const vite = [
      packageCommand('vite/bin/vite.js'),
      'build',
      '--mode',
      mode,
      '--outDir',
      folder,
      '--logLevel',
      'warn',
    ];
    const { code } = await runNode(vite, { environment: { BUILD_ID: name, NODE_ENV: 'production' } });
    if (code !== 0) return false;
  }
  pack(next);
  writeFileSync(join(next, stamp), name);
  rmSync(last, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, last);
  renameSync(next, dist);
  rmSync(last, { recursive: true, force: true });
  return true;
}

/** Builds what is not built yet. Answers true if both programs are there. */
export async function build({ force = false } = {}) {
  const isDone = (name) => existsSync(join(dist, stamp)) && readFileSync(join(dist, stamp), 'utf8') === name;
  if (!force && isDone(fingerprint())) return true;
  return alone(async () => {
    const name = fingerprint();
    return (!force && isDone(name)) || buildBoth(name);
  });
}

if (import.meta.filename === process.argv[1]) {
  await install();
  process.exit((await build({ force: process.argv.includes('--force') })) ? 0 : 1);
}
