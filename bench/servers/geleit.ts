// The product's own server with the records of a shape, and the benchmark's page instead of the app.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createAccount } from '#server/accounts.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { foundCounty } from '#server/county.ts';
import { createPasswords } from '#server/passwords.ts';
import { writeAsServer } from '#server/server-changes.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import type { Storage } from '#server/storage/storage.ts';
import { takeChanges } from '#server/take-change.ts';
import { benchRecords, type BenchRecord } from '../records.ts';
import { editsOf } from '../documents.ts';
import type { StartServer } from './server.ts';
import { countTraffic } from './traffic.ts';

const now = (): string => new Date().toISOString();
const user = 'user-bench';

/** One person who sees all cases, and the records as another device would have written them. */
const fill = async (storage: Storage, hash: string, records: readonly BenchRecord[]): Promise<void> => {
  await foundCounty(storage, randomUUID);
  await storage.write(async (writing) => {
    const member = {
      id: user,
      login: 'bench',
      name: 'Bench',
      role: 'supervisor',
      mayReadLimits: false,
    } as const;
    await createAccount(writing, { ...member, hash }, now(), randomUUID);
    for (const [index, { id, caseId, kind, set }] of records.entries()) {
      const origin = { by: user, device: 'seed-device', number: index + 1, at: now() };
      const ids = { id: randomUUID(), deed: randomUUID() };
      const change = { ...ids, caseId, kind, recordId: id, set, base: {}, ...origin };
      await takeChanges(writing, undefined, [{ change, at: now() }]);
    }
  });
};

export const start: StartServer = async ({ shape, scale, folder, pages, port }) => {
  const storage = openSqlite(join(folder, 'county.sqlite'));
  const config = readConfig({
    ...{ PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'test', DATA_DIR: folder },
    REQUESTS_PER_MINUTE: '100000',
  });
  if (!config.ok) throw new Error(config.error.sentences.join(' '));
  const passwords = createPasswords();
  const records = benchRecords(shape, scale);
  await fill(storage, await passwords.hash('ein langes Kennwort'), records);
  const world = { storage, config: config.value, passwords, now: () => new Date(), newId: randomUUID };
  const app = await createApp({ ...world, log: () => undefined }, pages);
  const bytes = countTraffic(app.server);
  const url = await app.listen({ port, host: '127.0.0.1' });
  return {
    url,
    bytes,
    edit: async (numbers) => {
      const edits = editsOf(records, numbers);
      const changes = edits.map(({ record, needs }) => ({
        ...{ caseId: record.caseId, kind: record.kind, recordId: record.id },
        set: { needs },
      }));
      await storage.write((writing) => writeAsServer(writing, changes, now(), randomUUID));
      return edits;
    },
    count: async () => {
      const scope = { user, cases: 'all', mayReadLimits: false } as const;
      const rows = await storage.read((reading) => reading.recordsAfter(scope, 0, Number.MAX_SAFE_INTEGER));
      return rows.filter((row) => row.caseId !== null).length;
    },
    close: async () => {
      await app.close();
      await storage.close();
    },
  };
};
