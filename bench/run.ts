// `npm run bench`: measures the product beside the floor and, with `--peers`, other engines in real Chromium; prints a table.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { chromiumVersion } from './browser.ts';
import { measure, type Sample } from './measure.ts';
import { readOptions } from './options.ts';
import { buildPages } from './pages.ts';
import { installPeers, versionsOf } from './peers.ts';
import { subjects } from './subjects.ts';
import { resultsOf, tableOf } from './table.ts';

const options = readOptions(process.argv.slice(2));
const withPeers = options.subjects.some((name) => subjects[name].isPeer);
if (withPeers) installPeers();
const folder = mkdtempSync(join(tmpdir(), 'geleit-bench-'));
const pages = join(folder, 'pages');
mkdirSync(pages);

/** The order changes from run to run, so that nobody always has the quiet or the warm moment. */
const inTurn = <T>(list: readonly T[], turn: number): readonly T[] => {
  const first = turn % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
};

/** Who fails does not take the figures of the others along. */
const failures: string[] = [];

try {
  await buildPages(options.subjects, pages);
  const samples: Sample[] = [];
  for (let run = 0; run < options.runs; run += 1)
    for (const shape of options.shapes)
      for (const subject of inTurn(options.subjects, run)) {
        const start = performance.now();
        const { works: wanted, port } = options;
        const found = await measure({ subject, shape, wanted, folder, pages, port }).catch(
          (error: unknown) => {
            failures.push(`run ${run + 1}: ${subject}, ${shape}: ${String(error)}`);
            return [];
          },
        );
        samples.push(...found);
        const seconds = Math.round((performance.now() - start) / 1000);
        console.error(`run ${run + 1}: ${subject}, ${shape} (${seconds} s)`);
      }
  const results = resultsOf(samples);
  console.log(tableOf(results, options.subjects, options.shapes));
  const report = {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memory: totalmem() },
    versions: {
      node: process.version,
      chromium: await chromiumVersion(),
      ...versionsOf('../package.json', ['dexie', 'fastify', 'better-sqlite3']),
      ...(withPeers
        ? versionsOf('peers/package.json', ['rxdb', 'pouchdb', 'yjs', 'y-indexeddb', 'y-websocket'])
        : {}),
    },
    results,
  };
  const place = join(import.meta.dirname, 'results');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
