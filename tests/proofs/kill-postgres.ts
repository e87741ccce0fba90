// Proof `kill-postgres`: the server, or the PostgreSQL under it, or both, are killed in the middle of their work.
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '#tests/postgres.ts';
import { isCaughtBy } from './house-copy.ts';
import { proveByKilling, type Mortal } from './kill.ts';
import { openServer } from './killable-server.ts';
import { runsOf, type Proof } from './proof.ts';

/** How long the server may live on without its database, in milliseconds. */
const LONGEST_ALONE = 200;

const openBoth = async (): Promise<Mortal> => {
  const postgres = await startPostgres();
  const server = await openServer(() => [], postgres.url);
  let isDown = false;
  return {
    address: server.address,
    kill: async (chance) => {
      const what = chance.pick(['server', 'database first', 'both'] as const);
      isDown = what !== 'server';
      if (what === 'both') await Promise.all([postgres.crash(), server.kill()]);
      else if (what === 'database first') {
        await postgres.crash();
        await pause(chance.under(LONGEST_ALONE));
      }
      await server.kill();
    },
    start: async () => {
      if (isDown) await postgres.restart();
      isDown = false;
      await server.start();
    },
    close: async () => {
      await server.close();
      await postgres.stop();
    },
  };
};

/** As `kill`, on PostgreSQL: the server's process, every process of the database, or both die at any moment. */
export const killPostgres: Proof = {
  name: 'kill-postgres',
  sentence: 'Server and PostgreSQL are killed while tablets send; what was confirmed is there all the same.',
  attempt: (asked) => proveByKilling(asked, runsOf(asked, 50, 4), openBoth),
  control: ({ seed }) => isCaughtBy('kill-postgres', 's01-postgres-not-waiting.patch', seed, ['--runs', '6']),
};
