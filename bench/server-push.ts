// How many pushes a second a server takes from many devices at once: the product on each of its databases beside a floor.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PROTOCOL } from '#protocol/version.ts';
import { startPostgres } from '#tests/postgres.ts';
import { loginOf, password } from './push-server.ts';
import { benchRecords, type BenchRecord } from './records.ts';

type Subject = 'bare' | 'geleit' | 'geleit-postgres';
const subjects: readonly Subject[] = ['bare', 'geleit', 'geleit-postgres'];
const CLIENTS = 50;
const RECORDS = 10;
const server = fileURLToPath(new URL('push-server.ts', import.meta.url));

/** The first ten records of each case of the benchmarks' county. */
const files = (): readonly (readonly BenchRecord[])[] =>
  Object.values(Object.groupBy(benchRecords('cases'), ({ caseId }) => caseId)).flatMap((file) =>
    file === undefined ? [] : [file.slice(0, RECORDS)],
  );

type Post = (path: string, body: unknown) => Promise<string>;

/** A connection of its own that stays open, and keeps its cookie. */
const connect = (port: number): Post => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let cookie = '';
  return (path, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        cookie,
      };
      const asked = request({ agent, port, path, method: 'POST', headers }, (answer) => {
        cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie;
        let said = '';
        answer.setEncoding('utf8').on('data', (part: string) => (said += part));
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve(said) : reject(new Error(`${path}: ${said}`)),
        );
      });
      asked.on('error', reject);
      asked.end(text);
    });
};

/** A tablet that makes a case with ten records, then writes once in each of them, and so on. */
const createTablet = (post: Post, user: string, cases: readonly (readonly BenchRecord[])[]) => {
  const device = `device-${user}`;
  let [number, turn, cursor]: [number, number, string | null] = [0, 0, null];
  let made: { readonly record: BenchRecord; readonly caseId: string; readonly change: string }[] = [];
  const changeOf = (record: BenchRecord, caseId: string, set: object, base: object) => {
    number += 1;
    const id = randomUUID();
    const recordId = record.id.replace(record.caseId, caseId);
    const { kind } = record;
    const origin = { by: user, device, number, at: new Date().toISOString() };
    return { id, deed: id, caseId, kind, recordId, set, base, ...origin };
  };
  const nextChanges = () => {
    if (made.length > 0) {
      const edited = made.map(({ record, caseId, change }) => {
        const path = { case: 'fileNumber', person: 'needs', plan: 'steps/s0/note' }[record.kind] ?? 'note';
        return changeOf(record, caseId, { [path]: `geändert ${number}` }, { [path]: [change] });
      });
      made = [];
      return edited;
    }
    const file = cases[turn % cases.length] ?? [];
    const caseId = randomUUID();
    turn += 1;
    const changes = file.map((record) => changeOf(record, caseId, record.set, {}));
    made = file.map((record, index) => ({ record, caseId, change: changes[index]?.id ?? '' }));
    return changes;
  };
  return {
    register: () => post('/api/devices', { device, name: 'Tablet', firstNumber: 1 }),
    push: async (): Promise<void> => {
      const changes = nextChanges();
      const clock = new Date().toISOString();
      const message = { protocol: PROTOCOL, device, cursor, clock, changes, voids: [], purged: [] };
      const said = await post('/api/sync', message);
      const [, next] = /"cursor":"([^"]*)"/.exec(said) ?? [];
      if (next !== undefined) {
        cursor = next;
        const accepted = said.match(/"result":"accepted"/g)?.length;
        if (accepted !== changes.length) throw new Error(`${accepted} accepted: ${said.slice(0, 500)}`);
      }
    },
  };
};

/** What a process has used of its processor so far, in milliseconds (Linux counts it in hundredths of a second). */
const processorTime = (pid: number | undefined): number => {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = after.split(' ').slice(11, 13).map(Number);
  return (user + system) * 10;
};

type Sample = { readonly rate: number; readonly processor: number };

