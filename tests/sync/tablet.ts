// A tablet of a simulated county: the real store over tables in memory or in a browser, in one tab or two, that may die at
// any moment.
import type { Json } from '#domain/json.ts';
import { openDatabase, type DeviceDatabase, type Engine } from '#store/database.ts';
import { openStore, type Store } from '#store/store.ts';
import type { Ground } from './ground.ts';

/** What a form showed when somebody began to write in it. */
export type OpenField = {
  readonly caseId: string | null;
  readonly kind: string;
  readonly recordId: string;
  readonly path: string;
  readonly heads: readonly string[];
  readonly values: readonly Json[];
  readonly sawGone: boolean;
};

/** One tab in which the app is open. */
export type Tab = {
  readonly tablet: Tablet;
  readonly store: Store;
  readonly database: DeviceDatabase;
  /** The case file somebody looks at here, and the field that is being written. */
  looksAt: string | undefined;
  field: OpenField | undefined;
  /** A transfer that waits for the network: resolved whenever it pauses or ends. */
  transfer: { pause: PromiseWithResolvers<undefined> } | undefined;
  readonly transactions: Set<IDBTransaction>;
  /** By loss of a case that an answer told of: what its tablet had not sent of it then. */
  readonly owed: Map<string, readonly number[]>;
};

export type Tablet = {
  readonly name: string;
  readonly user: string;
  readonly engine: Engine;
  readonly key: CryptoKey;
  /** Whether it still has the first program; it is updated one day. */
  isOld: boolean;
  /** How far its clock is off, in milliseconds. */
  skew: number;
  tabs: readonly Tab[];
  /** How many transfers it has begun. */
  transfers: number;
  /** What tabs told each other and has not been heard yet. */
  tidings: { readonly to: TabChannel; readonly data: unknown }[];
};

export type TabletWorld = { readonly now: () => number; readonly newId: () => string };

/** The channel between the tabs of a tablet: what is told arrives when chance lets it. */
export class TabChannel extends EventTarget implements BroadcastChannel {
  readonly name = 'tabs';
  readonly onmessage = null;
  readonly onmessageerror = null;
  readonly others: () => readonly TabChannel[];
  readonly tell: (to: TabChannel, data: unknown) => void;
  constructor(
    others: (self: TabChannel) => readonly TabChannel[],
    tell: (to: TabChannel, data: unknown) => void,
  ) {
    super();
    this.others = () => others(this);
    this.tell = tell;
  }
  postMessage(data: unknown): void {
    for (const other of this.others()) this.tell(other, structuredClone(data));
  }
  close(): void {
    // Nothing is held open.
  }
  // Node's channel has these two; nobody here waits for it.
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** Notes every transaction of a tab while it lasts: a crash aborts those under way, as a dying browser does. */
const watchTransactions = (database: DeviceDatabase): Set<IDBTransaction> => {
  const living = new Set<IDBTransaction>();
  const connection = database.backendDB();
  const begin = connection.transaction.bind(connection);
  Object.defineProperty(connection, 'transaction', {
    value: (...asked: Parameters<IDBDatabase['transaction']>) => {
      const transaction = begin(...asked);
      living.add(transaction);
      for (const end of ['complete', 'abort'])
        transaction.addEventListener(end, () => living.delete(transaction));
      return transaction;
    },
  });
  return living;
};

const channels = new WeakMap<Tablet, TabChannel[]>();

/** Opens the app in a tab: also after a crash, over the same tables. */
export const openTab = async (tablet: Tablet, { now, newId }: TabletWorld): Promise<Tab> => {
  const database = openDatabase(tablet.name, tablet.engine);
  await database.open();
  const transactions = watchTransactions(database);
  const known = channels.get(tablet) ?? [];
  channels.set(tablet, known);
  const channel = new TabChannel(
    (self) => (channels.get(tablet) ?? []).filter((other) => other !== self),
    (to, data) => void tablet.tidings.push({ to, data }),
  );
  known.push(channel);
  const world = { now: () => new Date(now() + tablet.skew), newId };
  const store = await openStore(database, tablet.key, tablet.user, world, channel);
  return {
    ...{ tablet, store, database, transactions },
    ...{ looksAt: undefined, field: undefined, transfer: undefined },
    owed: new Map(),
  };
};

/** A vault's key, without the password around it: deriving that is made to be slow. */
const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', crypto.getRandomValues(new Uint8Array(32)), 'AES-GCM', true, [
    'encrypt',
    'decrypt',
  ]);

/** A new tablet that has never spoken to the server, with one tab. */
export const newTablet = async (
  name: string,
  user: string,
  world: TabletWorld & Pick<Ground, 'newEngine'>,
  like?: Tablet,
): Promise<Tablet> => {
  const engine = world.newEngine();
  const key = like?.key ?? (await newKey());
  const tablet: Tablet = {
    name,
    user,
    engine,
    key,
    isOld: like?.isOld ?? false,
    skew: 0,
    tabs: [],
    transfers: 0,
    tidings: [],
  };
  const database = openDatabase(name, engine);
  if (like === undefined) await database.meta.put({ key: 'device', value: `device-${name}` });
  else await copyTables(like, database);
  database.close();
  tablet.tabs = [await openTab(tablet, world)];
  return tablet;
};

/** A cloned profile: the same tables, key and device id, and the same next number for a change. */
const copyTables = async (like: Tablet, into: DeviceDatabase): Promise<void> => {
  const from = openDatabase(like.name, like.engine);
  const nothing = { id: '', rev: 0, seq: null, at: null, refusal: null, box: new Uint8Array() };
  const next = await from.changes.add(nothing);
  await from.changes.delete(next);
  await into.table('changes').put({ number: next, ...nothing });
  await into.changes.delete(next);
  for (const name of ['meta', 'pages', 'changes', 'drafts'] as const) {
    await into.table(name).bulkPut(await from.table(name).toArray());
  }
  from.close();
};

/** Undoes a transaction; one whose words are on the disk already is past that. */
const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
};

/** All tabs of a tablet die: nothing is flushed, and what a transaction had begun is undone. */
export const killTabs = (tablet: Tablet): void => {
  for (const { transactions, database } of tablet.tabs) {
    for (const transaction of [...transactions]) abort(transaction);
    database.close();
  }
  tablet.tabs = [];
  tablet.tidings = [];
  channels.delete(tablet);
};

/** The disk of a tablet is full: what is being written is undone by the browser, with its reason. */
export const fillDisk = (tablet: Tablet): boolean => {
  const writing = tablet.tabs.flatMap(({ transactions }) =>
    [...transactions].filter(({ mode }) => mode === 'readwrite'),
  );
  for (const transaction of writing) {
    const error = new DOMException('The disk is full.', 'QuotaExceededError');
    Object.defineProperty(transaction, 'error', { value: error, writable: true });
    abort(transaction);
  }
  return writing.length > 0;
};
