// The server as a process of its own on PostgreSQL: a sign-in, a sync, and what is there after everything was killed.
import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionSchema } from '#protocol/session.ts';
import { syncResponseSchema, type SyncRequest, type SyncResponse } from '#protocol/sync.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { startPostgres, type Postgres } from '#tests/postgres.ts';
import { freePort, startServer } from '#tests/server-process.ts';

describe('the server’s process on PostgreSQL', () => {
  let postgres: Postgres;
  let folder: string;
  let database: string;
  let address: string;
  let running: ChildProcess[];
  let cookie: string;
  beforeAll(async () => {
    // It waits for the disk as a real one does: what was confirmed must be there after the crash.
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'geleit-main-'));
    database = await postgres.newDatabase();
    running = [];
    cookie = '';
  });
  afterEach(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const start = async (environment: Readonly<Record<string, string>> = {}) => {
    const port = String(await freePort());
    address = `http://127.0.0.1:${port}`;
    const server = startServer({
      PORT: port,
      DATA_DIR: folder,
      DATABASE_URL: database,
      NODE_ENV: 'test',
      ...environment,
    });
    running.push(server.child);
    return server;
  };
  const post = async (path: string, message: unknown): Promise<Response> => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(message),
    });
    expect(await answer.clone().text()).not.toContain('"error"');
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return answer;
  };
  const sync = async (device: string, more: Partial<SyncRequest>): Promise<SyncResponse> => {
    const asked = {
      ...{ protocol: PROTOCOL, device, cursor: null, changes: [], voids: [], purged: [] },
      ...{ clock: new Date().toISOString(), ...more },
    };
    return syncResponseSchema.parse(await (await post('/api/sync', asked)).json());
  };

  it('serves the demo county, takes a push, and has it again after server and database were killed', async () => {
    const first = await start();
    const greeting = await first.ready;
    const [, login, password] = /^ {2}(\S+) +(.+?) {3}\(caseworker\)$/m.exec(greeting) ?? [];
    const signedIn = await post('/api/sign-in', { login, password });
    const { user } = sessionSchema.parse(await signedIn.json());
    const device = randomUUID();
    await post('/api/devices', { device, name: 'Tablet', firstNumber: 1 });
    const caseId = randomUUID();
    const opened = {
      ...{ id: randomUUID(), deed: randomUUID(), caseId, kind: 'case', recordId: caseId },
      ...{ set: { fileNumber: 'FU-2026-0815', opened: '2026-11-22' }, base: {}, by: user.id, device },
      ...{ number: 1, at: new Date().toISOString() },
    };
    const answer = await sync(device, { changes: [opened] });
    expect(answer.receipts).toMatchObject([{ number: 1, id: opened.id, result: 'accepted' }]);
    expect(answer.records.length).toBeGreaterThan(10);

    first.child.kill('SIGKILL');
    await postgres.crash();
    await first.ended;
    await postgres.restart();
    await (
      await start()
    ).ready;
    const again = await sync(device, { changes: [opened] });
    expect(again.receipts).toEqual(answer.receipts);
    expect(again.expect).toBe(2);
    const mine = again.records.find(({ id }) => id === caseId);
    expect(mine?.values).toMatchObject({ fileNumber: 'FU-2026-0815', owner: user.id });
  }, 120_000);

  it('stays up while its database is away, and works on when it is back', async () => {
    await (
      await start()
    ).ready;
    const health = async (): Promise<number> => (await fetch(`${address}/health`)).status;
    await postgres.crash();
    await expect.poll(health, { timeout: 20_000 }).toBe(500);
    await postgres.restart();
    // A connection that died with the database is noticed when it is used, and then replaced.
    await expect.poll(health, { timeout: 20_000 }).toBe(200);
  }, 120_000);

  it('says in a sentence that the database cannot be reached, and never its password', async () => {
    const url = `postgres://geleit:geheim@localhost/geleit?host=${encodeURIComponent('/nowhere')}`;
    const alone = await start({ DATABASE_URL: url });
    expect(await alone.ended).toBe(1);
    expect(alone.said()).toMatch(/^The PostgreSQL of DATABASE_URL cannot be reached: /);
    expect(alone.said()).not.toContain('geheim');
  }, 120_000);

  it('does no real work on the invented county, whose passwords everybody knows', async () => {
    const invented = await start();
    await invented.ready;
    invented.child.kill('SIGTERM');
    expect(await invented.ended).toBe(0);
    const real = await start({ NODE_ENV: 'production' });
    expect(await real.ended).toBe(1);
    expect(real.said()).toContain('This database holds the invented demo county');
  }, 120_000);
});
