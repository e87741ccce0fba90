// Proof `power-cut`: the disk loses what nobody waited for; what the server had confirmed is there all the same.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { createChance, type Chance } from '#tests/sync/chance.ts';
import { createClerk } from './clerk.ts';
import { createDisk } from './disk-image.ts';
import { readTrace, tracing, type DiskEvent } from './disk-trace.ts';
import { isCaughtBy } from './house-copy.ts';
import { openServer } from './killable-server.ts';
import { CannotRun, runsOf, type Asked, type Proof, type Tally } from './proof.ts';

const DATABASE = 'county.sqlite';
/** The log beside the database; the index of the log is made anew from it. */
const parts: readonly string[] = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-journal`];
/** How long the clerks work under the trace, in milliseconds: the long way the log is moved into the file several times. */
const [LONG, SHORT] = [90_000, 8_000];

/** The trace needs strace, and leave to watch a process of one's own. */
const findStrace = (): void => {
  if (spawnSync('strace', ['-V']).status !== 0 && process.getuid?.() === 0) {
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'strace'], options);
  }
  try {
    execFileSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', process.execPath, '-v'], {
      stdio: 'ignore',
    });
  } catch {
    throw new CannotRun('strace is missing, or this machine does not let it watch a process');
  }
};

const acceptedIn = (text: string): readonly string[] =>
  [...text.matchAll(/"id":"([^"]+)","result":"accepted"/g)].map((found) => found[1] ?? '');

/** Lets the real server work under a trace; answers what lay on its disk before, and what it did. */
const record = async (seed: number, duration: number) => {
  const trace = join(mkdtempSync(join(tmpdir(), 'geleit-trace-')), 'trace');
  const before = new Map<string, Buffer>();
  const server = await openServer((folder) => {
    const path = join(folder, DATABASE);
    before.set(path, readFileSync(path));
    return tracing(trace);
  });
  try {
    const names = ['leyla', 'jonas', 'petra'];
    const clerks = await Promise.all(
      names.map((name, index) =>
        createClerk(server.address, name, `power-${name}`, createChance(seed * 10 + index)),
      ),
    );
    let isRunning = true;
    const working = Promise.all(clerks.map((clerk) => clerk.work(() => isRunning)));
    await pause(duration);
    isRunning = false;
    await working;
    await server.kill();
    const ours = new Set(parts.map((part) => join(server.folder, part)));
    return { before, ours, events: await readTrace(trace) };
  } finally {
    await server.close();
    rmSync(join(trace, '..'), { recursive: true, force: true });
  }
};

/** How many of the confirmed changes are missing in an image; `undefined` if it does not even open. */
const missingIn = (image: ReadonlyMap<string, Buffer>, confirmed: readonly string[]): number | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'geleit-image-'));
  try {
    mkdirSync(folder, { recursive: true });
    for (const [path, content] of image) writeFileSync(join(folder, basename(path)), content);
    const database = new Sqlite(join(folder, DATABASE));
    try {
      const isWhole = database.pragma('integrity_check', { simple: true }) === 'ok';
      const there = new Set(database.prepare<[], string>('select id from change').pluck().all());
      return isWhole ? confirmed.filter((id) => !there.has(id)).length : undefined;
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Moments after the first confirmation, in their order. */
const momentsOf = (events: readonly DiskEvent[], count: number, chance: Chance): ReadonlySet<number> => {
  const first = events.findIndex((event) => event.kind === 'said' && acceptedIn(event.text).length > 0);
  if (first < 0) throw new Error('Nothing was confirmed under the trace.');
  const moments = new Set([events.length - 1]);
  while (moments.size < Math.min(count, events.length - first))
    moments.add(first + chance.under(events.length - first));
  return moments;
};

const attempt = async (asked: Asked): Promise<Tally> => {
  findStrace();
  const runs = runsOf(asked, 300, 20);
  const chance = createChance(asked.seed);
  const { before, ours, events } = await record(asked.seed, asked.isShort ? SHORT : LONG);
  const disk = createDisk(before, (path) => ours.has(path));
  const moments = momentsOf(events, runs, chance);
  const confirmed: string[] = [];
  let [tried, failed, broken, lost] = [0, 0, 0, 0];
  for (const [index, event] of events.entries()) {
    disk.take(event);
    if (event.kind === 'said') confirmed.push(...acceptedIn(event.text));
    if (!moments.has(index)) continue;
    tried += 1;
    const missing = missingIn(disk.cut(chance), confirmed);
    if (missing === undefined) broken += 1;
    lost += missing ?? 0;
    if (missing !== 0) failed += 1;
    if (tried % 50 === 0) asked.say(`${tried} of ${moments.size} cuts`);
  }
  const syncs = events.filter((event) => event.kind === 'sync' && ours.has(event.path)).length;
  const writes = events.filter((event) => event.kind === 'write' && ours.has(event.path)).length;
  asked.say(
    `${tried} cuts in ${writes} writes and ${syncs} waits for the disk, ${confirmed.length} changes confirmed; ` +
      `${failed} cuts lost something: ${lost} changes, ${broken} files that do not open`,
  );
  return { tried, failed };
};

/**
 * The writes of the real server are traced; at moments drawn by chance an image is made that holds what the server had
 * waited for, and of the rest any 4 KiB. It opens, and every change whose answer had left by then is in it.
 */
export const powerCut: Proof = {
  name: 'power-cut',
  sentence:
    'The power is cut while tablets send: SQLite opens again with everything the server had confirmed.',
  attempt,
  control: ({ seed }) => isCaughtBy('power-cut', 's01-not-waiting-for-the-disk.patch', seed),
};
