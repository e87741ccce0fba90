// The server of a simulated county: the real storage and the real answers, and a machine that may die at any statement.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VersionedRecord } from '#domain/record.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { requestOf1, syncRequest1Schema, syncResponse1Schema } from '#protocol/older.ts';
import type { DeviceRequest } from '#protocol/session.ts';
import {
  syncRequestSchema,
  syncResponseSchema,
  type SyncRequest,
  type SyncResponse,
} from '#protocol/sync.ts';
import { changeAccount, createAccount } from '#server/accounts.ts';
import { keepBackupMark } from '#server/backup-mark.ts';
import { makeBackup } from '#server/backup/make-backup.ts';
import { EPOCH, epochOf } from '#server/epoch.ts';
import { ERASURES, eraseCase, replayErasures } from '#server/erasure.ts';
import { handOver } from '#server/hand-over.ts';
import { HIGH_WATER, noticeRestore, writeHighWater } from '#server/high-water.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import type { Account, Storage } from '#server/storage/storage.ts';
import { sync } from '#server/sync.ts';
import type { CallFailure } from '#sync/http.ts';
import { asFirst, FIRST, takenByFirst } from './first-program.ts';

/** What the server needs of the world. */
export type ServerWorld = {
  readonly now: () => Date;
  readonly newId: () => string;
  /** About how many bytes of records one answer carries. */
  readonly pageBytes: number;
};
export type Answer = Result<SyncResponse, CallFailure>;

export type Server = {
  /** What it holds of these cases, and of these records of the county. */
  readonly records: (
    cases: readonly string[],
    others: readonly string[],
  ) => Promise<readonly VersionedRecord[]>;
  readonly serve: (user: string, request: SyncRequest) => Promise<Answer>;
  readonly register: (user: string, request: DeviceRequest) => Promise<Result<unknown, CallFailure>>;
  /** Serves a request and dies at the given statement, if it needs so many. Whoever asked gets no answer. */
  readonly dieServing: (user: string, request: SyncRequest, statement: number) => Promise<void>;
  /** Dies at rest, and starts again from the files as they lay. */
  readonly crash: () => Promise<void>;
  /** The supervisor hands a case over; false if the server will not. */
  readonly handOver: (caseId: string, owner: string, deputies: readonly string[]) => Promise<boolean>;
  readonly change: (user: string, change: Partial<Pick<Account, 'role' | 'mayReadLimits'>>) => Promise<void>;
  readonly erase: (caseId: string) => Promise<void>;
  /** Makes a verified backup, as the command does, and tells the server. */
  readonly backUp: () => Promise<void>;
  /** Stops, lays the newest backup in the place of the database, and starts again. */
  readonly restore: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Memory that is a folder, where the system has it: waiting for a real disk is the kill proof's matter. */
const roomFor = (name: string): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `${name}-`));

class Died extends Error {}

/** Hands out a storage whose machine dies at a statement of a transaction. */
const mortal = (storage: Storage, statement: number, die: () => void): Storage => ({
  ...storage,
  write: (work) =>
    storage.write((writing) => {
      let left = statement;
      const counted = new Proxy(writing, {
        get: (target, name) => {
          if (left === 0) {
            die();
            throw new Died();
          }
          left -= 1;
          const method: unknown = Reflect.get(target, name);
          return method;
        },
      });
      return work(counted);
    }),
});

