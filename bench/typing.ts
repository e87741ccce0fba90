// `npm run bench:typing`: how long the longest answer to a key takes while somebody searches among ten thousand people.
// `-- --persons N --cpu N --runs N --port N --data DIR`; a data folder that is named is kept and used again.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type CDPSession, type Page } from '@playwright/test';

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '10000' },
    cpu: { type: 'string', default: '4' },
    runs: { type: 'string', default: '3' },
    port: { type: 'string', default: '5402' },
    data: { type: 'string' },
  },
});
const house = join(import.meta.dirname, '..');
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'geleit-typing-'));
const lists = { bare: null, fallbestand: '/fallbestand', faelle: '/faelle' } as const;
/** Names and places that many, few and none of the invented people have. */
const words = ['khalaf', 'ali wendmark', 'xyz'] as const;
const GOAL = 100;
const TRANSFER = 600_000;

const run = (file: string, args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(house, file), ...args], {
    env: { PATH: process.env['PATH'], ...environment },
  });

const seed = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const seeding = run('sync-server/demo/seed.ts', ['--persons', values.persons, '--data', folder], {});
    seeding.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Seeding ended with ${String(code)}`)),
    );
  });

/** Starts the server; answers its process and the sign-in of the one who sees all cases. */
const serve = (): Promise<{ server: ChildProcess; login: string; password: string }> =>
  new Promise((resolve, reject) => {
    const server = run('sync-server/main.ts', [], {
      HOST: '127.0.0.1',
      PORT: values.port,
      DATA_DIR: folder,
      REQUESTS_PER_MINUTE: '100000',
    });
    let said = '';
    const hear = (part: Buffer): void => {
      said += part.toString();
      const [, login = '', password = ''] = /^ {2}(\S+) +(.+?) +\(supervisor\)$/m.exec(said) ?? [];
      if (said.includes('Geleit is ready') && login !== '') resolve({ server, login, password });
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', (code) => reject(new Error(`The server ended with ${String(code)}: ${said}`)));
  });

/** Types a word, takes it back, and answers the length of every interaction in milliseconds (in steps of 8). */
const typeAndListen = async (page: Page, word: string): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const lengths = new Map<number, number>();
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry instanceof PerformanceEventTiming && entry.interactionId > 0)
          lengths.set(entry.interactionId, Math.max(lengths.get(entry.interactionId) ?? 0, entry.duration));
    });
    // the types of the platform do not know the threshold yet
    observer.observe(Object.assign({ type: 'event' }, { durationThreshold: 16 }));
    Object.assign(window, { lengths: () => (observer.disconnect(), [...lengths.values()]) });
  });
  const field = page.locator('input[type=search]');
  await field.focus();
  await page.keyboard.type(word, { delay: 120 });
  await page.waitForTimeout(1000);
  for (const _ of word) {
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(1000);
  return page.evaluate('window.lengths()');
};

/** What the page has worked so far, in milliseconds of its own thread: other programs on the machine do not count. */
const workOf = async (device: CDPSession): Promise<number> => {
  const { metrics } = await device.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const load = (): string => loadavg()[0]?.toFixed(1) ?? '';

if (!existsSync(join(house, 'dist', 'index.html'))) throw new Error('This needs `npm run build` first.');
if (!existsSync(join(folder, 'county.sqlite'))) await seed();
const { server, login, password } = await serve();
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  await page.goto(`http://localhost:${values.port}/`);
  await page.locator('[name=username]').fill(login);
  await page.locator('[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('.g-review-table').waitFor({ timeout: TRANSFER });
  // all of them have arrived
  await page.waitForFunction(
    (least) => Number(document.querySelector('.g-review-table')?.getAttribute('aria-rowcount')) > least,
    Number(values.persons) * 0.5,
    { timeout: TRANSFER },
  );
  await page.waitForTimeout(5000);
  // What this machine takes for a key that nothing hangs on, at the same time: the floor under the figures.
  const bare = await context.newPage();
  await bare.setContent('<input type="search">');
  const results: object[] = [];
  console.log(
    `| list | work a key, CPU ×1 | longest | 75 % | keys | load | (ms, CPU ×${values.cpu}, ${values.persons} people) |`,
  );
  console.log('|---|---|---|---|---|---|---|');
  for (let turn = 0; turn < Number(values.runs); turn += 1)
    for (const [list, path] of Object.entries(lists)) {
      const seen = path === null ? bare : page;
      await seen.bringToFront();
      if (path !== null) await seen.evaluate((address) => history.pushState(null, '', address), path);
      await seen.locator('input[type=search]').waitFor();
      await seen.waitForTimeout(1000);
      const device = await context.newCDPSession(seen);
      await device.send('Performance.enable', { timeDomain: 'threadTicks' });
      const before = await workOf(device);
      for (const word of words) await typeAndListen(seen, word);
      const keys = words.join('').length * 2;
      const work = Math.round(((await workOf(device)) - before) / keys);
      await device.send('Emulation.setCPUThrottlingRate', { rate: Number(values.cpu) });
      const lengths: number[] = [];
      for (const word of words) lengths.push(...(await typeAndListen(seen, word)));
      await device.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await device.detach();
      lengths.sort((a, b) => a - b);
      const result = {
        list,
        work,
        longest: lengths.at(-1) ?? 0,
        most: at(lengths, 0.75),
        keys,
        load: load(),
      };
      results.push(result);
      console.log(
        `| ${list} | ${work} | ${result.longest} | ${result.most} | ${lengths.length} of ${keys} over 16 ms | ${result.load} | ${result.longest < GOAL ? 'good' : 'too long'} |`,
      );
    }
  console.log(
    JSON.stringify({ persons: Number(values.persons), cpu: Number(values.cpu), goal: GOAL, results }),
  );
} finally {
  await browser.close();
  server.removeAllListeners('exit');
  server.kill();
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
}
