// The storage contract over PostgreSQL: for a county that already runs one, or that has outgrown one machine.
import pg from 'pg';
import { applyMigrations } from '#server/migrations/apply-postgres.ts';
import { createGroups, type Transaction } from './group-commit.ts';
import { createBatches } from './postgres-batches.ts';
import { createPool, createTalk, type Ask } from './postgres-connections.ts';
import { createReading } from './postgres-reading.ts';
import { createWriting } from './postgres-writing.ts';
import type { Storage, Writing } from './storage.ts';

const READERS = 10;

/** Others were in the way: a serialisation failure, or a deadlock that the database has broken. */
const passing = new Set(['40001', '40P01']);
const mayPass = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code !== undefined && passing.has(error.code);

/**
 * Whoever writes first locks the county's number until the commit, so writers follow one another however many processes
 * there are, and each sees all that was committed before (docs/decisions/0015).
 */
const BEGIN = 'begin isolation level read committed; select seq from numbering for update';
const SNAPSHOT = 'begin isolation level repeatable read read only';

const beginWriting = async (writers: pg.Pool): Promise<Transaction<Writing>> => {
  const client = await writers.connect();
  const { ask, send, tell, settle } = createTalk(client);
  tell(BEGIN);
  const batches = createBatches(send);
  const askFresh: Ask = (name, text, values) => {
    batches.flush();
    return ask(name, text, values);
  };
  let isMarked = false;
  return {
    handle: createWriting(ask, send, batches, createReading(askFresh)),
    mark: async () => {
      tell(isMarked ? 'release savepoint work; savepoint work' : 'savepoint work');
      isMarked = true;
    },
    settle: () => {
      batches.flush();
      return settle();
    },
    undoToMark: async () => {
      batches.forget();
      tell('rollback to savepoint work');
      await settle();
    },
    commit: async () => {
      await client.query('commit');
      client.release();
    },
    rollback: async () => {
      const isGone = await client.query('rollback').then(
        () => false,
        () => true,
      );
      client.release(isGone);
    },
  };
};

/** Several addresses may have been tried; each has its own reason. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reasonOf).join(', ')
    : error instanceof Error
      ? error.message
      : String(error);

/** Opens the database, and brings it to the present form. Throws a sentence for the console if it cannot. */
export const openPostgres = async (url: string): Promise<Storage> => {
  const [writers, readers] = [createPool(url, 1), createPool(url, READERS)];
  const closePools = async (): Promise<void> => {
    await Promise.all([writers.end(), readers.end()]);
  };
  try {
    const client = await writers.connect().catch((cause: unknown) => {
      throw new Error(`The PostgreSQL of DATABASE_URL cannot be reached: ${reasonOf(cause)}.`, { cause });
    });
    await applyMigrations(client).finally(() => client.release());
  } catch (error) {
    await closePools();
    throw error;
  }
  const groups = createGroups(() => beginWriting(writers), { most: 64, longest: 50, mayPass });
  const reads = new Set<Promise<unknown>>();

  return {
    read: (work) => {
      const reading = (async () => {
        const client = await readers.connect();
        const { ask, tell, settle } = createTalk(client);
        tell(SNAPSHOT);
        try {
          return await work(createReading(ask));
        } finally {
          tell('commit');
          client.release(
            await settle().then(
              () => false,
              () => true,
            ),
          );
        }
      })();
      const ended = reading.then(
        () => undefined,
        () => undefined,
      );
      reads.add(ended);
      void ended.then(() => reads.delete(ended));
      return reading;
    },
    write: groups.write,
    compact: async () => {
      const client = await writers.connect();
      try {
        for (const table of ['record', 'change', 'scope']) await client.query(`vacuum (full) ${table}`);
      } finally {
        client.release();
      }
    },
    close: async () => {
      await groups.rest();
      await Promise.all(reads);
      await closePools();
    },
  };
};