/** Opens a new county with these accounts. */
export const openServer = async (
  accounts: readonly Pick<Account, 'id' | 'role' | 'mayReadLimits'>[],
  world: ServerWorld,
): Promise<Server> => {
  const folder = roomFor('geleit-simulation');
  let life = 0;
  const file = (): string => join(folder, `county-${life}.sqlite`);
  let storage = openSqlite(file());
  await storage.write(async (writing) => {
    await writing.putFact(EPOCH, 'epoch-1');
    for (const account of accounts) {
      const member = { ...account, login: account.id, name: account.id, hash: 'unused' };
      await createAccount(writing, member, world.now().toISOString(), world.newId);
    }
  });

  /** The files as they lie at this moment are all that a dead machine leaves. */
  const image = (): void => {
    const before = file();
    life += 1;
    for (const end of ['', '-wal']) if (existsSync(before + end)) copyFileSync(before + end, file() + end);
  };
  const restart = async (former: string): Promise<void> => {
    await storage.close();
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(former + end, { force: true });
    storage = openSqlite(file());
  };
  const supervisor = accounts.find(({ role }) => role === 'supervisor')?.id ?? '';
  let newestBackup: string | undefined;
  const account = async (user: string): Promise<Account> => {
    const known = await storage.read((reading) => reading.account(user));
    if (known === undefined) throw new Error(`nobody is ${user}`);
    return known;
  };
  const serveFrom = async (from: Storage, user: string, request: SyncRequest): Promise<Answer> => {
    const isFirst = request.protocol === FIRST;
    const sent: unknown = JSON.parse(JSON.stringify(isFirst ? asFirst(request) : request));
    const asked = isFirst ? requestOf1(syncRequest1Schema.parse(sent)) : syncRequestSchema.parse(sent);
    const [who, device] = await from.read(
      async (reading) => [await reading.account(user), await reading.device(asked.device)] as const,
    );
    if (who?.active !== true) return fail({ type: 'not-signed-in' });
    if (device === undefined || device.user !== user) return fail({ type: 'device-unknown' });
    const answer = await sync(from, { account: who, device }, asked, {
      now: world.now().toISOString(),
      newId: world.newId,
      pageBytes: world.pageBytes,
    });
    if (!answer.ok) return answer;
    const told: unknown = JSON.parse(answer.value);
    return ok(
      isFirst ? takenByFirst(syncResponse1Schema.parse(told), asked) : syncResponseSchema.parse(told),
    );
  };

  return {
    records: (cases, others) =>
      storage.read(async (reading) => {
        const found: VersionedRecord[] = [];
        for (const caseId of cases) found.push(...(await reading.recordsOfCase(caseId)));
        for (const id of others) found.push(...[await reading.record(id)].filter((one) => one !== undefined));
        return found;
      }),
    serve: (user, request) => serveFrom(storage, user, request),
    register: (user, { device: id, name, firstNumber }) =>
      storage.write(async (writing) => {
        const known = await writing.device(id);
        if (known !== undefined && known.user !== user) return fail({ type: 'not-allowed' });
        if (known !== undefined) return ok(undefined);
        const registeredAt = world.now().toISOString();
        await writing.putDevice({ id, user, name, next: firstNumber, registeredAt, lastSeen: null });
        await writing.tellErased(id);
        return ok(undefined);
      }),
    dieServing: async (user, request, statement) => {
      const former = file();
      try {
        await serveFrom(mortal(storage, statement, image), user, request);
        image();
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
      await restart(former);
    },
    crash: async () => {
      const former = file();
      image();
      await restart(former);
    },
    handOver: async (caseId, owner, deputies) => {
      const request = { caseIds: [caseId], owner, deputies: [...deputies] };
      const now = { now: world.now().toISOString(), newId: world.newId };
      const by = await account(supervisor);
      return (await storage.write((writing) => handOver(writing, by, request, now))) === undefined;
    },
    change: async (user, change) => {
      const before = await account(user);
      const now = world.now().toISOString();
      await storage.write((writing) => changeAccount(writing, before, change, now, world.newId));
    },
    erase: (caseId) => eraseCase(storage, join(folder, ERASURES), caseId, world.now().toISOString()),
    backUp: async () => {
      const made = await makeBackup(file(), join(folder, 'backups'), world.now(), 3);
      if (!made.ok) throw new Error(made.error.reason);
      await keepBackupMark(storage, made.value.mark);
      newestBackup = made.value.file;
    },
    restore: async () => {
      if (newestBackup === undefined) return false;
      const highWater = join(folder, HIGH_WATER);
      const mark = await storage.read(async (reading) => ({
        epoch: await epochOf(reading),
        seq: await reading.head(),
      }));
      await writeHighWater(highWater, mark);
      const former = file();
      life += 1;
      copyFileSync(newestBackup, file());
      await restart(former);
      await noticeRestore(storage, highWater, world.newId);
      await replayErasures(storage, join(folder, ERASURES));
      return true;
    },
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
