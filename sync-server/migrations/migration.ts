// The numbered files that bring a database to its present form, one folder for each sort of database.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One file, under the hash of its content: a file that was applied somewhere is stone. */
export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

/** The files of a folder beside this one, in the order of their numbers. */
export const readMigrations = (dialect: 'sqlite' | 'postgres'): readonly Migration[] => {
  const folder = fileURLToPath(new URL(`${dialect}/`, import.meta.url));
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
};

/**
 * Which are still to be applied. Throws a sentence for the console if a newer program has written the data, or if a
 * file was edited after it had been applied.
 */
export const missingMigrations = (
  applied: readonly Omit<Migration, 'sql'>[],
  migrations: readonly Migration[],
): readonly Migration[] => {
  const newer = applied.find(({ name }) => !migrations.some((migration) => migration.name === name));
  if (newer !== undefined) {
    throw new Error(`The data was written by a newer version of Geleit (${newer.name}). Start that version.`);
  }
  return migrations.filter(({ name, hash }) => {
    const before = applied.find((migration) => migration.name === name);
    if (before !== undefined && before.hash !== hash) {
      throw new Error(`The migration ${name} was edited after it had been applied. A change is a new file.`);
    }
    return before === undefined;
  });
};
