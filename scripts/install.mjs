// Installs what is missing and nothing else: the packages, and a Chromium if tests are to be run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './chromium.mjs';
import { house, run } from './node.mjs';

function packagesOf(path) {
  const file = join(house, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Whether node_modules holds other versions than package-lock.json asks for. */
export function packagesAreMissing() {
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(
    ([path, entry]) => path && !entry.optional,
  );
  const there = packagesOf('node_modules/.package-lock.json');
  return wanted.some(([path, entry]) => there[path]?.version !== entry.version);
}

/**
 * Of all packages only `node` has a script that is needed. The others' are left out: an older npm would compile
 * better-sqlite3, which carries its binaries, and fail where there is no compiler.
 */
async function installPackages() {
  console.log('Installing the packages …');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  for (const command of [
    ['ci', '--ignore-scripts'],
    ['rebuild', 'node'],
  ]) {
    const { code } = await run('npm', [...command, ...quietly]);
    if (code !== 0) throw new Error(`npm ${command.join(' ')} did not succeed.`);
  }
}

/** Debian's Chromium, for the walks alone: the product does not need it. */
async function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.warn('No Chromium found. Install one, or set CHROMIUM_PATH: the walks need it.');
    return;
  }
  console.log('Installing Chromium for the tests …');
  const quietly = { environment: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
  await run('apt-get', ['update', '-qq'], quietly);
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    quietly,
  );
  if (code !== 0) console.warn(output);
}

/** Everything that `npm start` needs; with `tests` also what `npm test` needs. */
export async function install({ tests = false } = {}) {
  if (packagesAreMissing()) await installPackages();
  if (tests && !chromiumPath()) await installChromium();
}

if (import.meta.filename === process.argv[1]) await install({ tests: process.argv.includes('--tests') });
