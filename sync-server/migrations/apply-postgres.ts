// Brings a PostgreSQL database to the present form: numbered files, each applied once, all of them in one transaction.
import type { ClientBase } from 'pg';
import { missingMigrations, readMigrations, type Migration } from './migration.ts';

/** Of two servers that start at once, one waits for the other: the number stands for Geleit's migrations alone. */
const LOCK = 4_353_451_048;

/**
 * Applies what is missing, or throws a sentence for the console.
 * @param migrations for tests; otherwise the files of the folder `postgres`
 */
export const applyMigrations = async (
  client: ClientBase,
  migrations = readMigrations('postgres'),
): Promise<void> => {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query('create table if not exists migration (name text primary key, hash text not null)');
    const applied = await client.query<Omit<Migration, 'sql'>>('select name, hash from migration');
    for (const { name, sql, hash } of missingMigrations(applied.rows, migrations)) {
      await client.query(sql);
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};
