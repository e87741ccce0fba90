// A table of rows with a number each in SQLite: what the floor and RxDB's replication need of a server, and no more.
import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import Sqlite from 'better-sqlite3';
import Fastify, { type FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import type { ServerPlace } from './server.ts';

export type Row = { readonly id: string };
export type Rows = {
  readonly put: (docs: readonly Row[]) => void;
  /** The text of a row as it stands. */
  readonly read: (id: string) => string | undefined;
  /** Rows that changed after a number, and the number reached. */
  readonly after: (
    since: number,
    limit: number,
  ) => { readonly cursor: number; readonly docs: readonly string[] };
  readonly cursor: () => number;
  readonly count: () => number;
  /** Runs in one transaction. */
  readonly atOnce: <T>(work: () => T) => T;
  readonly close: () => void;
};

/** Opens the table; it waits for the disk as the product's does. */
export const openRows = (folder: string): Rows => {
  const database = new Sqlite(join(folder, 'rows.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'create table rows (id text primary key, seq integer, doc text); create index by_seq on rows (seq)',
  );
  const last = { seq: 0 };
  const insert = database.prepare(
    'insert into rows values (?, ?, ?) on conflict (id) do update set seq = excluded.seq, doc = excluded.doc',
  );
  const select = database.prepare<[number, number], { seq: number; doc: string }>(
    'select seq, doc from rows where seq > ? order by seq limit ?',
  );
  const one = database.prepare<[string], { doc: string }>('select doc from rows where id = ?');
  return {
    put: database.transaction((docs: readonly Row[]) => {
      for (const doc of docs) insert.run(doc.id, (last.seq += 1), JSON.stringify(doc));
    }),
    read: (id) => one.get(id)?.doc,
    after: (since, limit) => {
      const rows = select.all(since, limit);
      return { cursor: rows.at(-1)?.seq ?? since, docs: rows.map((row) => row.doc) };
    },
    cursor: () => last.seq,
    count: () => Number(database.prepare('select count(*) from rows').pluck().get()),
    atOnce: (work) => database.transaction(work)(),
    close: () => void database.close(),
  };
};

/** A server that compresses as the product's edge does, and serves the pages. */
export const createRowServer = async ({ pages }: ServerPlace): Promise<FastifyInstance> => {
  const app = Fastify({ bodyLimit: 20_000_000 });
  await app.register(fastifyCompress, {
    encodings: ['zstd', 'br', 'gzip'],
    syncThreshold: 32_768,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
  });
  await app.register(fastifyStatic, { root: pages, preCompressed: true });
  return app;
};
