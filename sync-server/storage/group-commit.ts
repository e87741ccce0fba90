// Group commit: writes that come while one transaction is under way share the next one, and with it the wait for the disk.
import { setImmediate as turnOfTheLoop, setTimeout as pause } from 'node:timers/promises';

/** One transaction of a database, from its beginning on. */
export type Transaction<Handle> = {
  readonly handle: Handle;
  /** From here on everything can be undone without what came before. */
  mark(): Promise<void>;
  /** Waits until everything that was said has been done; throws what the database refused first. */
  settle(): Promise<void>;
  undoToMark(): Promise<void>;
  /** Everything is on the disk when it resolves. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
};

export type GroupRules = {
  /** How many writes one transaction takes at most. */
  readonly most: number;
  /** For how long it takes further ones. Milliseconds. */
  readonly longest: number;
  /** Whether the same work may well succeed if it is done again: the database took back what others were in the way of. */
  readonly mayPass: (error: unknown) => boolean;
};

/** Work that others were in the way of is done again at most so many times, each time a little later (milliseconds). */
const TRIES = 5;
const PAUSE = 10;

type Member<Handle> = {
  /** Does the work; answers how to tell whoever waits for it. */
  readonly run: (handle: Handle) => Promise<() => void>;
  readonly refuse: (error: unknown) => void;
  tries: number;
};

/**
 * One group after the other. Each piece of work stands by itself: what throws is undone and leaves the others whole.
 * Nobody is told anything before the shared commit.
 */
export const createGroups = <Handle>(begin: () => Promise<Transaction<Handle>>, rules: GroupRules) => {
  const waiting: Member<Handle>[] = [];
  let underWay: Promise<void> | undefined;

  const takeIn = async (member: Member<Handle>, transaction: Transaction<Handle>): Promise<() => void> => {
    await transaction.mark();
    try {
      const tell = await member.run(transaction.handle);
      await transaction.settle();
      return tell;
    } catch (thrown) {
      const error = await transaction.settle().then(
        () => thrown,
        (first: unknown) => first,
      );
      if (rules.mayPass(error)) throw error;
      await transaction.undoToMark();
      return () => member.refuse(error);
    }
  };

  const fillAndCommit = async (
    transaction: Transaction<Handle>,
    group: Member<Handle>[],
  ): Promise<readonly (() => void)[]> => {
    const tellings: (() => void)[] = [];
    const until = performance.now() + rules.longest;
    while (group.length < rules.most && (group.length === 0 || performance.now() < until)) {
      const member = waiting.shift();
      if (member === undefined) break;
      group.push(member);
      tellings.push(await takeIn(member, transaction));
    }
    await transaction.commit();
    return tellings;
  };

  const doAgain = async (group: readonly Member<Handle>[], error: unknown): Promise<void> => {
    for (const member of group) member.tries += 1;
    const others = rules.mayPass(error) ? group.filter(({ tries }) => tries < TRIES) : [];
    for (const member of group) if (!others.includes(member)) member.refuse(error);
    waiting.unshift(...others);
    if (others.length > 0) await pause(PAUSE * Math.max(...others.map(({ tries }) => tries)));
  };

  const runGroup = async (): Promise<void> => {
    // Whoever has arrived in this turn of the loop comes along.
    await turnOfTheLoop();
    const group: Member<Handle>[] = [];
    let transaction: Transaction<Handle> | undefined;
    try {
      transaction = await begin();
      for (const tell of await fillAndCommit(transaction, group)) tell();
    } catch (error) {
      await transaction?.rollback();
      await doAgain(transaction === undefined ? waiting.splice(0) : group, error);
    }
  };

  const runAll = async (): Promise<void> => {
    while (waiting.length > 0) await runGroup();
    underWay = undefined;
  };

  return {
    /** Takes work into a group; resolves after the commit. The work may run again, so it only speaks to the handle. */
    write: <T>(work: (handle: Handle) => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        const run = async (handle: Handle) => {
          const value = await work(handle);
          return () => resolve(value);
        };
        waiting.push({ run, refuse: reject, tries: 0 });
        underWay ??= runAll();
      }),
    /** Resolves when nothing is under way. */
    rest: async (): Promise<void> => {
      while (underWay !== undefined) await underWay;
    },
  };
};
