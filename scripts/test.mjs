// npm test: installs and builds what is missing, runs everything, and ends with one line: N passed, N failed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { chromiumPath } from './chromium.mjs';
import { install } from './install.mjs';
import { house, packageCommand, runNode } from './node.mjs';

const results = join(house, 'test-results');
const chosen = process.argv.slice(2);

function reportOf(name) {
  const file = join(results, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A test that did not run is not one that passed: what was skipped counts as failed. */
function counted(name, passed, failed, code) {
  const stopped = code !== 0 && failed === 0;
  if (stopped) console.error(`${name} ended with code ${code} before it had counted its tests.`);
  return { passed, failed: failed + (stopped ? 1 : 0) };
}

async function partsAndPromises() {
  const vitest = [packageCommand('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'];
  const { code } = await runNode([...vitest, `--outputFile.json=${join(results, 'vitest.json')}`, ...chosen]);
  const report = reportOf('vitest.json');
  const passed = report?.numPassedTests ?? 0;
  return counted('Vitest', passed, (report?.numTotalTests ?? 0) - passed, code);
}

function hasWalks() {
  const folder = join(house, 'tests', 'walks');
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.(walk|test)\.ts$/.test(String(name)))
  );
}

async function walks() {
  if (!hasWalks()) return { passed: 0, failed: 0 };
  if (!chromiumPath()) return counted('The walks need a Chromium:', 0, 0, 1);
  const playwright = [packageCommand('@playwright/test/cli.js'), 'test'];
  const { code } = await runNode(playwright, {
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'walks.json') },
  });
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = reportOf('walks.json')?.stats ?? {};
  return counted('Playwright', expected, unexpected + flaky + skipped, code);
}

await install({ tests: true });
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const sums = [await partsAndPromises()];
if (chosen.length === 0) {
  sums.push((await build()) ? await walks() : counted('The build', 0, 0, 1));
}
const passed = sums.reduce((sum, part) => sum + part.passed, 0);
const failed = sums.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
