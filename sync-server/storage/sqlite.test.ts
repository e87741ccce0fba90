// The storage contract over real SQLite files, and what only this implementation promises.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from '#server/migrations/apply-sqlite.ts';
import { registerStorageContract } from '#tests/storage-contract.ts';
import { openSqlite } from './sqlite.ts';

registerStorageContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'geleit-storage-'));
  const file = join(folder, 'county.sqlite');
  let storage = openSqlite(file);
  return {
    storage,
    reopen: async () => {
      await storage.close();
      storage = openSqlite(file);
      return storage;
    },
    another: async () => storage,
    remove: async () => {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('a county’s SQLite file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'geleit-sqlite-'));
    file = join(folder, 'data', 'county.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('refuses a second server with a sentence, and lets the next one in after the first has stopped', async () => {
    const first = openSqlite(file);
    expect(() => openSqlite(file)).toThrow(/Another Geleit server is already using/);
    await first.write((writing) => writing.putFact('still', 'works'));
    await first.close();
    const second = openSqlite(file);
    expect(await second.read((reading) => reading.fact('still'))).toBe('works');
    await second.close();
  });

  it('finishes what was begun before it closes', async () => {
    const storage = openSqlite(file);
    const writing = storage.write(async (work) => {
      await new Promise(setImmediate);
      await work.putFact('last', 'word');
    });
    await storage.close();
    await writing;
    const again = openSqlite(file);
    expect(await again.read((reading) => reading.fact('last'))).toBe('word');
    await again.close();
  });

  it('refuses data of a newer version, and a migration that was edited after the fact', () => {
    const database = new Sqlite(':memory:');
    const first = { name: '0001-one.sql', sql: 'create table one (id text) strict', hash: 'a' };
    const second = { name: '0002-two.sql', sql: 'create table two (id text) strict', hash: 'b' };
    applyMigrations(database, [first, second]);
    applyMigrations(database, [first, second]);
    expect(() => applyMigrations(database, [first])).toThrow(/newer version/);
    expect(() => applyMigrations(database, [first, { ...second, hash: 'c' }])).toThrow(/edited/);
    database.close();
  });

  it('applies all missing migrations or none', () => {
    const database = new Sqlite(':memory:');
    const good = { name: '0001-one.sql', sql: 'create table one (id text) strict', hash: 'a' };
    const bad = { name: '0002-two.sql', sql: 'create nonsense', hash: 'b' };
    expect(() => applyMigrations(database, [good, bad])).toThrow();
    expect(database.prepare('select name from sqlite_master').all()).toEqual([]);
    database.close();
  });
});
