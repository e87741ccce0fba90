// The vaults on this device: who can sign in here without network. Signing in offline is unlocking.
import { fail, ok, type Result } from '#domain/result.ts';
import { openDatabase, openVaultList, type DeviceDatabase, type VaultRow } from './database.ts';
import { countWaiting } from './journal.ts';
import { pinLockOf, removePin, setPin, type PinLock } from './pin.ts';
import { createVault, openVaultWith, rewrapVault, usualCost, type Cost } from './vault.ts';

/** What a sign-in page may show before anybody has signed in: staff names, nothing else. */
export type KnownUser = Pick<VaultRow, 'user' | 'login' | 'name'>;
/** An unlocked vault. `session` is what was kept with `create` or `keepSession`. */
export type OpenVault = {
  readonly user: string;
  readonly key: CryptoKey;
  readonly database: DeviceDatabase;
  readonly session: string;
  /** What opens it again after a lock, as long as this page lives; undefined if no PIN was set. */
  readonly pin: PinLock | undefined;
};
type VaultFailure = { readonly type: 'no-vault' | 'wrong-password' };

export type Vaults = {
  readonly known: () => Promise<readonly KnownUser[]>;
  /** Unlocks by login name and password; needs no network. */
  readonly unlock: (login: string, password: string) => Promise<Result<OpenVault, VaultFailure>>;
  /** Opens a vault again whose key its PIN has given out. */
  readonly reopen: (user: string, key: CryptoKey, pin: PinLock) => Promise<Result<OpenVault, VaultFailure>>;
  /** Sets the PIN of an open vault: whoever does it knows the password. */
  readonly setPin: (user: string, password: string, pin: string) => Promise<Result<PinLock, VaultFailure>>;
  readonly removePin: (user: string) => Promise<void>;
  /** Makes a vault for a person who signs in on this device for the first time. */
  readonly create: (
    person: KnownUser & { readonly session: string; readonly device: string },
    password: string,
  ) => Promise<OpenVault>;
  /** How many entries of a person lie here that no server has got: told before anybody has unlocked them. */
  readonly waitingOf: (user: string) => Promise<number>;
  readonly keepSession: (user: string, session: string) => Promise<void>;
  /** Wraps the vault by a new password. */
  readonly rewrap: (user: string, before: string, after: string) => Promise<Result<void, VaultFailure>>;
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
  return {
    known: async () =>
      (await list.vaults.toArray()).map(({ user, login, name: shown }) => ({ user, login, name: shown })),
    unlock: async (login, password) => {
      const row = (await list.vaults.toArray()).find(isLogin(login));
      if (row === undefined) return fail({ type: 'no-vault' });
      const database = openDatabase(row.database);
      const opened = await openVaultWith(row.wrap, password, (key, raw) => pinLockOf(database, key, raw));
      if (!opened.ok) {
        database.close();
        return opened;
      }
      const { key, done: pin } = opened.value;
      return ok({ user: row.user, key, database, session: row.session, pin });
    },
    reopen: async (user, key, pin) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return fail({ type: 'no-vault' });
      return ok({ user, key, database: openDatabase(row.database), session: row.session, pin });
    },
    setPin: async (user, password, pin) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return fail({ type: 'no-vault' });
      return withTables(row, async (database) => {
        const opened = await openVaultWith(row.wrap, password, (key, raw) =>
          setPin(database, key, raw, pin, cost),
        );
        return opened.ok ? ok(opened.value.done) : opened;
      });
    },
    removePin: async (user) => {
      const row = await list.vaults.get(user);
      if (row !== undefined) await withTables(row, removePin);
    },
    create: async ({ user, login, name: shown, session, device }, password) => {
      const { key, wrap } = await createVault(password, cost);
      const databaseName = `${name}-${crypto.randomUUID()}`;
      const database = openDatabase(databaseName);
      await database.meta.put({ key: 'device', value: device });
      const before = await list.vaults.get(user);
      const former =
        before === undefined ? [] : [...before.former, { database: before.database, wrap: before.wrap }];
      await list.vaults.put({ user, login, name: shown, database: databaseName, wrap, former, session });
      return { user, key, database, session, pin: undefined };
    },
    waitingOf: async (user) => {
      const row = await list.vaults.get(user);
      return row === undefined ? 0 : withTables(row, countWaiting);
    },
    keepSession: async (user, session) => {
      await list.vaults.update(user, { session });
    },
    rewrap: async (user, before, after) => {
      const row = await list.vaults.get(user);
      if (row === undefined) return fail({ type: 'no-vault' });
      const wrap = await rewrapVault(row.wrap, before, after, cost);
      if (!wrap.ok) return wrap;
      await list.vaults.update(user, { wrap: wrap.value });
      return ok(undefined);
    },
  };
};
