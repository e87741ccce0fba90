// A server for the measurement of pushes, as a process of its own: node bench/push-server.ts SUBJECT PORT PLACE CLIENTS
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import Fastify, { type FastifyInstance } from 'fastify';
import { createAccount } from '#server/accounts.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { foundCounty } from '#server/county.ts';
import { createPasswords } from '#server/passwords.ts';
import { openStorage } from '#server/storage/open.ts';

export const password = 'ein langes Kennwort';
export const loginOf = (client: number): string => `bench-${client}`;

/** The floor: Fastify and SQLite, each request a transaction of its own that waits for the disk. It checks nothing. */
const bare = (folder: string): FastifyInstance => {
  const database = new Sqlite(join(folder, 'bare.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table row (id text primary key, seq integer, doc text)');
  let seq = 0;
  const insert = database.prepare(
    'insert into row values (?, ?, ?) on conflict (id) do update set seq = excluded.seq, doc = excluded.doc',
  );
  const put = database.transaction((rows: readonly { readonly recordId: string }[]) => {
    for (const row of rows) insert.run(row.recordId, (seq += 1), JSON.stringify(row));
  });
  const app = Fastify({ bodyLimit: 1_048_576 });
  app.post<{ Body: { changes: { recordId: string }[] } }>('/api/sync', async ({ body }) => {
    put(body.changes);
    return { seq };
  });
  return app;
};

/** The product as it is, with one caseworker for each client. Passwords cost little here: they are not what is measured. */
const product = async (place: string, port: number, clients: number): Promise<FastifyInstance> => {
  const where = place.startsWith('postgres') ? { DATABASE_URL: place } : { DATA_DIR: place };
  const config = readConfig({
    PORT: String(port),
    NODE_ENV: 'test',
    REQUESTS_PER_MINUTE: '9999999',
    ...where,
  });
  if (!config.ok) throw new Error(config.error.sentences.join(' '));
  const storage = await openStorage(config.value);
  const passwords = createPasswords(undefined, { memoryCost: 64, timeCost: 1, parallelism: 1 });
  const hash = await passwords.hash(password);
  await foundCounty(storage, randomUUID);
  await storage.write(async (writing) => {
    for (let client = 0; client < clients; client += 1) {
      const login = loginOf(client);
      const member = { id: `user-${login}`, login, name: login, hash, mayReadLimits: false } as const;
      await createAccount(writing, { ...member, role: 'caseworker' }, new Date().toISOString(), randomUUID);
    }
  });
  return createApp({
    ...{ storage, config: config.value, passwords, newId: randomUUID },
    ...{ now: () => new Date(), log: () => undefined },
  });
};

if (import.meta.main) {
  const [subject, port = '', place = '', clients] = process.argv.slice(2);
  const app = subject === 'bare' ? bare(place) : await product(place, Number(port), Number(clients));
  await app.listen({ port: Number(port), host: '127.0.0.1' });
  // In good order, so that a profile is written.
  process.on('SIGTERM', () => process.exit(0));
  console.log('ready');
}
