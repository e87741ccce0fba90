// The vaults on this device: who can sign in here without network. Signing in offline is unlocking.
import { fail, ok, type Result } from '#domain/result.ts';
import { openDatabase, openVaultList, type DeviceDatabase, type VaultRow } from './database.ts';
import { createVault, openVault, rewrapVault, usualCost, type Cost } from './vault.ts';

/** What a sign-in page may show before anybody has signed in: staff names, nothing else. */
export type KnownUser = Pick<VaultRow, 'user' | 'login' | 'name'>;
/** An unlocked vault. `session` is what was kept with `create` or `keepSession`. */
export type OpenVault = {
  readonly user: string;
  readonly key: CryptoKey;
  readonly database: DeviceDatabase;
  readonly session: string;
};
type VaultFailure = { readonly type: 'no-vault' | 'wrong-password' };

export type Vaults = {
  readonly known: () => Promise<readonly KnownUser[]>;
  /** Unlocks by login name and password; needs no network. */
  readonly unlock: (login: string, password: string) => Promise<Result<OpenVault, VaultFailure>>;
  /** Makes a vault for a person who signs in on this device for the first time. */
  readonly create: (
    person: KnownUser & { readonly session: string; readonly device: string },
    password: string,
  ) => Promise<OpenVault>;
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
  return {
    known: async () =>
      (await list.vaults.toArray()).map(({ user, login, name: shown }) => ({ user, login, name: shown })),
    unlock: async (login, password) => {
      const row = (await list.vaults.toArray()).find(isLogin(login));
      if (row === undefined) return fail({ type: 'no-vault' });
      const key = await openVault(row.wrap, password);
      if (!key.ok) return key;
      return ok({
        user: row.user,
        key: key.value,
        database: openDatabase(row.database),
        session: row.session,
      });
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
      return { user, key, database, session };
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
