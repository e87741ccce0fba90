// The storage contract over one SQLite file: the default, without any service beside the server.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { applyMigrations } from '#server/migrations/apply-sqlite.ts';
import { createGroups, type Transaction } from './group-commit.ts';
import { lockForWriting } from './sqlite-lock.ts';
import { createReading } from './sqlite-reading.ts';
import { createWriting } from './sqlite-writing.ts';
import type { Storage, Writing } from './storage.ts';

/** What is confirmed must survive a power cut: FULL waits for the disk at every commit (docs/decisions/0002). */
const connect = (file: string): Database => {
  const database = new Sqlite(file, { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma('secure_delete = ON');
  database.pragma('trusted_schema = OFF');
  // What a sort or a vacuum lays aside never reaches a file of its own.
  database.pragma('temp_store = MEMORY');
  // Moving the log into the file costs a commit dearly: seldom (pages of 4 KiB), and each page once for many commits.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('journal_size_limit = 67108864');
  return database;
};

/** Lets one piece of reading at a time onto a connection, in the order in which they came. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

/** Runs work in one state of the file. */
const createSnapshots = (database: Database) => {
  const [begin, end] = [database.prepare('begin deferred'), database.prepare('commit')];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    begin.run();
    try {
      return await work();
    } finally {
      end.run();
    }
  };
};

/** How a transaction begins and ends on the connection that writes; `mark` separates those who share it. */
const createTransactions = (database: Database, handle: Writing) => {
  const [begin, commit, rollback] = ['begin immediate', 'commit', 'rollback'].map((sql) =>
    database.prepare(sql),
  );
  const mark = database.prepare('savepoint work');
  const [forget, undo] = [database.prepare('release work'), database.prepare('rollback to work')];
  return async (): Promise<Transaction<Writing>> => {
    begin?.run();
    let isMarked = false;
    return {
      handle,
      mark: async () => {
        if (isMarked) forget.run();
        mark.run();
        isMarked = true;
      },
      settle: async () => undefined,
      undoToMark: async () => {
        undo.run();
      },
      commit: async () => {
        commit?.run();
      },
      rollback: async () => {
        if (database.inTransaction) rollback?.run();
      },
    };
  };
};

/**
 * How many writes share one wait for the disk, and for how long they gather (milliseconds): long enough that the disk
 * is not what a busy hour waits for, short enough that nobody feels it.
 */
const GROUP = { most: 64, longest: 50, mayPass: () => false };

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
    const inTurn = createTurns();
    const snapshot = createSnapshots(reader);
    const groups = createGroups(createTransactions(writer, writing), GROUP);
    return {
      read: (work) => inTurn(() => snapshot(() => work(reading))),
      write: groups.write,
      compact: () =>
        inTurn(async () => {
          // Between two transactions, and while nobody reads: only then does the log go as well.
          do await groups.rest();
          while (writer.inTransaction);
          writer.exec('vacuum');
          writer.pragma('wal_checkpoint(truncate)');
        }),
      close: async () => {
        await groups.rest();
        await inTurn(async () => closeAll());
      },
    };
  } catch (error) {
    closeAll();
    throw error;
  }
};
