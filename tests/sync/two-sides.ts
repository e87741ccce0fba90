// Tablets and a server in one process, for the rules of sync: real stores over an IndexedDB in memory, a real database.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ok, type Result } from '#domain/result.ts';
import {
  syncRequestSchema,
  syncResponseSchema,
  type SyncRequest,
  type SyncResponse,
} from '#protocol/sync.ts';
import { changeAccount, createAccount } from '#server/accounts.ts';
import { keepBackupMark } from '#server/backup-mark.ts';
import { makeBackup } from '#server/backup/make-backup.ts';
import { EPOCH } from '#server/epoch.ts';
import { ERASURES, eraseCase, replayErasures } from '#server/erasure.ts';
import { HIGH_WATER, noticeRestore, withHighWater } from '#server/high-water.ts';
import { handOver } from '#server/hand-over.ts';
import { PAGE_BYTES } from '#server/pull.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import type { Account, Storage } from '#server/storage/storage.ts';
import { sync } from '#server/sync.ts';
import { openDatabase, type DeviceDatabase, type Engine } from '#store/database.ts';
import { openStore, type Store } from '#store/store.ts';
import { createVault } from '#store/vault.ts';
import type { CallFailure } from '#sync/http.ts';
import { runRound } from '#sync/round.ts';

export type Tablet = {
  readonly name: string;
  readonly store: Store;
  readonly database: DeviceDatabase;
  readonly engine: Engine;
  readonly key: CryptoKey;
  /** Every request it sent and the answer it got. */
  readonly letters: { readonly request: SyncRequest; readonly answer: Result<SyncResponse, CallFailure> }[];
  readonly round: () => Promise<Result<void, CallFailure>>;
  /** What an open form does before a case is let go of. */
  flush: () => Promise<boolean>;
};

