// The storage contract over a real PostgreSQL, and what only this implementation promises.
import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type Postgres } from '#tests/postgres.ts';
import { registerStorageContract } from '#tests/storage-contract.ts';
import { openPostgres } from './postgres.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: false });
});
afterAll(() => postgres.stop());

registerStorageContract('PostgreSQL', async () => {
  const url = await postgres.newDatabase();
  let storage = await openPostgres(url);
  return {
    storage,
    reopen: async () => {
      await storage.close();
      storage = await openPostgres(url);
      return storage;
    },
    remove: () => storage.close(),
  };
});
