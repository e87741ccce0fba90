// The tables on this device. Nothing in them is readable without the vault but what docs/vault.md lists.
import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Refusal } from '#domain/receipt.ts';
import type { Box } from './vault.ts';
import type { Wrap } from './wraps.ts';

/** Some case files as they were pulled, in one box. `page` begins with the generation it belongs to (facts.ts). */
export type PageRow = { readonly page: string; readonly rev: number; readonly box: Box };

/**
 * One own change. `number` is given by the database inside the saving transaction, whichever tab saves (S14).
 * `rev` counts how often it grew; `seq` is set once it is accepted and must wait to be folded, `refusal` once it is
 * refused, `folded` where it was folded before an earlier one. Most rows are never written again: the number up to which
 * all are settled tells what became of them (journal.ts).
 */
export type ChangeRow = {
  readonly number: number;
  readonly id: string;
  readonly rev: number;
  readonly seq: number | null;
  readonly at: string | null;
  readonly refusal: Refusal | null;
  readonly folded?: boolean;
  readonly box: Box;
};
export type NewChangeRow = Omit<ChangeRow, 'number'>;

/** Input that cannot be valid, kept until it is mended: never part of a change. It leaves with its case. */
export type DraftRow = { readonly place: string; readonly caseId?: string; readonly box: Box };

/** Small facts of this device: cursor, device id, the highest sealed number, the index of cases. */
export type MetaRow = { readonly key: string; readonly value: string | number | Box };

/** The tables of one vault over one connection. */
export class Tables extends Dexie {
  declare readonly pages: Table<PageRow, string>;
  declare readonly changes: Table<ChangeRow, number, NewChangeRow>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly meta: Table<MetaRow, string>;
}

/** The tables of one vault. Its transactions are strict: complete means on the disk (S1). */
export class DeviceDatabase extends Tables {
  /**
   * The same tables over a connection that does not wait for the disk: for what the server tells again if a power cut
   * takes it. Never for a save, and never where the server is told that something is gone from this device.
   */
  declare readonly loose: Tables;
}

/** Another IndexedDB than the browser's, for a simulation with many devices in one process. */
export type Engine = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

const withTables = <T extends Tables>(tables: T): T => {
  // Nobody here watches queries or hooks into tables: without these layers every transaction is a good deal shorter.
  for (const layer of ['Cache', 'Observability', 'HooksMiddleware'])
    tables.unuse({ stack: 'dbcore', name: layer });
  tables.version(1).stores({ pages: '&page, rev', changes: '++number', drafts: '&place', meta: '&key' });
  return tables;
};

/** Opens the tables of a vault; they are made when they are missing. */
export const openDatabase = (name: string, engine: Engine = {}): DeviceDatabase => {
  const database = withTables(new DeviceDatabase(name, { chromeTransactionDurability: 'strict', ...engine }));
  const loose = withTables(new Tables(name, { chromeTransactionDurability: 'relaxed', ...engine }));
  const close = database.close.bind(database);
  return Object.assign(database, {
    loose,
    close: (options?: { disableAutoOpen: boolean }): void => {
      loose.close(options);
      close(options);
    },
  });
};

/** Until when a device may be unlocked without the server (ISO), and the latest that its clock was ever seen to show. */
export type Lease = { readonly until: string; readonly seen: string };

/** A person who can sign in on this device without network. Staff names stand in clear, nobody else's. */
export type VaultRow = {
  readonly user: string;
  readonly login: string;
  readonly name: string;
  readonly database: string;
  /** The vault's key, once for each way in. */
  readonly wraps: readonly Wrap[];
  /** Vaults whose password was forgotten: kept, because unsent changes may lie in them (S15). */
  readonly former: readonly { readonly database: string; readonly wraps: readonly Wrap[] }[];
  /** The session's facts for working offline, as JSON of `sessionSchema`. */
  readonly session: string;
  /** How long it may be unlocked without the server; undefined until that has told. */
  readonly lease?: Lease;
};

/** What a row of the first form looks like: one wrap, by the password. */
type FirstRow = {
  wrap?: Wrap;
  readonly former: readonly { readonly database: string; readonly wrap: Wrap }[];
};

/** The list of vaults on this device. */
export class VaultList extends Dexie {
  declare readonly vaults: Table<VaultRow, string>;
}

/** Opens the list of vaults. */
export const openVaultList = (name = 'geleit'): VaultList => {
  const list = new VaultList(name, { chromeTransactionDurability: 'strict' });
  list.version(1).stores({ vaults: '&user' });
  list.version(2).upgrade((upgrade) =>
    upgrade
      .table<FirstRow>('vaults')
      .toCollection()
      .modify((row) => {
        const { wrap, former } = row;
        if (wrap === undefined) return;
        delete row.wrap;
        Object.assign(row, {
          wraps: [wrap],
          former: former.map(({ database, wrap: one }) => ({ database, wraps: [one] })),
        });
      }),
  );
  return list;
};
