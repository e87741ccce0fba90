// The servers of the benchmarks in one process: the product as it is, and a floor that stores rows and checks nothing.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Sqlite from 'better-sqlite3';
import Fastify from 'fastify';
import { createAccount } from '#server/accounts.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { foundCounty } from '#server/county.ts';
import { createPasswords } from '#server/passwords.ts';
import { writeAsServer } from '#server/server-changes.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { takeChanges } from '#server/take-change.ts';
import { benchRecords, type BenchRecord, type Shape } from './records.ts';

/** What the runner may ask of a server between two measurements. */
export type BenchServer = {
  readonly url: string;
  readonly edit: (numbers: readonly number[]) => Promise<void>;
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export const login = 'bench';
export const password = 'ein langes Kennwort';

/** The product's own server with the records of a shape, and the benchmark's page instead of the app. */
export const startGeleit = async (
  shape: Shape,
  folder: string,
  pages: string,
  port: number,
): Promise<BenchServer> => {
  const storage = openSqlite(join(folder, 'county.sqlite'));
  const config = readConfig({ PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'test', DATA_DIR: folder });
  if (!config.ok) throw new Error(config.error.sentences.join(' '));
  const passwords = createPasswords();
  const now = (): string => new Date().toISOString();
  await foundCounty(storage, randomUUID);
  const records = benchRecords(shape);
  await storage.write(async (writing) => {
    const hash = await passwords.hash(password);
    const member = {
      id: 'user-bench',
      login,
      name: 'Bench',
      role: 'supervisor',
      mayReadLimits: false,
      hash,
    } as const;
    await createAccount(writing, member, now(), randomUUID);
    let number = 0;
    for (const { id, caseId, kind, set } of records) {
      number += 1;
      const origin = { by: 'user-bench', device: 'seed-device', number, at: now() };
      await takeChanges(writing, undefined, [
        {
          change: {
            id: randomUUID(),
            deed: randomUUID(),
            caseId,
            kind,
            recordId: id,
            set,
            base: {},
            ...origin,
          },
          at: now(),
        },
      ]);
    }
  });
  const app = await createApp(
    {
      storage,
      config: config.value,
      now: () => new Date(),
      newId: randomUUID,
      passwords,
      log: () => undefined,
    },
    pages,
  );
  const url = await app.listen({ port, host: '127.0.0.1' });
  const persons = records.filter((record) => record.kind === 'person');
  return {
    url,
    edit: (numbers) =>
      storage.write((writing) =>
        writeAsServer(
          writing,
          numbers.flatMap((number) => editOf(persons, number)),
          now(),
          randomUUID,
        ),
      ),
    count: async () => {
      const scope = { user: 'user-bench', cases: 'all', mayReadLimits: false } as const;
      const rows = await storage.read((reading) => reading.recordsAfter(scope, 0, Number.MAX_SAFE_INTEGER));
      return rows.filter((row) => row.caseId !== null).length;
    },
    close: async () => {
      await app.close();
      await storage.close();
    },
  };
};

const editOf = (persons: readonly BenchRecord[], number: number) => {
  const record = persons[number % persons.length];
  if (record === undefined) return [];
  return [
    {
      caseId: record.caseId,
      kind: 'person',
      recordId: record.id,
      set: { needs: `geändert ${randomUUID()}` },
    },
  ];
};

/** The floor: rows in, rows out. It merges, encrypts, checks and answers for nothing; it bounds what Dexie rows can reach. */
export const startFloor = async (
  shape: Shape,
  folder: string,
  pages: string,
  port: number,
): Promise<BenchServer> => {
  const database = new Sqlite(join(folder, 'floor.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'create table rows (id text primary key, seq integer, doc text); create index by_seq on rows (seq)',
  );
  let seq = 0;
  const insert = database.prepare(
    'insert into rows values (?, ?, ?) on conflict (id) do update set seq = excluded.seq, doc = excluded.doc',
  );
  const put = database.transaction((docs: readonly { readonly id: string }[]) => {
    for (const doc of docs) insert.run(doc.id, (seq += 1), JSON.stringify(doc));
  });
  const select = database.prepare<[number, number], { seq: number; doc: string }>(
    'select seq, doc from rows where seq > ? order by seq limit ?',
  );
  const docs = floorDocs(shape);
  put(docs);
  const app = Fastify({ bodyLimit: 20_000_000 });
  await app.register(fastifyStatic, { root: pages });
  app.get<{ Querystring: { since: string; limit: string } }>('/pull', async (request, reply) => {
    const rows = select.all(Number(request.query.since), Number(request.query.limit));
    const cursor = rows.at(-1)?.seq ?? Number(request.query.since);
    return reply
      .type('application/json')
      .send(`{"cursor":${cursor},"docs":[${rows.map((row) => row.doc).join(',')}]}`);
  });
  app.post<{ Body: { id: string }[] }>('/push', async (request) => {
    put(request.body);
    return { cursor: seq };
  });
  const url = await app.listen({ port, host: '127.0.0.1' });
  const persons = docs.filter((doc) => doc.kind === 'person');
  return {
    url,
    edit: async (numbers) => {
      put(
        numbers
          .flatMap((number) => persons.at(number % persons.length) ?? [])
          .map((doc) => ({ ...doc, needs: `geändert ${randomUUID()}` })),
      );
    },
    count: async () => Number(database.prepare('select count(*) from rows').pluck().get()),
    close: async () => {
      await app.close();
      database.close();
    },
  };
};

/** The same content as rows: leaves by their paths, and the name to sort by. */
const floorDocs = (shape: Shape) =>
  benchRecords(shape).map(({ id, caseId, kind, set }) => ({ id, caseId, kind, name: nameOf(set), ...set }));

const nameOf = (set: Readonly<Record<string, unknown>>): string | undefined =>
  typeof set['registerFamily'] === 'string' ? `${set['registerFamily']}` : undefined;
