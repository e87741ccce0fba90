// The vaults on this device: who can sign in here without network. Signing in offline is unlocking.
import { Dexie } from 'dexie';
import { fail, ok, type Result } from '#domain/result.ts';
import { openDatabase, openVaultList, type DeviceDatabase, type Lease, type VaultRow } from './database.ts';
import { countWaiting } from './journal.ts';
import { pinLockOf, removePin, setPin, type PinLock } from './pin.ts';
import { createVault, openVaultWith } from './vault.ts';
import {
  isSameWay,
  usualCost,
  waysOf,
  wrapFor,
  type Cost,
  type Opener,
  type Way,
  type Ways,
  type Wrap,
} from './wraps.ts';

/** What a sign-in page may show before anybody has signed in: staff names, nothing else. */
export type KnownUser = Pick<VaultRow, 'user' | 'login' | 'name'>;
/** The same, and how her vault opens. */
export type KnownHere = KnownUser & { readonly ways: Ways };
/** An unlocked vault. `session` is what was kept with `create` or `keepSession`. */
export type OpenVault = {
  readonly user: string;
  readonly key: CryptoKey;
  readonly database: DeviceDatabase;
  readonly session: string;
  /** What opens it again after a lock, as long as this page lives; undefined if no PIN was set. */
  readonly pin: PinLock | undefined;
};
/** `does-not-open`: what she brought opens none of the wraps. */
type VaultFailure = { readonly type: 'no-vault' | 'does-not-open' };

const DAY = 86_400_000;

/** Whether a lease is over. A clock that is set back gives nobody time: the latest that it was seen to show counts. */
const isOver = (lease: Lease | undefined, now: Date): boolean =>
  lease !== undefined && (now.toISOString() > lease.until || lease.seen > lease.until);

export type Vaults = {
  readonly known: () => Promise<readonly KnownHere[]>;
  /** Unlocks by login name and what the person brings; needs no network. */
  readonly unlock: (login: string, opener: Opener) => Promise<Result<OpenVault, VaultFailure>>;
  /** Opens a vault again whose key its PIN has given out. */
  readonly reopen: (user: string, key: CryptoKey, pin: PinLock) => Promise<Result<OpenVault, VaultFailure>>;
  /** Sets the PIN of an open vault: whoever does it can open it. */
  readonly setPin: (user: string, opener: Opener, pin: string) => Promise<Result<PinLock, VaultFailure>>;
  readonly removePin: (user: string) => Promise<void>;
  /** Makes a vault for a person who signs in on this device for the first time. */
  readonly create: (
    person: KnownUser & { readonly session: string; readonly device: string },
    opener: Opener,
  ) => Promise<OpenVault>;
  /** How many entries of a person lie here that no server has got: told before anybody has unlocked them. */
  readonly waitingOf: (user: string) => Promise<number>;
  readonly keepSession: (user: string, session: string) => Promise<void>;
  /** The id of the device that a vault is to the server; undefined if it is not there any more. */
  readonly deviceOf: (user: string) => Promise<string | undefined>;
  /** The server was heard: from now on it may be unlocked without it for so many days. */
  readonly keepLease: (user: string, days: number, now: Date) => Promise<void>;
  /** Whether it may be unlocked only with the server's word. Notes what the clock shows. */
  readonly needsServer: (user: string, now: Date) => Promise<boolean>;
  /** Takes a vault off this device, the former ones of its person as well. */
  readonly wipe: (user: string) => Promise<void>;
  /** By which ways a vault opens. */
  readonly waysOf: (user: string) => Promise<Ways>;
  /** Adds a way into a vault; a new password or spare key takes the place of the one before. */
  readonly addWay: (user: string, opener: Opener, added: Opener) => Promise<Result<void, VaultFailure>>;
  /** Takes a way away; the last one stays. */
  readonly removeWay: (
    user: string,
    way: Way,
  ) => Promise<Result<void, { readonly type: 'no-vault' | 'last-way' }>>;
};

const isLogin =
  (login: string) =>
  (row: VaultRow): boolean =>
    row.login.toLocaleLowerCase('de') === login.trim().toLocaleLowerCase('de');

/**
 * The vaults of this browser profile.
 * @param name the name of the list's table; another one in tests
 * @param cost how dear a guess at a password is
 */
