// What a page of the benchmarks offers its runner, and how it takes the time: until all is done and written.
import { settled } from './settled.ts';

/** One way of keeping the county on a device. */
export type Subject = {
  readonly open: () => Promise<void>;
  readonly firstSync: () => Promise<void>;
  readonly sync: () => Promise<void>;
  /** The first 50 names. */
  readonly list: () => Promise<readonly string[]>;
  /** Resolves when the first 50 names can be shown, however far the first sync is; by the subject's own way of telling. */
  readonly fiftyShown?: () => Promise<void>;
  /** Opens a person for editing, by the place in the list; answers how an edit of it is saved. */
  readonly edit: (number: number) => Promise<() => Promise<void>>;
  /** Saves `count` changes that make new records, the first one numbered `from`. */
  readonly saveMany: (count: number, from: number) => Promise<void>;
  readonly search: (text: string) => Promise<number>;
  /** How many records of cases are on this device. */
  readonly count: () => Promise<number>;
  /** What the person of a case needs, as it stands on this device. */
  readonly needsOf: (caseId: string) => Promise<unknown>;
  /** Done after use, before the browser closes: what the app does when nothing else is to do. */
  readonly rest: () => Promise<void>;
};

const stepsOf = (subject: Subject, scriptStart: number) => {
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work().catch((error: unknown) => {
      // some engines throw what nobody can read on its way to the runner
      throw new Error(String(error), { cause: error });
    });
    await settled();
    return performance.now() - start;
  };
  const each = async <T>(list: readonly T[], work: (entry: T) => Promise<unknown>) => {
    const times: number[] = [];
    for (const entry of list) times.push(await timed(() => work(entry)));
    return times;
  };
  return {
    open: () => timed(subject.open),
    firstSync: () => timed(subject.firstSync),
    list: () => timed(subject.list),
    sync: () => timed(subject.sync),
    saves: async (numbers: readonly number[]) => {
      const saves: (() => Promise<void>)[] = [];
      for (const number of numbers) saves.push(await subject.edit(number));
      return each(saves, (save) => save());
    },
    saveMany: (count: number, from: number) => timed(() => subject.saveMany(count, from)),
    searches: (words: readonly string[]) => each(words, subject.search),
    count: subject.count,
    needsOf: (caseIds: readonly string[]) => Promise.all(caseIds.map(subject.needsOf)),
    rest: subject.rest,
    /** A first sync, and when in it the first 50 names could be shown. */
    watchedFirstSync: async (): Promise<number | undefined> => {
      const shown = subject.fiftyShown === undefined ? undefined : timed(subject.fiftyShown);
      await timed(subject.firstSync);
      return shown;
    },
    /** From the beginning of the page's load, and of its script, to the first 50 names. */
    coldStart: async () => {
      await subject.open();
      const names = await subject.list();
      const now = performance.now();
      return { whole: now, data: now - scriptStart, names: names.length };
    },
  };
};

declare global {
  interface Window {
    bench: ReturnType<typeof stepsOf>;
  }
}

/** Offers a subject to the runner. */
export const offer = (subject: Subject, scriptStart: number): void => {
  window.bench = stepsOf(subject, scriptStart);
};
