// The storage contract over a real PostgreSQL, and what only this implementation promises.
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from '#server/migrations/apply-postgres.ts';
import { startPostgres, type Postgres } from '#tests/postgres.ts';
import { registerStorageContract } from '#tests/storage-contract.ts';
import { openPostgres } from './postgres.ts';
import type { Storage } from './storage.ts';

let postgres: Postgres;
beforeAll(async () => {
  // A deadlock is looked for soon: nobody else is there to be slow.
  postgres = await startPostgres({ fsync: false, conf: { deadlock_timeout: '20ms' } });
});
afterAll(() => postgres.stop());

registerStorageContract('PostgreSQL', async () => {
  const url = await postgres.newDatabase();
  const open: Storage[] = [];
  const another = async (): Promise<Storage> => {
    const storage = await openPostgres(url);
    open.push(storage);
    return storage;
  };
  const storage = await another();
  return {
    storage,
    reopen: async () => {
      await open.splice(0, 1)[0]?.close();
      return another();
    },
    another,
    remove: async () => {
      for (const each of open) await each.close();
    },
  };
});

describe('a county’s PostgreSQL', () => {
  let url: string;
  let storage: Storage;
  let stranger: pg.Client;
  beforeEach(async () => {
    url = await postgres.newDatabase();
    storage = await openPostgres(url);
    stranger = new pg.Client({ connectionString: url });
    stranger.on('error', () => undefined);
    await stranger.connect();
  });
  afterEach(async () => {
    await stranger.end();
    await storage.close();
  });

  /** Waits until as many connections as this wait for a lock. */
  const untilWaiting = async (count: number): Promise<void> => {
    const text = `select count(*)::integer as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    const watch = new pg.Client({ connectionString: url });
    await watch.connect();
    for (;;) {
      const { rows } = await watch.query<{ waiting: number }>(text);
      if (rows[0]?.waiting === count) break;
    }
    await watch.end();
  };

  it('does the work again when a deadlock with a stranger was broken, and only then tells of it', async () => {
    await storage.write((writing) => writing.putFact('first', 'one'));
    await stranger.query("set deadlock_timeout = '1h'");
    await stranger.query('begin');
    await stranger.query("update fact set value = 'stranger' where key = 'first'");
    let runs = 0;
    const hasBegun = Promise.withResolvers<undefined>();
    const goOn = Promise.withResolvers<undefined>();
    const written = storage.write(async (writing) => {
      runs += 1;
      const seq = await writing.nextSeq();
      hasBegun.resolve(undefined);
      await goOn.promise;
      await writing.putFact('first', `two of run ${runs}`);
      return seq;
    });
    await hasBegun.promise;
    // The stranger waits for the county's number; then the circle closes. It looks for no deadlock itself.
    const strangers = stranger.query('update numbering set seq = seq').then(() => stranger.query('commit'));
    await untilWaiting(1);
    goOn.resolve(undefined);
    await strangers;
    expect(await written).toBe(1);
    expect(runs).toBeGreaterThan(1);
    expect(await storage.read((reading) => reading.fact('first'))).toBe(`two of run ${runs}`);
    expect(await storage.read((reading) => reading.head())).toBe(1);
  });

  it('fails what was under way when the database was killed, keeps what it confirmed, and goes on', async () => {
    await storage.write((writing) => writing.putFact('before', 'kept'));
    const hasBegun = Promise.withResolvers<undefined>();
    const goOn = Promise.withResolvers<undefined>();
    const interrupted = storage.write(async (writing) => {
      await writing.putFact('during', 'lost');
      hasBegun.resolve(undefined);
      await goOn.promise;
      await writing.putFact('during', 'lost twice');
    });
    interrupted.catch(() => undefined);
    await hasBegun.promise;
    await postgres.crash();
    goOn.resolve(undefined);
    await expect(interrupted).rejects.toThrow();
    await expect(storage.read((reading) => reading.head())).rejects.toThrow();
    await postgres.restart();
    await storage.read(async (reading) => {
      expect(await reading.fact('before')).toBe('kept');
      expect(await reading.fact('during')).toBeUndefined();
    });
    await storage.write((writing) => writing.putFact('after', 'works'));
    expect(await storage.read((reading) => reading.fact('after'))).toBe('works');
  });

  it('waits for the disk at every commit, whatever the server says', async () => {
    await stranger.query('alter system set synchronous_commit = off');
    await stranger.query('select pg_reload_conf()');
    const name = new URL(url).pathname.slice(1);
    await stranger.query(`alter database ${name} set synchronous_commit = off`);
    const again = await openPostgres(url);
    await stranger.query('create table seen (value text)');
    await stranger.query(`create function note() returns trigger language plpgsql as $$ begin
      insert into seen values (current_setting('synchronous_commit')); return null; end $$`);
    await stranger.query('create trigger note after insert on fact execute function note()');
    await again.write((writing) => writing.putFact('any', 'thing'));
    await again.close();
    expect((await stranger.query('select value from seen')).rows).toEqual([{ value: 'on' }]);
    await stranger.query('alter system reset synchronous_commit');
    await stranger.query('select pg_reload_conf()');
  });

  it('finishes what was begun before it closes', async () => {
    const again = await openPostgres(url);
    const writing = again.write(async (work) => {
      await new Promise(setImmediate);
      await work.putFact('last', 'word');
    });
    const reading = again.read(async (work) => {
      await new Promise(setImmediate);
      return work.head();
    });
    await again.close();
    await writing;
    expect(await reading).toBe(0);
    expect(await storage.read((work) => work.fact('last'))).toBe('word');
  });

  it('is made once, whoever comes first', async () => {
    const fresh = await postgres.newDatabase();
    const both = await Promise.all([openPostgres(fresh), openPostgres(fresh)]);
    expect(await both[0].read((reading) => reading.head())).toBe(0);
    for (const each of both) await each.close();
  });

  it('refuses data of a newer version, and a migration that was edited after the fact; applies all or none', async () => {
    const client = new pg.Client({ connectionString: await postgres.newDatabase() });
    await client.connect();
    const first = { name: '0001-one.sql', sql: 'create table one (id text)', hash: 'a' };
    const second = { name: '0002-two.sql', sql: 'create table two (id text)', hash: 'b' };
    const bad = { name: '0003-bad.sql', sql: 'create nonsense', hash: 'c' };
    await applyMigrations(client, [first, second]);
    await applyMigrations(client, [first, second]);
    await expect(applyMigrations(client, [first])).rejects.toThrow(/newer version/);
    await expect(applyMigrations(client, [first, { ...second, hash: 'd' }])).rejects.toThrow(/edited/);
    const third = { name: '0002-three.sql', sql: 'create table three (id text)', hash: 'e' };
    await expect(applyMigrations(client, [first, second, third, bad])).rejects.toThrow();
    expect((await client.query("select to_regclass('three') as three")).rows).toEqual([{ three: null }]);
    await client.end();
  });
});