export type TwoSides = {
  /** The folder of the database and of what lies beside it. */
  readonly folder: string;
  /** Another one after a restart. */
  readonly storage: Storage;
  readonly wiebke: Account;
  readonly cem: Account;
  readonly henrike: Account;
  /** The supervisor hands a case over. */
  readonly handOver: (caseId: string, owner: Account, deputies?: readonly Account[]) => Promise<void>;
  /** The administrator changes what somebody may. */
  readonly change: (
    account: Account,
    change: Partial<Pick<Account, 'role' | 'mayReadLimits'>>,
  ) => Promise<Account>;
  /** Hands of the server's clock. */
  clock: Date;
  /** About how many bytes of records the server tells in one answer. */
  pageBytes: number;
  readonly serve: (account: Account, request: SyncRequest) => Promise<Result<SyncResponse, CallFailure>>;
  /** A tablet; `skew` is how far its clock is off (ms); `like` opens the same tables again, as a second tab or after a crash. */
  readonly tablet: (
    name: string,
    account: Account,
    options?: {
      readonly skew?: number;
      readonly like?: Tablet;
      readonly channel?: BroadcastChannel;
      /** After so many answers the network is gone. */
      readonly answers?: number;
    },
  ) => Promise<Tablet>;
  /** The same profile on a second machine. */
  readonly copyOf: (original: Tablet) => Promise<Tablet>;
  /** Has a case erased, as the administrator does. */
  readonly erase: (caseId: string) => Promise<void>;
  /** Makes a backup as the command does, and tells the server; answers the file. */
  readonly backUp: () => Promise<string>;
  /** Stops the server, lays a file in the place of its database as by hand, and starts it again; `unseen`: the mark went, too. */
  readonly putInPlace: (file: string, unseen?: 'unseen') => Promise<void>;
  /** Stops the server, does something with its folder, and starts it again. */
  readonly restart: (work?: () => Promise<void> | void) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Makes a county with two caseworkers and a supervisor. */
export const createTwoSides = async (): Promise<TwoSides> => {
  const folder = mkdtempSync(join(tmpdir(), 'geleit-rules-'));
  const [database, highWater] = [join(folder, 'county.sqlite'), join(folder, HIGH_WATER)];
  let storage: Storage = withHighWater(openSqlite(database), highWater);
  let ids = 0;
  const newId = (): string => `id-${String((ids += 1)).padStart(8, '0')}`;
  const hands = { clock: new Date('2026-11-22T08:00:00.000Z'), pageBytes: PAGE_BYTES };
  const accountOf = (name: string, role: Account['role']): Promise<Account> =>
    storage.write((writing) =>
      createAccount(
        writing,
        { id: `user-${name}`, login: name, name, role, mayReadLimits: false, hash: 'unused' },
        hands.clock.toISOString(),
        newId,
      ),
    );
  await storage.write((writing) => writing.putFact(EPOCH, 'epoch-1'));
  const [wiebke, henrike, cem] = [
    await accountOf('wiebke', 'caseworker'),
    await accountOf('henrike', 'supervisor'),
    await accountOf('cem', 'caseworker'),
  ];

  const serve: TwoSides['serve'] = async (account, request) => {
    const asked = syncRequestSchema.parse(JSON.parse(JSON.stringify(request)));
    const device = await storage.read((reading) => reading.device(asked.device));
    if (device === undefined) return { ok: false, error: { type: 'device-unknown' } };
    const { clock, pageBytes } = hands;
    const answer = await sync(storage, { account, device }, asked, {
      ...{ now: clock.toISOString(), newId, pageBytes },
    });
    return answer.ok ? ok(syncResponseSchema.parse(JSON.parse(answer.value))) : answer;
  };

  const tablet: TwoSides['tablet'] = async (
    name,
    account,
    { skew = 0, like, channel, answers = Infinity } = {},
  ) => {
    const engine = like?.engine ?? { indexedDB: new IDBFactory(), IDBKeyRange };
    const database = openDatabase('tablet', engine);
    if (like === undefined) await database.meta.put({ key: 'device', value: `device-${name}` });
    const key =
      like?.key ?? (await createVault({ by: 'password', password: 'geheim' }, { memory: 8, passes: 1 })).key;
    const world = { now: () => new Date(hands.clock.getTime() + skew), newId };
    const store = await openStore(database, key, account.id, world, channel);
    const letters: Tablet['letters'] = [];
    const round = (): Promise<Result<void, CallFailure>> =>
      runRound({
        store,
        flush: () => opened.flush(),
        send: async (request) => {
          if (letters.length >= answers) return { ok: false, error: { type: 'no-connection' } };
          const answer = await serve(account, request);
          letters.push({ request, answer });
          return answer;
        },
        register: async ({ device, name: shown, firstNumber }) => {
          const registeredAt = hands.clock.toISOString();
          const row = {
            id: device,
            user: account.id,
            name: shown,
            next: firstNumber,
            registeredAt,
            lastSeen: null,
          };
          await storage.write(async (writing) => {
            if ((await writing.device(device)) !== undefined) return;
            await writing.putDevice(row);
            await writing.tellErased(device);
          });
          return ok(undefined);
        },
        deviceName: name,
        ...world,
      });
    const opened: Tablet = {
      ...{ name, store, database, engine, key, letters, round },
      flush: () => Promise.resolve(true),
    };
    return opened;
  };

  const restart: TwoSides['restart'] = async (work) => {
    await storage.close();
    await work?.();
    const opened = openSqlite(database);
    await noticeRestore(opened, highWater, newId);
    await replayErasures(opened, join(folder, ERASURES));
    storage = withHighWater(opened, highWater);
  };

  return {
    folder,
    get storage() {
      return storage;
    },
    restart,
    erase: (caseId) => eraseCase(storage, join(folder, ERASURES), caseId, hands.clock.toISOString()),
    putInPlace: (file, unseen) =>
      restart(() => {
        if (unseen !== undefined) rmSync(highWater);
        for (const beside of ['-wal', '-shm']) rmSync(`${database}${beside}`, { force: true });
        copyFileSync(file, database);
      }),
    backUp: async () => {
      const made = await makeBackup(database, join(folder, 'backups'), hands.clock, 14);
      if (!made.ok) throw new Error(made.error.reason);
      await keepBackupMark(storage, made.value.mark);
      return made.value.file;
    },
    wiebke,
    cem,
    henrike,
    handOver: async (caseId, owner, deputies = []) => {
      const request = { caseIds: [caseId], owner: owner.id, deputies: deputies.map(({ id }) => id) };
      const world = { now: hands.clock.toISOString(), newId };
      const refused = await storage.write((writing) => handOver(writing, henrike, request, world));
      if (refused !== undefined) throw new Error(`the case could not be handed over: ${refused.type}`);
    },
    change: (account, change) =>
      storage.write((writing) => changeAccount(writing, account, change, hands.clock.toISOString(), newId)),
    serve,
    tablet,
    copyOf: async (original) => {
      const copy = await tablet('copy', wiebke);
      for (const { name } of copy.database.tables)
        await copy.database.table(name).bulkPut(await original.database.table(name).toArray());
      copy.database.close();
      return tablet('copy', wiebke, { like: { ...copy, key: original.key } });
    },
    get clock() {
      return hands.clock;
    },
    set clock(next: Date) {
      hands.clock = next;
    },
    get pageBytes() {
      return hands.pageBytes;
    },
    set pageBytes(next: number) {
      hands.pageBytes = next;
    },
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
