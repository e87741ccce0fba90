// Proof `kill`: the real server is killed in the middle of its work, again and again; nothing it had confirmed is gone.
import { setTimeout as pause } from 'node:timers/promises';
import { createChance, type Chance } from '#tests/sync/chance.ts';
import { createCaller, createReader, Forgotten, type Reader } from './caller.ts';
import { createClerk, type Clerk } from './clerk.ts';
import { isCaughtBy } from './house-copy.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';
import { openServer, type KillableServer } from './killable-server.ts';

/** How long the clerks work before the server dies, in milliseconds. */
const [SHORTEST, LONGEST] = [60, 700];

const standOf = (reader: Reader, clerk: Clerk): number =>
  Number(/\d+$/.exec(String(reader.values.get(clerk.person)?.['needs'] ?? '0'))?.[0] ?? 0);

/** Confirmed deeds that are not there whole, and unanswered ones of which only a part is. */
const missing = (
  reader: Reader,
  clerk: Clerk,
  from: number,
): { readonly lost: number; readonly half: number } => {
  const stand = standOf(reader, clerk);
  const partsOf = (records: readonly string[], count: number): number =>
    records.filter((id) => reader.values.has(id)).length + (stand >= count ? 1 : 0);
  const lost = clerk
    .acknowledged()
    .filter(({ count, records }) => count >= from && partsOf(records, count) <= records.length).length;
  const half = clerk.unanswered().filter(({ count, records }) => {
    const parts = partsOf(records, count);
    return parts > 0 && parts <= records.length;
  }).length;
  return { lost, half };
};

/** What is killed: a server, and perhaps what it stands on. */
export type Mortal = Pick<KillableServer, 'address' | 'start' | 'close'> & {
  readonly kill: (chance: Chance) => Promise<void>;
};

/** Kills it again and again while clerks send, and looks after each restart what is there. */
export const proveByKilling = async (
  asked: Asked,
  runs: number,
  open: () => Promise<Mortal>,
): Promise<Tally> => {
  const chance = createChance(asked.seed);
  const server = await open();
  try {
    const clerks: Clerk[] = [];
    for (const [index, login] of ['leyla', 'jonas', 'leyla', 'jonas'].entries())
      clerks.push(
        await createClerk(server.address, login, `${login}-${index}`, createChance(asked.seed * 10 + index)),
      );
    let reader = createReader(await createCaller(server.address, 'petra', 'device-petra'));
    let [lost, half, altered, inWork] = [0, 0, 0, 0];
    for (let run = 1; run <= runs; run += 1) {
      const from = clerks.map((clerk) => clerk.acknowledged().length + 1);
      let isRunning = true;
      const working = Promise.all(clerks.map((clerk) => clerk.work(() => isRunning)));
      await pause(SHORTEST + chance.under(LONGEST - SHORTEST));
      await server.kill(chance);
      isRunning = false;
      await working;
      inWork += clerks.filter((clerk) => clerk.unanswered().length > 0).length;
      await server.start();
      // Sometimes everything is read anew by a device that knows nothing, at last in any case.
      const isAnew = run === runs || run % 25 === 0;
      if (isAnew) reader = createReader(await createCaller(server.address, 'petra', `device-petra-${run}`));
      try {
        await reader.pull();
        for (const [index, clerk] of clerks.entries()) {
          const since = isAnew ? 1 : (from[index] ?? 1);
          const found = missing(reader, clerk, since);
          lost += found.lost;
          half += found.half;
          altered += await clerk.sendAgain(since);
        }
      } catch (error) {
        // It noticed a loss by itself and began a new epoch, which ends all sessions (S12): what it had confirmed is gone.
        if (!(error instanceof Forgotten)) throw error;
        asked.say(`kill ${run}: the server does not know those who were signed in`);
        return { tried: run, failed: lost + half + altered + 1 };
      }
      const deeds = clerks.reduce((sum, clerk) => sum + clerk.acknowledged().length, 0);
      if (run % 10 === 0 || run === runs)
        asked.say(
          `${run} of ${runs} kills, ${inWork} requests cut off; ${deeds * 3} changes confirmed; ` +
            `lost ${lost}, half ${half}, other receipt ${altered}`,
        );
    }
    return { tried: runs, failed: lost + half + altered };
  } finally {
    await server.close();
  }
};

/** The server on SQLite. Every confirmed change is there after the restart, under the same receipt, and no deed is half there. */
export const kill: Proof = {
  name: 'kill',
  sentence:
    'The server is killed while tablets send; what it had confirmed is there, whole, under the same number.',
  attempt: (asked) => proveByKilling(asked, runsOf(asked, 200, 10), openServer),
  control: ({ seed }) => isCaughtBy('kill', 's01-answered-before-commit.patch', seed, ['--runs', '3']),
};
