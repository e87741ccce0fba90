// The storage contract over one SQLite file: the default, without any service beside the server.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { applyMigrations } from '#server/migrations/apply-sqlite.ts';
import { lockForWriting } from './sqlite-lock.ts';
import { createReading } from './sqlite-reading.ts';
import { createWriting } from './sqlite-writing.ts';
import type { Storage } from './storage.ts';

/** What is confirmed must survive a power cut: FULL waits for the disk at every commit (docs/decisions/0002). */
const connect = (file: string): Database => {
  const database = new Sqlite(file, { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma('secure_delete = ON');
  database.pragma('trusted_schema = OFF');
  // Moving the log into the file costs a commit dearly: seldom (pages of 4 KiB), and each page once for many commits.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('journal_size_limit = 67108864');
  return database;
};

/** Lets one piece of work at a time onto a connection, in the order in which they came. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

/** Runs work between two statements; what throws is rolled back. */
const transaction = (database: Database, begin: string) => {
  const [start, commit, rollback] = [begin, 'commit', 'rollback'].map((sql) => database.prepare(sql));
  return async <T>(work: () => Promise<T>): Promise<T> => {
    start?.run();
    try {
      const result = await work();
      commit?.run();
      return result;
    } catch (error) {
      if (database.inTransaction) rollback?.run();
      throw error;
    }
  };
};

/**
 * Opens (or makes) the file. Throws a sentence for the console if another process writes it, or if a newer version did.
 * A `write` must not wait for another `write`: they follow one another.
 */
export const openSqlite = (file: string): Storage => {
  mkdirSync(dirname(file), { recursive: true });
  const unlock = lockForWriting(file);
  const connections: Database[] = [];
  const closeAll = (): void => {
    for (const connection of connections) connection.close();
    unlock();
  };
  try {
    const writer = connect(file);
    connections.unshift(writer);
    applyMigrations(writer);
    const reader = connect(file);
    connections.unshift(reader);
    reader.pragma('query_only = ON');

    const reading = createReading(reader);
    const writing = createWriting(writer, createReading(writer));
    const [inReadersTurn, inWritersTurn] = [createTurns(), createTurns()];
    const snapshot = transaction(reader, 'begin deferred');
    const atomically = transaction(writer, 'begin immediate');
    return {
      read: (work) => inReadersTurn(() => snapshot(() => work(reading))),
      write: (work) => inWritersTurn(() => atomically(() => work(writing))),
      close: async () => {
        await inReadersTurn(() => inWritersTurn(async () => closeAll()));
      },
    };
  } catch (error) {
    closeAll();
    throw error;
  }
};