/** Starts a subject's server in a process of its own and drives it for a while: pushes a second, and processor time for one. */
const measure = async (subject: Subject, port: number, seconds: number): Promise<Sample> => {
  const postgres = subject === 'geleit-postgres' ? await startPostgres() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'geleit-push-'));
  const place = postgres?.url ?? folder;
  const flags = process.env['BENCH_PROFILE'] === subject ? ['--cpu-prof', `--cpu-prof-dir=${tmpdir()}`] : [];
  const args = [...flags, '--disable-warning=ExperimentalWarning', server, subject, String(port), place];
  const child = spawn(process.execPath, [...args, String(CLIENTS)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  try {
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('exit', () => reject(new Error(`${subject} did not start`)));
    });
    const cases = files();
    const tablets = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const post = connect(port);
        const tablet = createTablet(post, `user-${loginOf(client)}`, cases.slice(client * 12));
        if (subject === 'bare') return tablet;
        await post('/api/sign-in', { login: loginOf(client), password });
        await tablet.register();
        return tablet;
      }),
    );
    let pushes = 0;
    const drive = async (until: number): Promise<void> => {
      await Promise.all(
        tablets.map(async (tablet) => {
          while (performance.now() < until) {
            await tablet.push();
            pushes += 1;
          }
        }),
      );
    };
    await drive(performance.now() + 1000);
    pushes = 0;
    const [start, used] = [performance.now(), processorTime(child.pid)];
    await drive(start + seconds * 1000);
    const rate = pushes / ((performance.now() - start) / 1000);
    return { rate, processor: (processorTime(child.pid) - used) / pushes };
  } finally {
    child.kill('SIGTERM');
    await ended;
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const resultsSchema = z.object({ results: z.array(z.looseObject({ work: z.string() })) }).loose();

/** Puts the results among the others of the last run, in place of older ones of the same work. */
const keep = (results: readonly object[]): void => {
  const folder = join(import.meta.dirname, 'results');
  const file = join(folder, 'latest.json');
  mkdirSync(folder, { recursive: true });
  const [cpu] = cpus();
  const nothing = {
    machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length },
    versions: { node: process.version },
    results: [],
  };
  const readBefore = () => {
    try {
      return resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return nothing;
    }
  };
  const before = readBefore();
  const others = before.results.filter(({ work }) => work !== 'server-push');
  writeFileSync(file, `${JSON.stringify({ ...before, results: [...others, ...results] }, null, 2)}\n`);
};

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    port: { type: 'string', default: '5401' },
    subject: { type: 'string', multiple: true },
  },
});
const chosen = subjects.filter((subject) => values.subject?.includes(subject) ?? true);
const rates = new Map<Subject, Sample[]>(chosen.map((subject) => [subject, []]));
for (let run = 0; run < Number(values.runs); run += 1) {
  for (const [subject, samples] of rates) {
    const sample = await measure(subject, Number(values.port), Number(values.seconds));
    samples.push(sample);
    console.error(`run ${run + 1}: ${subject} ${sample.rate.toFixed(0)}`);
  }
}
const floor = median((rates.get('bare') ?? []).map(({ rate }) => rate));
console.log(
  `| ${CLIENTS} devices, ${RECORDS} records a push | pushes/s | to the floor | server's processor ms/push |`,
);
console.log('|---|--:|--:|--:|');
const results = [...rates].map(([subject, samples]) => {
  const pushes = samples.map(({ rate }) => rate);
  const [middle, min, max] = [median(pushes), Math.min(...pushes), Math.max(...pushes)];
  const processor = median(samples.map((sample) => sample.processor)).toFixed(2);
  const spread = `${middle.toFixed(0)} (${min.toFixed(0)}–${max.toFixed(0)})`;
  console.log(`| ${subject} | ${spread} | ${(middle / floor).toFixed(2)} | ${processor} |`);
  const measured = { median: middle, min, max, unit: 'pushes/s' };
  return { work: 'server-push', shape: 'cases', records: RECORDS, subject, ...measured };
});
keep(results);
process.exit(0);
