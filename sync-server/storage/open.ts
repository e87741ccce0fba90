// Which database keeps the county: SQLite in the data folder, or the PostgreSQL that DATABASE_URL names.
import { join, resolve } from 'node:path';
import type { Config } from '#server/config.ts';
import { openSqlite } from './sqlite.ts';
import type { Storage } from './storage.ts';

/** Opens it, and brings it to the present form. Throws a sentence for the console if it cannot. */
export const openStorage = async ({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Storage> => {
  if (databaseUrl === undefined) return openSqlite(join(resolve(dataDir), 'county.sqlite'));
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(databaseUrl);
};