export const createVaults = (name = 'geleit', cost: Cost = usualCost): Vaults => {
  const list = openVaultList(name);
  /** Works on the tables of a vault over a connection of its own. */
  const withTables = async <T>(row: VaultRow, work: (database: DeviceDatabase) => Promise<T>): Promise<T> => {
    const database = openDatabase(row.database);
    try {
      return await work(database);
    } finally {
      database.close();
    }
  };
  /** Changes the wraps of a vault in one transaction, so that two tabs do not undo each other. */
  const changeWraps = (user: string, change: (wraps: readonly Wrap[]) => readonly Wrap[]) =>
    list.transaction('rw', list.vaults, async () => {
      const row = await list.vaults.get(user);
      const wraps = change(row?.wraps ?? []);
      await list.vaults.update(user, { wraps });
      return wraps;
    });
  return {
    known: async () =>
      (await list.vaults.toArray()).map(({ user, login, name: shown, wraps }) => ({
        ...{ user, login, name: shown },
        ways: waysOf(wraps),
      })),
    unlock: async (login, opener) => {
      const row = (await list.vaults.toArray()).find(isLogin(login));
      if (row === undefined) return fail({ type: 'no-vault' });
      const database = openDatabase(row.database);
      const opened = await openVaultWith(row.wraps, opener, (key, raw) => pinLockOf(database, key, raw));
      if (opened === undefined) {
        database.close();
        return fail({ type: 'does-not-open' });
      }
      const { key, done: pin } = opened;
      return ok({ user: row.user, key, database, session: row.session, pin });
    },
    reopen: async (user, key, pin) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return fail({ type: 'no-vault' });
      return ok({ user, key, database: openDatabase(row.database), session: row.session, pin });
    },
    setPin: async (user, opener, pin) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return fail({ type: 'no-vault' });
      return withTables(row, async (database) => {
        const opened = await openVaultWith(row.wraps, opener, (key, raw) =>
          setPin(database, key, raw, pin, cost),
        );
        return opened === undefined ? fail({ type: 'does-not-open' }) : ok(opened.done);
      });
    },
    removePin: async (user) => {
      const row = await list.vaults.get(user);
      if (row !== undefined) await withTables(row, removePin);
    },
    create: async ({ user, login, name: shown, session, device }, opener) => {
      const { key, wrap } = await createVault(opener, cost);
      const databaseName = `${name}-${crypto.randomUUID()}`;
      const database = openDatabase(databaseName);
      await database.meta.put({ key: 'device', value: device });
      const before = await list.vaults.get(user);
      const former =
        before === undefined ? [] : [...before.former, { database: before.database, wraps: before.wraps }];
      const row = { user, login, name: shown, database: databaseName, wraps: [wrap], former, session };
      await list.vaults.put(row);
      return { user, key, database, session, pin: undefined };
    },
    waitingOf: async (user) => {
      const row = await list.vaults.get(user);
      return row === undefined ? 0 : withTables(row, countWaiting);
    },
    keepSession: async (user, session) => {
      await list.vaults.update(user, { session });
    },
    deviceOf: async (user) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return undefined;
      const value = await withTables(row, async ({ meta }) => (await meta.get('device'))?.value);
      return typeof value === 'string' ? value : undefined;
    },
    keepLease: async (user, days, now) => {
      const until = new Date(now.getTime() + days * DAY).toISOString();
      await list.vaults.update(user, { lease: { until, seen: now.toISOString() } });
    },
    needsServer: async (user, now) => {
      const lease = (await list.vaults.get(user))?.lease;
      if (lease !== undefined && now.toISOString() > lease.seen)
        await list.vaults.update(user, { lease: { ...lease, seen: now.toISOString() } });
      return isOver(lease, now);
    },
    wipe: async (user) => {
      const row = await list.vaults.get(user);
      // First what opens it: should the tablet die in between, nothing that is left can be read.
      await list.vaults.delete(user);
      for (const { database } of row === undefined ? [] : [row, ...row.former]) await Dexie.delete(database);
    },
    waysOf: async (user) => waysOf((await list.vaults.get(user))?.wraps ?? []),
    addWay: async (user, opener, added) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return fail({ type: 'no-vault' });
      const opened = await openVaultWith(row.wraps, opener, (_key, raw) => wrapFor(raw, added, cost));
      if (opened === undefined) return fail({ type: 'does-not-open' });
      const { done: wrap } = opened;
      await changeWraps(user, (wraps) => [...wraps.filter((kept) => !isSameWay(kept, wrap)), wrap]);
      return ok(undefined);
    },
    removeWay: async (user, way) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return fail({ type: 'no-vault' });
      const left = await changeWraps(user, (wraps) => {
        const others = wraps.filter((wrap) => !isSameWay(wrap, way));
        return others.length === 0 ? wraps : others;
      });
      return left.some((wrap) => isSameWay(wrap, way)) ? fail({ type: 'last-way' }) : ok(undefined);
    },
  };
};
