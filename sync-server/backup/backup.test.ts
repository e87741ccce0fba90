// The two commands beside a real server under load: what it confirmed before a backup is in it, and comes back from it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf } from '#domain/id.ts';
import { sessionSchema } from '#protocol/session.ts';
import { syncResponseSchema, type SyncResponse } from '#protocol/sync.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { BACKUP_MARK, backupMarkSchema } from '#server/backup-mark.ts';
import { demoStaff } from '#server/demo/staff.ts';
import { verifyDatabase } from './verify.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

describe('a backup beside a working server', () => {
  let folder: string;
  let port: number;
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'geleit-backup-'));
    port = await freePort();
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const run = (file: string, ...args: readonly string[]) => {
    const { PATH } = process.env;
    const environment = { PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, NODE_ENV: 'test' };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', pathOf(file), ...args], {
      env: environment,
    });
    running.add(child);
    let said = '';
    const hearers: (() => void)[] = [];
    const hear = (part: Buffer): void => {
      said += part.toString();
      for (const hearer of hearers) hearer();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const ended = new Promise<number | null>((resolve) => {
      child.on('close', (code) => {
        running.delete(child);
        resolve(code);
      });
    });
    const says = (words: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => void (said.includes(words) && resolve());
        hearers.push(look);
        look();
        void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
      });
    return { child, ended, says, said: () => said };
  };
  const command = async (file: string, ...args: readonly string[]) => {
    const { ended, said } = run(file, ...args);
    return { code: await ended, said: said() };
  };
  const startServer = async () => {
    const server = run('../main.ts');
    await server.says('Geleit is ready');
    return server;
  };

  let cookie = '';
  let user = '';
  const ask = async (path: string, body: unknown): Promise<Response> => {
    const origin = `http://localhost:${port}`;
    const headers = { 'content-type': 'application/json', cookie, origin, 'sec-fetch-site': 'same-origin' };
    return fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const { login, password } = demoStaff.ahlers;
  const signIn = async (): Promise<void> => {
    const answer = await ask('/api/sign-in', { login, password });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    user = sessionSchema.parse(await answer.json()).user.id;
    await ask('/api/devices', { device: 'device-load', name: 'Tablet', firstNumber: 1 });
  };
  const at = '2026-11-22T08:00:00.000Z';
  /** A deed of two changes, under the next two numbers. */
  const push = async (number: number, cursor: string | null = null): Promise<SyncResponse> => {
    const caseId = `case-load-${number}`;
    const of = { caseId, deed: `deed-${caseId}`, base: {}, by: user, device: 'device-load', at };
    const changes = [
      { ...of, id: `change-${number}-a`, kind: 'case', recordId: caseId, set: { fileNumber: 'L' }, number },
      { ...of, id: `change-${number}-b`, kind: 'person', recordId: personIdOf(caseId) },
    ].map((change, index) => ({ set: { nameCalled: 'Semhar' }, number: number + index, ...change }));
    const beside = {
      protocol: PROTOCOL,
      device: 'device-load',
      clock: new Date().toISOString(),
      voids: [],
      purged: [],
    };
    const answer = await ask('/api/sync', { ...beside, cursor, changes });
    return syncResponseSchema.parse(await answer.json());
  };

  it('[S12] holds what was confirmed before it, names what is safe, and comes back with a new epoch', async () => {
    const server = await startServer();
    await signIn();
    let number = 1;
    let isOver = false;
    let confirmed = 0;
    const load = (async () => {
      for (; !isOver; number += 2) {
        const { receipts } = await push(number);
        expect(receipts.map(({ result }) => result)).toEqual(['accepted', 'accepted']);
        confirmed = number + 1;
      }
    })();
    await expect.poll(() => confirmed, { timeout: 10_000 }).toBeGreaterThan(5);
    const before = confirmed;
    const first = await command('backup.ts', '--keep', '2');
    expect(first).toMatchObject({ code: 0 });
    const second = await command('backup.ts', '--keep', '2');
    const third = await command('backup.ts', '--keep', '2');
    expect([second.code, third.code]).toEqual([0, 0]);
    isOver = true;
    await load;
    expect(confirmed).toBeGreaterThan(before);

    const file = /verified: (\S+)/.exec(third.said)?.[1] ?? '';
    const files = (await readdir(join(folder, 'backups'))).sort();
    expect(files).toHaveLength(2);
    expect(file.endsWith(files[1] ?? 'none')).toBe(true);
    const mark = backupMarkSchema.parse(JSON.parse(await readFile(join(folder, BACKUP_MARK), 'utf8')));
    const safe = mark.devices['device-load'] ?? 0;
    expect(safe).toBeGreaterThan(before);
    expect(verifyDatabase(file)).toMatchObject({ ok: true, value: { seq: mark.seq, epoch: mark.epoch } });
    const told = await push(number);
    await expect
      .poll(async () => (await push(number, told.cursor)).safe, { timeout: 15_000, interval: 500 })
      .toBe(safe);

    const refused = await command('restore.ts', file);
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/Nothing was restored\.\nAnother Geleit server is already using/);
    server.child.kill('SIGKILL');
    await server.ended;

    const restored = await command('restore.ts', file);
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.said).toContain(`Restored up to change ${mark.seq}`);
    const aside = /lies in (\S+)/.exec(restored.said)?.[1] ?? '';
    expect(verifyDatabase(join(aside, 'county.sqlite'))).toMatchObject({
      ok: true,
      value: { epoch: mark.epoch },
    });
    const again = await startServer();
    expect((await ask('/api/sync', {})).status).toBe(401);
    await signIn();
    const after = await push(number + 2, told.cursor);
    expect(after).toMatchObject({ anew: true, expect: safe + 1, receipts: [], safe: 0 });
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }, 90_000);

  it('refuses a file that is not sound, and leaves what is there alone', async () => {
    const [name = ''] = await readdir(join(folder, 'backups'));
    const broken = join(folder, 'broken.sqlite');
    await writeFile(broken, await readFile(join(folder, 'backups', name)));
    await truncate(broken, 50_000);
    const before = verifyDatabase(join(folder, 'county.sqlite'));
    for (const file of [broken, join(folder, 'no-such.sqlite'), join(folder, 'high-water.json')]) {
      const refused = await command('restore.ts', file);
      expect(refused.code).toBe(1);
      expect(refused.said).toMatch(/^Nothing was restored: this backup is not sound\.\n.+/);
    }
    expect(verifyDatabase(join(folder, 'county.sqlite'))).toEqual(before);
    expect((await readdir(folder)).filter((entry) => entry.includes('restoring'))).toEqual([]);
  }, 30_000);

  it('makes no backup of a database that is broken, and leaves no half of one', async () => {
    const before = await readdir(join(folder, 'backups'));
    const whole = await readFile(join(folder, 'county.sqlite'));
    const half = Buffer.from(whole);
    half.fill(0x5a, 8_192, 40_960);
    await writeFile(join(folder, 'county.sqlite'), half);
    const failed = await command('backup.ts');
    expect(failed.code).toBe(1);
    expect(failed.said).toMatch(/^No backup was made/);
    expect(await readdir(join(folder, 'backups'))).toEqual(before);
  }, 30_000);
});
