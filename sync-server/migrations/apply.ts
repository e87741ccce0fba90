// Brings a SQLite file to the present form: numbered files, each applied once, all of them in one transaction.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';

type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

const folder = fileURLToPath(new URL('.', import.meta.url));

const readMigrations = (): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });

/**
 * Applies what is missing. Refuses a file that a newer program has written, and one whose migrations were edited later.
 * @param migrations for tests; otherwise the files of this folder
 */
export const applyMigrations = (database: Database, migrations = readMigrations()): void => {
  database.transaction(() => {
    database.exec('create table if not exists migration (name text primary key, hash text not null) strict');
    const applied = new Map(
      database
        .prepare<[], { name: string; hash: string }>('select name, hash from migration')
        .all()
        .map(({ name, hash }) => [name, hash]),
    );
    for (const name of applied.keys()) {
      if (migrations.some((migration) => migration.name === name)) continue;
      throw new Error(
        `The data folder was written by a newer version of Geleit (${name}). Start that version.`,
      );
    }
    for (const { name, sql, hash } of migrations) {
      const before = applied.get(name);
      if (before === hash) continue;
      if (before !== undefined) {
        throw new Error(
          `The migration ${name} was edited after it had been applied. A change is a new file.`,
        );
      }
      database.exec(sql);
      database.prepare('insert into migration (name, hash) values (?, ?)').run(name, hash);
    }
  })();
};
