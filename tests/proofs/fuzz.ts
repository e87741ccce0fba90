// Proof `fuzz`: everybody sends nonsense to the same county on SQLite and on PostgreSQL; both answer alike and with sense.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { z } from 'zod';
import { nonsense, type Nonsense } from '#tests/nonsense/nonsense.ts';
import { wrongIn } from '#tests/nonsense/sense.ts';
import { startPostgres } from '#tests/postgres.ts';
import { createChance } from '#tests/sync/chance.ts';
import { namesOf, openFuzzedCounty, senders, type FuzzedCounty, type Sender } from './fuzz-county.ts';
import { isCaughtBy } from './house-copy.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

const REQUESTS = 10_000;
const FEW = 1_500;
/** So many come from one sender, one after the other; then her rows are looked at. */
const BLOCK = 25;
/** After so many, what nothing needs is thrown away: else the process grows by what nobody has swept up yet. */
const SWEPT = 250;
/** Few enough from one address that no limit of an address counts: it would depend on the clock on the wall. */
const ADDRESSES = 250;
/** From then on, or from a fifth of the requests on, the process may grow by so many bytes, and by so many that it needs. */
const WARM = 1_000;
const MOST_ADDED = { process: 128 * 2 ** 20, held: 96 * 2 ** 20 };

setFlagsFromString('--expose-gc');
const sweep: unknown = runInNewContext('gc');
const collect = (): void => {
  if (typeof sweep === 'function') Reflect.apply(sweep, undefined, []);
};

type Memory = { readonly process: number; readonly held: number };

/** What the process takes, and what of it is needed, once everything else was thrown away. */
const memory = (): Memory => {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { process: rss, held: heapUsed + external };
};

const saidSchema = z.object({
  error: z.unknown().optional(),
  expect: z.unknown().optional(),
  receipts: z
    .array(z.object({ number: z.number(), result: z.string(), reason: z.unknown().optional() }))
    .optional(),
});

/** What two databases must agree on: everything but ids and texts that the server makes anew each time. */
const gistOf = ({ statusCode, body }: LightMyRequestResponse): string => {
  if (!body.startsWith('{')) return String(statusCode);
  return `${statusCode} ${JSON.stringify(saidSchema.parse(JSON.parse(body)))}`;
};

type Both = readonly [onSqlite: FuzzedCounty, onPostgres: FuzzedCounty];

/** What is wrong with one answer, or between the two; undefined if nothing is. */
const wrongWith = (
  sender: Sender,
  { method }: Nonsense,
  answers: readonly LightMyRequestResponse[],
): string | undefined => {
  for (const answer of answers) {
    const wrong = wrongIn(answer, method);
    if (wrong !== undefined) return wrong;
    const told = senders[sender].find((word) => answer.body.includes(word));
    if (told !== undefined) return `told ${told}`;
  }
  const [one = '', other = ''] = answers.map(gistOf);
  return one === other ? undefined : `SQLite says ${one}, PostgreSQL ${other}`;
};

type Counts = { tried: number; failed: number; taken: number; accepted: number };

/** One sender sends a block of nonsense to both counties; afterwards nothing that is Selma's has changed. */
const sendBlock = async (both: Both, sender: Sender, asked: Asked, counts: Counts): Promise<void> => {
  const fails = (sentence: string): void => {
    counts.failed += 1;
    if (counts.failed <= 20) asked.say(`request ${counts.tried}: ${sentence}`);
  };
  const before = await Promise.all(both.map((county) => county.rowsOfSelma()));
  for (let index = 0; index < BLOCK; index += 1) {
    const names = namesOf(sender, await both[0].nextOf(sender));
    const seed = asked.seed * 1_000_003 + counts.tried;
    const [request] = fc.sample(nonsense(names), { seed, numRuns: 1 });
    if (request === undefined) continue;
    counts.tried += 1;
    const address = `192.0.2.${counts.tried % ADDRESSES}`;
    const answers = await Promise.all(both.map((county) => county.send(sender, request, address)));
    if (answers[0]?.statusCode === 200) counts.taken += 1;
    counts.accepted += answers[0]?.body.match(/"result":"accepted"/g)?.length ?? 0;
    const wrong = wrongWith(sender, request, answers);
    if (wrong !== undefined) fails(`${sender}, ${request.method} ${request.url}: ${wrong}`);
  }
  const after = await Promise.all(both.map((county) => county.rowsOfSelma()));
  if (after.join() !== before.join()) fails(`${sender} changed something that is Selma’s`);
};

/** How many of the blocks each sends. */
const shares = [
  [1, 'nobody'],
  [1, 'a made-up session'],
  [1, 'who has left'],
  [2, 'the phone'],
  [6, 'caseworker'],
  [4, 'supervisor'],
  [3, 'administrator'],
] as const;

const inMebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

const attempt = async (asked: Asked): Promise<Tally> => {
  const runs = runsOf(asked, REQUESTS, FEW);
  const chance = createChance(asked.seed);
  const postgres = await startPostgres({ fsync: false });
  const both: Both = [await openFuzzedCounty(), await openFuzzedCounty(postgres.url)];
  try {
    const counts = { tried: 0, failed: 0, taken: 0, accepted: 0 };
    let before: Memory | undefined;
    while (counts.tried < runs) {
      if (counts.tried % SWEPT === 0) collect();
      if (before === undefined && counts.tried >= Math.max(WARM, runs / 5)) before = memory();
      const sender = chance.weighed(shares);
      if (sender !== undefined) await sendBlock(both, sender, asked, counts);
    }
    const [first, last] = [before ?? memory(), memory()];
    const added = { process: last.process - first.process, held: last.held - first.held };
    const isFlat = added.process <= MOST_ADDED.process && added.held <= MOST_ADDED.held;
    if (!isFlat) asked.say('the memory is not flat');
    const troubles = both.reduce((sum, county) => sum + county.troubles(), 0);
    asked.say(
      `${counts.tried} requests to each database, ${counts.taken} of them taken, ` +
        `${counts.accepted} changes accepted; ${counts.failed} wrong; ` +
        `${troubles} times trouble in the log; the process grew by ${inMebibytes(added.process)} MiB, ` +
        `what it holds by ${inMebibytes(added.held)}`,
    );
    return { tried: counts.tried, failed: counts.failed + troubles + (isFlat ? 0 : 1) };
  } finally {
    for (const county of both) await county.close();
    await postgres.stop();
  }
};

/** Every route, everybody, nonsense: no trouble, no word of the insides, nothing of somebody else's, and the same on both databases. */
export const fuzz: Proof = {
  name: 'fuzz',
  sentence:
    'Everybody sends nonsense to SQLite and PostgreSQL: both answer alike and with sense, and nothing is reached that is not theirs.',
  attempt,
  control: ({ seed }) => isCaughtBy('fuzz', 'v17-unsound-text-let-in.patch', seed, ['--runs', '3000']),
};
