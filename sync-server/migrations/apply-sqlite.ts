// Brings a SQLite file to the present form: numbered files, each applied once, all of them in one transaction.
import type { Database } from 'better-sqlite3';
import { missingMigrations, readMigrations, type Migration } from './migration.ts';

/** Throws a sentence if this program does not know the form of a file; an older form is right. */
export const checkMigrations = (database: Database): void => {
  const applied = database.prepare<[], Omit<Migration, 'sql'>>('select name, hash from migration').all();
  missingMigrations(applied, readMigrations('sqlite'));
};

/**
 * Applies what is missing, or throws a sentence for the console.
 * @param migrations for tests; otherwise the files of the folder `sqlite`
 */
export const applyMigrations = (database: Database, migrations = readMigrations('sqlite')): void => {
  database.transaction(() => {
    database.exec('create table if not exists migration (name text primary key, hash text not null) strict');
    const applied = database.prepare<[], Omit<Migration, 'sql'>>('select name, hash from migration').all();
    for (const { name, sql, hash } of missingMigrations(applied, migrations)) {
      database.exec(sql);
      database.prepare('insert into migration (name, hash) values (?, ?)').run(name, hash);
    }
  })();
};
