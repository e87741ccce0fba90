// A simulation in a real browser: its tables, its cipher and its turns. The server runs outside and is called.
import type { Account } from '#server/storage/storage.ts';
import type { Ground, Turns } from './ground.ts';
import type { Server } from './server.ts';
import { simulate, type Options, type Outcome } from './simulation.ts';

/** The server's doors as the page sees them. Each call says what time it is in the county. */
export type Outside = {
  readonly [Name in keyof Server as `server_${Name}`]: (
    now: number,
    ...asked: Parameters<Server[Name]>
  ) => ReturnType<Server[Name]>;
} & {
  readonly server_open: (
    now: number,
    accounts: readonly Pick<Account, 'id' | 'role' | 'mayReadLimits'>[],
    pageBytes: number,
  ) => Promise<void>;
};

declare global {
  interface Window extends Outside {
    simulateHere: (options: Options) => Promise<Outcome>;
  }
}

/** A turn of the browser's tables is about so long, in milliseconds; nobody can count them. */
const TURN = 0.25;
/** What is left of a dead tablet's work has run out after so long, in milliseconds. */
const REST = 15;

const takeTurns = (): Turns => {
  let fuse: ReturnType<typeof setTimeout> | undefined;
  return {
    lightFuse: (turns, blow) => {
      fuse = setTimeout(blow, turns * TURN);
    },
    putOut: () => clearTimeout(fuse),
    settle: () => new Promise((resolve) => void setTimeout(resolve, REST)),
    end: () => undefined,
  };
};

const openServer: Ground['openServer'] = async (accounts, { now, pageBytes }) => {
  const time = (): number => now().getTime();
  await window.server_open(time(), accounts, pageBytes);
  return {
    records: (...asked) => window.server_records(time(), ...asked),
    serve: (...asked) => window.server_serve(time(), ...asked),
    register: (...asked) => window.server_register(time(), ...asked),
    dieServing: (...asked) => window.server_dieServing(time(), ...asked),
    crash: () => window.server_crash(time()),
    handOver: (...asked) => window.server_handOver(time(), ...asked),
    change: (...asked) => window.server_change(time(), ...asked),
    erase: (...asked) => window.server_erase(time(), ...asked),
    backUp: () => window.server_backUp(time()),
    restore: () => window.server_restore(time()),
    close: () => window.server_close(time()),
  };
};

let engines = 0;
/** All tablets share the browser's tables: each has names of its own. */
const newEngine: Ground['newEngine'] = () => {
  engines += 1;
  const prefix = `${engines}-`;
  const own: Pick<IDBFactory, 'open' | 'deleteDatabase' | 'cmp' | 'databases'> = {
    open: (name, version) => indexedDB.open(prefix + name, version),
    deleteDatabase: (name) => indexedDB.deleteDatabase(prefix + name),
    cmp: (one, other) => indexedDB.cmp(one, other),
    databases: () => indexedDB.databases(),
  };
  return { indexedDB: own, IDBKeyRange };
};

window.simulateHere = (options) => simulate(options, { takeTurns, newEngine, openServer });
