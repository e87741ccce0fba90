// The real server as a process of its own that a proof may kill; it keeps its folder and its address.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '#server/accounts.ts';
import { foundCounty } from '#server/county.ts';
import { createPasswords } from '#server/passwords.ts';
import { openStorage } from '#server/storage/open.ts';
import { PASSWORD, staff } from '#tests/county.ts';
import { freePort } from '#tests/server-process.ts';
import { house } from './house-copy.ts';

/** How long a start may take on a busy machine, in milliseconds. */
const READY = 60_000;

export type KillableServer = {
  readonly address: string;
  readonly port: number;
  /** Where its database lies. */
  readonly folder: string;
  readonly start: () => Promise<void>;
  /** Ends it at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  /** Kills it and removes its folder. */
  readonly close: () => Promise<void>;
};

/** The staff of tests/county.ts, with passwords that are hashed quickly: no proof here is about guessing. */
const employ = async (dataDir: string, databaseUrl: string | undefined): Promise<void> => {
  const storage = await openStorage({ dataDir, databaseUrl });
  const hash = await createPasswords(undefined, { memoryCost: 64, timeCost: 1, parallelism: 1 }).hash(
    PASSWORD,
  );
  await foundCounty(storage, randomUUID);
  await storage.write(async (writing) => {
    for (const person of Object.values(staff)) {
      const account = { ...person, hash, mayReadLimits: person.role !== 'administrator' };
      await createAccount(writing, account, new Date().toISOString(), randomUUID);
    }
  });
  await storage.close();
};

/**
 * Prepares a county and starts its server.
 * @param databaseUrl a PostgreSQL instead of a SQLite file in its folder
 * @param watch looks at the folder before the first start; answers a command that runs the server, such as a trace of its writes
 */
export const openServer = async (
  watch: (folder: string) => readonly string[] = () => [],
  databaseUrl?: string,
): Promise<KillableServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'geleit-proof-'));
  await employ(folder, databaseUrl);
  const before = watch(folder);
  const port = await freePort();
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const main = join(house, 'sync-server', 'main.ts');
    const [command = process.execPath, ...args] = [
      ...before,
      ...[process.execPath, '--disable-warning=ExperimentalWarning', main],
    ];
    const started = spawn(command, args, {
      // A group of its own: who watches the server dies with it.
      detached: true,
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: folder,
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
        NODE_ENV: 'test',
        REQUESTS_PER_MINUTE: '10000000',
      },
    });
    child = started;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`The server is not ready: ${said}`)), READY);
      const hear = (part: Buffer): void => {
        if (said.includes('Geleit is ready')) return;
        said += part.toString();
        if (!said.includes('Geleit is ready')) return;
        clearTimeout(late);
        resolve();
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.on('error', reject);
      started.on('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`The server ended with ${String(code)}: ${said}`));
      });
    });
  };
  const kill = async (): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending?.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('close', resolve));
    process.kill(-ending.pid, 'SIGKILL');
    await ended;
  };

  await start();
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    folder,
    start,
    kill,
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
