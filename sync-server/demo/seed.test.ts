// Seeding as people do it: a command in a console, and the server that starts over what it left behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { summariseCase } from '#domain/case-summary.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { createAccount } from '#server/accounts.ts';
import { foundCounty, isDemo } from '#server/county.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { faultsOf } from '#tests/leaf-codes.ts';
import { seedCounty, type SeededCounty } from '#tests/seeded-county.ts';
import { addCrowd } from './crowd/crowd.ts';
import { CROWD_DAY, inventLife } from './crowd/invented-life.ts';

const seedFile = fileURLToPath(new URL('seed.ts', import.meta.url));
const serverFile = fileURLToPath(new URL('main.ts', new URL('../', import.meta.url)));

let folder: string;
let running: ChildProcess[];
beforeEach(async () => {
  running = [];
  folder = await mkdtemp(join(tmpdir(), 'geleit-seed-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const start = (
  file: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) => {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...words], {
    env: { PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, NODE_ENV: 'development', ...environment },
  });
  running.push(child);
  let said = '';
  const heard = (sentence: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const hear = (part: Buffer): void => {
        said += part.toString();
        if (said.includes(sentence)) resolve(said);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('exit', () => reject(new Error(said)));
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, heard, ended, said: () => said };
};

const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(String(typeof address === 'object' && address !== null ? address.port : 0)));
    });
  });

const run = async (words: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const process = start(seedFile, words, environment);
  process.heard('never said').catch(() => undefined);
  const code = await process.ended;
  return { code, said: process.said() };
};

describe('npm run seed', () => {
  it('makes the staff and the people in an empty folder, and adds only who is missing the next time', async () => {
    const first = await run(['--persons', '3', '--data', folder]);
    expect(first.code).toBe(0);
    expect(first.said).toContain('Added 3 invented people of 3');
    expect((await run(['--persons', '3', '--data', folder])).said).toContain('Added 0 invented people of 3');
    expect((await run(['--persons', '5'])).said).toContain('Added 2 invented people of 5');
    const storage = openSqlite(join(folder, 'county.sqlite'));
    expect(await storage.read(isDemo)).toBe(true);
    expect((await storage.read((reading) => reading.accounts())).length).toBe(5);
    await storage.close();
  });

  it('has no place where real work is done', async () => {
    const refused = await run(['--persons', '3'], { NODE_ENV: 'production' });
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('NODE_ENV=production');
    const storage = openSqlite(join(folder, 'county.sqlite'));
    expect(await storage.read((reading) => reading.head())).toBe(0);
    await storage.close();
  });

  it('adds nobody to a county that is real', async () => {
    const storage = openSqlite(join(folder, 'county.sqlite'));
    let count = 0;
    const newId = (): string => `test-id-${(count += 1)}`;
    await foundCounty(storage, newId);
    const member = { id: 'user-maren', login: 'maren', name: 'Maren Holt', hash: 'hash' } as const;
    await storage.write((writing) =>
      createAccount(
        writing,
        { ...member, role: 'administrator', mayReadLimits: false },
        '2026-11-22T09:00:00.000Z',
        newId,
      ),
    );
    const before = await storage.read((reading) => reading.head());
    await storage.close();
    const refused = await run(['--persons', '3']);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('is a real one');
    const again = openSqlite(join(folder, 'county.sqlite'));
    expect(await again.read((reading) => reading.head())).toBe(before);
    await again.close();
  });

  it.each([[[]], [['--persons', '1.5']], [['--people', '3']]])(
    'says how to ask if asked with %j',
    async (words) => {
      const refused = await run(words);
      expect(refused.code).toBe(1);
      expect(refused.said).not.toMatch(/at .*\.ts/);
    },
  );
});

describe('the server over an empty folder', () => {
  it('greets with the invented staff, lets each of them in, and seeds once', async () => {
    const PORT = await freePort();
    const first = start(serverFile, [], { PORT });
    const greeting = await first.heard('(administrator)');
    expect(greeting).toContain('This county and all its people are invented.');
    const told = [...greeting.matchAll(/^ {2}(\S+) +(\S+) +\((\w+)\)$/gm)];
    expect(told.map(([, login]) => login)).toEqual([
      'ahlers',
      'yildirim',
      'kallmeyer',
      'sandvoss',
      'verwaltung',
    ]);
    for (const [, login, password] of told) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ login, password });
      const answer = await fetch(`http://127.0.0.1:${PORT}/api/sign-in`, { method: 'POST', headers, body });
      expect([login, answer.status]).toEqual([login, 200]);
    }
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const storage = openSqlite(join(folder, 'county.sqlite'));
    const head = await storage.read((reading) => reading.head());
    await storage.close();
    const second = start(serverFile, []);
    expect(await second.heard('(administrator)')).toContain('invented');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    const again = openSqlite(join(folder, 'county.sqlite'));
    expect(await again.read((reading) => reading.head())).toBe(head);
    await again.close();
  });

  it('invents nobody where real work is done', async () => {
    const real = start(serverFile, [], { NODE_ENV: 'production' });
    expect(await real.heard('enter this code')).not.toContain('invented');
    real.child.kill('SIGTERM');
    expect(await real.ended).toBe(0);
    const storage = openSqlite(join(folder, 'county.sqlite'));
    expect(await storage.read((reading) => reading.accounts())).toEqual([]);
    await storage.close();
  });
});

describe('the big invented county', () => {
  const counties: SeededCounty[] = [];
  const withCrowd = async (...counts: readonly number[]): Promise<readonly VersionedRecord[]> => {
    const county = await seedCounty();
    counties.push(county);
    for (const count of counts) await addCrowd(county.storage, count, () => undefined);
    return county.everything();
  };
  afterEach(async () => {
    for (const county of counties.splice(0)) await county.remove();
  });

  it('is the same each time, in one go or in two', async () => {
    const once = await withCrowd(40);
    expect(await withCrowd(40)).toEqual(once);
    const valuesOf = (records: readonly VersionedRecord[]) => records.map(({ id, values }) => [id, values]);
    expect(valuesOf(await withCrowd(15, 40))).toEqual(valuesOf(once));
  });

  it('is made of leaves and codes that the program knows', async () => {
    const records = await withCrowd(300);
    expect(records.length).toBeGreaterThan(2000);
    expect(records.flatMap((record) => faultsOf(record, CROWD_DAY))).toEqual([]);
    const invented = records.filter(
      ({ kind, values }) => kind === 'case' && values['fileNumber'] !== undefined,
    );
    for (const { values } of invented) expect(values['fileNumber']).toMatch(/^DEMO-\d{4}-\d{4,6}$/);
    const summaries = invented.map(({ id }) =>
      summariseCase(
        records.filter(({ caseId }) => caseId === id),
        CROWD_DAY,
      ),
    );
    for (const summary of summaries) expect([summary?.caseId, summary?.name]).not.toContain('');
  });

  it('has people of every kind of name, and no two with one file number or telephone', () => {
    const lives = Array.from({ length: 2000 }, (_, index) => inventLife(index + 1));
    expect(new Set(lives.map(({ number }) => number)).size).toBe(2000);
    expect(new Set(lives.map(({ person }) => person.phone)).size).toBe(2000);
    for (const { person } of lives) expect(person.phone).toMatch(/^01511-0000\d+$/);
    expect(new Set(lives.map(({ person }) => person.languageApp)).size).toBe(15);
    expect(lives.some(({ person }) => person.singleName === true)).toBe(true);
    expect(lives.some(({ person }) => person.displayOrder?.[0] === 'family')).toBe(true);
  });
});
