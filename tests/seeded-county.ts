// A folder with the invented county in it, for tests, and what everybody would read there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summariseCase, type CaseSummary } from '#domain/case-summary.ts';
import { recordSchema, type VersionedRecord } from '#domain/record.ts';
import { scopeOf } from '#server/case-access.ts';
import { seedDemo, type DemoSignIn } from '#server/demo/demo.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import type { Scope, Storage } from '#server/storage/storage.ts';

/** The Sunday on which the pictures of the screens were made. */
export const DEMO_NOW = '2026-11-22T08:30:00.000Z';

export type SeededCounty = {
  readonly storage: Storage;
  readonly signIns: readonly DemoSignIn[];
  /** Every record there is, whoever may read it. */
  readonly everything: () => Promise<readonly VersionedRecord[]>;
  /** The cases that somebody sees in her list. */
  readonly listOf: (login: string) => Promise<readonly CaseSummary[]>;
  readonly seedAgain: () => Promise<readonly DemoSignIn[]>;
  readonly remove: () => Promise<void>;
};

/** Seeds a new folder around a moment. Ids and password hashes are made up in order, so that two folders can be compared. */
export const seedCounty = async (now = DEMO_NOW): Promise<SeededCounty> => {
  const folder = await mkdtemp(join(tmpdir(), 'geleit-demo-'));
  const storage = openSqlite(join(folder, 'county.sqlite'));
  let count = 0;
  const newId = (): string => `test-id-${(count += 1)}`;
  const seedAgain = () =>
    seedDemo(storage, now, { newId, hashPassword: async (password) => `hash of ${password}` });
  const signIns = await seedAgain();
  const read = (scope: Scope): Promise<readonly VersionedRecord[]> =>
    storage.read(async (reading) => {
      const stored = await reading.recordsAfter(scope, 0, Number.MAX_SAFE_INTEGER);
      return stored.map(({ json }) => recordSchema.parse(JSON.parse(json)));
    });
  return {
    storage,
    signIns,
    seedAgain,
    everything: async () => {
      const seen = await read({ user: 'nobody-0', cases: 'all', mayReadLimits: false });
      const cases = [...new Set(seen.flatMap(({ caseId }) => caseId ?? []))];
      const files = await storage.read((reading) =>
        Promise.all(cases.map((id) => reading.recordsOfCase(id))),
      );
      return [...seen.filter(({ caseId }) => caseId === null), ...files.flat()];
    },
    listOf: async (login) => {
      const account = await storage.read((reading) => reading.accountByLogin(login));
      if (account === undefined) throw new Error(`nobody signs in as ${login}`);
      const records = await read(scopeOf(account));
      const cases = new Set(records.flatMap(({ caseId }) => caseId ?? []));
      return [...cases].flatMap(
        (id) =>
          summariseCase(
            records.filter(({ caseId }) => caseId === id),
            now.slice(0, 10),
          ) ?? [],
      );
    },
    remove: async () => {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
};
