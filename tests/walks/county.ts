// A county for the walks: the real server as a process of its own, and people who sign in through the page.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { createAccount } from '#server/accounts.ts';
import { foundCounty } from '#server/county.ts';
import { createPasswords } from '#server/passwords.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { PASSWORD, staff } from '#tests/county.ts';

export { PASSWORD, staff };

/** A person of the invented county, as the console prints her. */
export type SignIn = { readonly login: string; readonly password: string; readonly role: string };

/** The server as a process. Stopped and started again it keeps its address and its folder. */
export type RunningCounty = {
  readonly address: string;
  /** The sign-ins that the console printed; empty where the county is not the demo. */
  readonly signIns: readonly SignIn[];
  readonly start: () => Promise<void>;
  /** Ends it in good order; whoever asks afterwards gets no answer. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type CountyOptions = {
  /** The invented county instead of an empty one with the staff of tests/county.ts. */
  readonly demo?: boolean;
  /** The house whose pages are served; the one that this file stands in, if nothing is said. */
  readonly house?: string;
};

/** The house that this file stands in. */
export const thisHouse = join(import.meta.dirname, '..', '..');
const READY = 30_000;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Staff whose password is hashed quickly: the walks are about something else than guessing. */
const employ = async (folder: string): Promise<void> => {
  const storage = openSqlite(join(folder, 'county.sqlite'));
  const passwords = createPasswords(undefined, { memoryCost: 64, timeCost: 1, parallelism: 1 });
  const hash = await passwords.hash(PASSWORD);
  await foundCounty(storage, randomUUID);
  await storage.write(async (writing) => {
    for (const person of Object.values(staff)) {
      const mayReadLimits = person.role !== 'administrator';
      await createAccount(writing, { ...person, hash, mayReadLimits }, new Date().toISOString(), randomUUID);
    }
  });
  await storage.close();
};

const signInLine = /^ {2}(\S+) +(.+?) +\((\w+)\)$/gm;

/** Opens a county and starts its server. */
export const openCounty = async ({
  demo = false,
  house = thisHouse,
}: CountyOptions = {}): Promise<RunningCounty> => {
  if (!existsSync(join(house, 'dist', 'index.html')))
    throw new Error('The walks need `npm run build` first.');
  const folder = await mkdtemp(join(tmpdir(), 'geleit-walk-'));
  if (!demo) await employ(folder);
  const port = await freePort();
  let child: ChildProcess | undefined;
  let signIns: readonly SignIn[] = [];

  const start = async (): Promise<void> => {
    const started = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(house, 'sync-server', 'main.ts')],
      {
        env: {
          PATH: process.env['PATH'],
          HOST: '127.0.0.1',
          PORT: String(port),
          DATA_DIR: folder,
          REQUESTS_PER_MINUTE: '100000',
        },
      },
    );
    child = started;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`The server is not ready: ${said}`)), READY);
      const hear = (part: Buffer): void => {
        said += part.toString();
        if (!said.includes('Geleit is ready')) return;
        clearTimeout(late);
        resolve();
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.on('exit', (code) => reject(new Error(`The server ended with ${String(code)}: ${said}`)));
    });
    signIns = [...said.matchAll(signInLine)].map(([, login = '', password = '', role = '']) => ({
      login,
      password,
      role,
    }));
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };

  await start();
  return {
    address: `http://localhost:${port}`,
    get signIns() {
      return signIns;
    },
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Waits until the program lies on this device and opens without network from now on. */
export const untilKept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

/** Signs in for the first time on this device: name and password. */
export const signIn = async (
  page: Page,
  login: string,
  password = PASSWORD,
  address = '/',
): Promise<void> => {
  await page.goto(address);
  await page.locator('[name=username]').fill(login);
  await unlock(page, password);
};

/** Gives the password of the one who is known here, and waits for her first page. */
export const unlock = async (page: Page, password = PASSWORD): Promise<void> => {
  await page.locator('[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await expect(page.locator('.g-rail')).toBeVisible();
};

/** Goes to a page without loading the program anew: that would lock it. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => history.pushState(null, '', address), path);
