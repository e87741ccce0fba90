// `npm run bench`: measures the product beside the floor in real Chromium, prints a table, writes bench/results/latest.json.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'vite';
import { benchRecords, type Shape } from './records.ts';
import { startFloor, startGeleit, type BenchServer } from './server.ts';

type SubjectName = 'geleit' | 'dexie';
type Sample = {
  readonly work: string;
  readonly shape: Shape;
  readonly subject: SubjectName;
  readonly value: number;
};

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    shape: { type: 'string' },
    port: { type: 'string', default: '5400' },
  },
});
const shapes: readonly Shape[] =
  values.shape === 'cases' || values.shape === 'persons' ? [values.shape] : ['cases', 'persons'];
const folder = mkdtempSync(join(tmpdir(), 'geleit-bench-'));
const pages = join(folder, 'pages');
const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** One html file a subject, each with its bundle beside it. */
const buildPages = async (): Promise<void> => {
  for (const subject of ['geleit', 'floor']) {
    await build({
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: pages,
        emptyOutDir: false,
        target: 'es2022',
        lib: {
          entry: join(import.meta.dirname, 'page', `${subject}.ts`),
          formats: ['es'],
          fileName: () => `${subject}.js`,
        },
      },
    });
    const html = `<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="./${subject}.js"></script>`;
    writeFileSync(join(pages, `${subject}.html`), html);
  }
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>bench</title>');
};

const openPage = async (profile: string, url: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: flags,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => console.error('page:', error.message));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  return { context, page };
};

const measure = async (
  subject: SubjectName,
  shape: Shape,
  server: BenchServer,
): Promise<readonly Sample[]> => {
  const samples: Sample[] = [];
  const note = (work: string, value: number): void => void samples.push({ work, shape, subject, value });
  const url = `${server.url}/${subject === 'geleit' ? 'geleit' : 'floor'}.html`;
  const profile = mkdtempSync(join(folder, 'profile-'));
  let { context, page } = await openPage(profile, url);
  const timed = (step: 'firstSync' | 'sync' | 'list' | 'open'): Promise<number> =>
    page.evaluate(async (name) => {
      const start = performance.now();
      await window.bench[name]();
      return performance.now() - start;
    }, step);

  await timed('open');
  const before = await server.count();
  const firstSync = await timed('firstSync');
  note('first-sync', firstSync);
  note('first-list', firstSync + (await timed('list')));
  const idle: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) idle.push(await timed('sync'));
  note('nothing-to-do', median(idle));
  const remote: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await server.edit(Array.from({ length: 10 }, (_, index) => turn * 100 + index * 7));
    remote.push(await timed('sync'));
  }
  note('remote-10', median(remote));
  const saves = await page.evaluate(async () => {
    const times: number[] = [];
    for (let number = 0; number < 30; number += 1) {
      const start = performance.now();
      await window.bench.saveOne(number * 5);
      times.push(performance.now() - start);
    }
    return times;
  });
  note('save-one', median(saves));
  await timed('sync');
  const pushes: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await page.evaluate((from) => window.bench.saveMany(1000, from), turn * 500);
    pushes.push(await timed('sync'));
  }
  note('push-1000', median(pushes));
  const after = await server.count();
  if (after !== before + 3000)
    throw new Error(`${subject}: ${after} records on the server, not ${before + 3000}`);
  const searches = await page.evaluate(async () => {
    const times: number[] = [];
    for (const text of ['khalaf1', 'marchenko', 'ost', 'nur99', 'gebru']) {
      const start = performance.now();
      await window.bench.search(text);
      times.push(performance.now() - start);
    }
    return times;
  });
  note('search', median(searches));
  await page.evaluate(() => window.bench.rest());
  await context.close();

  for (let turn = 0; turn < 3; turn += 1) {
    ({ context, page } = await openPage(profile, url));
    const cold = await page.evaluate(async () => {
      await window.bench.open();
      const names = await window.bench.list();
      const now = performance.now();
      return { whole: now, data: now - window.bench.scriptStart, names: names.length };
    });
    if (cold.names !== 50) throw new Error(`${subject}: ${cold.names} names after a cold start`);
    note('cold-start', cold.whole);
    note('cold-start-data', cold.data);
    await context.close();
  }
  rmSync(profile, { recursive: true, force: true });
  return samples;
};

const runOne = async (subject: SubjectName, shape: Shape, port: number): Promise<readonly Sample[]> => {
  const data = mkdtempSync(join(folder, 'data-'));
  const start = subject === 'geleit' ? startGeleit : startFloor;
  const server = await start(shape, data, pages, port);
  try {
    return await measure(subject, shape, server);
  } finally {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
};

const works = [
  ...['first-sync', 'first-list', 'push-1000', 'nothing-to-do', 'remote-10', 'save-one'],
  ...['cold-start', 'cold-start-data', 'search'],
];

const summary = (samples: readonly Sample[], work: string, shape: Shape, subject: SubjectName) => {
  const found = samples
    .filter((s) => s.work === work && s.shape === shape && s.subject === subject)
    .map((s) => s.value);
  return { median: median(found), min: Math.min(...found), max: Math.max(...found) };
};

const print = (samples: readonly Sample[]): void => {
  const cell = ({ median: middle, min, max }: ReturnType<typeof summary>): string =>
    `${middle.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;
  console.log('| work | shape | geleit ms | plain Dexie rows ms | ratio |');
  console.log('|---|---|---|---|---|');
  for (const shape of shapes)
    for (const work of works) {
      const own = summary(samples, work, shape, 'geleit');
      const floor = summary(samples, work, shape, 'dexie');
      console.log(
        `| ${work} | ${shape} | ${cell(own)} | ${cell(floor)} | ${(own.median / floor.median).toFixed(2)} |`,
      );
    }
};

try {
  await buildPages();
  const samples: Sample[] = [];
  for (let run = 0; run < Number(values.runs); run += 1)
    for (const shape of shapes)
      for (const subject of ['dexie', 'geleit'] as const) {
        samples.push(...(await runOne(subject, shape, Number(values.port))));
        console.error(`run ${run + 1}: ${subject}, ${shape}`);
      }
  print(samples);
  const records = Object.fromEntries(shapes.map((shape) => [shape, benchRecords(shape).length]));
  const results = shapes.flatMap((shape) =>
    works.flatMap((work) =>
      (['geleit', 'dexie'] as const).map((subject) => ({
        ...{ work, shape, records: records[shape], subject },
        ...{ ...summary(samples, work, shape, subject), unit: 'ms' },
      })),
    ),
  );
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  const [cpu] = cpus();
  const versions = { node: process.version };
  const machine = { cpu: cpu?.model ?? 'unknown', cores: cpus().length };
  const report = { machine, versions, results };
  writeFileSync(join(import.meta.dirname, 'results', 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
