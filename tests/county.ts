// A whole county for tests: the real server over a real database, with invented staff. SQLite in a temporary folder, if nothing else is said.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createAccount } from '#server/accounts.ts';
import { createApp } from '#server/app.ts';
import { readConfig, type Config } from '#server/config.ts';
import { foundCounty } from '#server/county.ts';
import type { LogLine } from '#server/log.ts';
import { createPasswords } from '#server/passwords.ts';
import { openStorage } from '#server/storage/open.ts';
import type { Storage } from '#server/storage/storage.ts';
import type { UserRole } from '#domain/user.ts';

export const PASSWORD = 'drei kleine Laternen am Fluss';
const passwords = createPasswords(undefined, { memoryCost: 64, timeCost: 1, parallelism: 1 });
const hashed = passwords.hash(PASSWORD);

/** Everybody who works in the test county, with the same password. */
export const staff = {
  leyla: { id: 'user-leyla', login: 'leyla', name: 'Leyla Demir', role: 'caseworker' },
  jonas: { id: 'user-jonas', login: 'jonas', name: 'Jonas Brandt', role: 'caseworker' },
  petra: { id: 'user-petra', login: 'petra', name: 'Petra Lindau', role: 'supervisor' },
  maren: { id: 'user-maren', login: 'maren', name: 'Maren Holt', role: 'administrator' },
} as const satisfies Record<string, { id: string; login: string; name: string; role: UserRole }>;

/** A browser that keeps its cookie. */
export type Browser = {
  readonly get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, message?: unknown, more?: InjectOptions) => Promise<LightMyRequestResponse>;
  cookies: Record<string, string>;
};

export type County = {
  readonly app: FastifyInstance;
  /** The folder of the database and of what lies beside it. */
  readonly folder: string;
  readonly storage: Storage;
  readonly log: readonly LogLine[];
  /** The hands of the clock: move them by setting. */
  clock: Date;
  readonly browser: (remoteAddress?: string) => Browser;
  /** A browser in which this person has signed in. */
  readonly signedIn: (login: string) => Promise<Browser>;
  /** A browser with a registered device of this person. */
  readonly onDevice: (login: string, device: string) => Promise<Browser>;
  /** All that is kept, as text: two of them are equal if nothing was written between. On SQLite alone. */
  readonly everything: () => string;
  readonly close: () => Promise<void>;
};

const configOf = (environment: Readonly<Record<string, string>>): Config => {
  const config = readConfig({ NODE_ENV: 'test', REQUESTS_PER_MINUTE: '100000', ...environment });
  if (!config.ok) throw new Error(config.error.sentences.join('\n'));
  return config.value;
};

const dump = (file: string): string => {
  const database = new Sqlite(file, { readonly: true });
  const tables = database
    .prepare<[], string>("select name from sqlite_master where type = 'table'")
    .pluck()
    .all();
  const text = JSON.stringify(
    tables.map((table) => [table, database.prepare(`select * from ${table}`).all()]),
  );
  database.close();
  return text;
};

/** @param environment what differs from the defaults, as the environment says it */
export const createCounty = async (
  environment: Readonly<Record<string, string>> = {},
  people: readonly { id: string; login: string; name: string; role: UserRole }[] = Object.values(staff),
  pages?: string,
): Promise<County> => {
  const folder = await mkdtemp(join(tmpdir(), 'geleit-county-'));
  const file = join(folder, 'county.sqlite');
  const config = configOf({ DATA_DIR: folder, ...environment });
  const storage = await openStorage(config);
  const log: LogLine[] = [];
  const now = '2026-11-22T09:00:00.000Z';
  const hash = await hashed;
  await foundCounty(storage, randomUUID);
  await storage.write(async (writing) => {
    for (const person of people) {
      await createAccount(writing, { ...person, hash, mayReadLimits: false }, now, randomUUID);
    }
  });
  const app = await createApp(
    {
      storage,
      config,
      now: () => county.clock,
      newId: randomUUID,
      passwords,
      log: (line) => log.push(line),
    },
    pages ?? join(folder, 'pages'),
  );
  const browser = (remoteAddress = '127.0.0.1'): Browser => {
    const itself: Browser = {
      cookies: {},
      get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
      post: (url, message, more = {}) =>
        ask({
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json' },
          ...(message === undefined ? {} : { payload: JSON.stringify(message) }),
          ...more,
        }),
    };
    const ask = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
      const answer = await app.inject({ remoteAddress, cookies: itself.cookies, ...options });
      for (const { name, value } of answer.cookies) itself.cookies = { ...itself.cookies, [name]: value };
      return answer;
    };
    return itself;
  };
  const signedIn = async (login: string): Promise<Browser> => {
    const visitor = browser();
    const answer = await visitor.post('/api/sign-in', { login, password: PASSWORD });
    if (answer.statusCode !== 200) throw new Error(`${login} could not sign in: ${answer.body}`);
    return visitor;
  };
  const county: County = {
    app,
    folder,
    storage,
    log,
    clock: new Date(now),
    browser,
    signedIn,
    onDevice: async (login, device) => {
      const visitor = await signedIn(login);
      await visitor.post('/api/devices', { device, name: 'Tablet', firstNumber: 1 });
      return visitor;
    },
    everything: () => dump(file),
    close: async () => {
      await app.close();
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
  return county;
};

/** What `fetch` is to a page in one of the county's browsers; undefined: there is no network. */
export const fetchOf =
  (browser: () => Browser | undefined) =>
  async (path: string, { method, body }: { method?: string; body?: string } = {}): Promise<Response> => {
    const from = browser();
    if (from === undefined) throw new TypeError('no network');
    const answer = method === 'POST' ? await from.post(path, JSON.parse(body ?? '{}')) : await from.get(path);
    return new Response(answer.body, { status: answer.statusCode });
  };

/** Hours later on the county's clock. */
export const later = (county: County, hours: number): void => {
  county.clock = new Date(county.clock.getTime() + hours * 3_600_000);
};
