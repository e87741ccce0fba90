// What a simulation stands on: a process or a browser, whose tables, cipher and turns are its own.
import type { Account } from '#server/storage/storage.ts';
import type { Engine } from '#store/database.ts';
import type { Chance } from './chance.ts';
import type { Server, ServerWorld } from './server.ts';

/** How a run holds the place it runs in. */
export type Turns = {
  /** Calls `blow` after so many turns of the tables: a tablet dies, or its disk is full, in the middle of work. */
  readonly lightFuse: (turns: number, blow: () => void) => void;
  /** Puts the fuse out. */
  readonly putOut: () => void;
  /** Lets what is left of a dead tablet's work run out. */
  readonly settle: () => Promise<void>;
  /** Gives the place back as it was. */
  readonly end: () => void;
};

export type Ground = {
  readonly takeTurns: (chance: Chance) => Turns;
  /** The tables of a tablet that has none yet. */
  readonly newEngine: () => Engine;
  readonly openServer: (
    accounts: readonly Pick<Account, 'id' | 'role' | 'mayReadLimits'>[],
    world: ServerWorld,
  ) => Promise<Server>;
};
