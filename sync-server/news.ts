// Tells that something was committed, and not what: whoever is told reads for herself, within her own rights.
import type { Storage } from './storage/storage.ts';

export type News = {
  /** Something was committed. With several processes over one database, a notification of the database calls this. */
  readonly tell: () => void;
  readonly listen: (listener: () => void) => () => void;
};

/** One for each process. */
export const createNews = (): News => {
  const listeners = new Set<() => void>();
  return {
    tell: () => {
      for (const listener of [...listeners]) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

/** The same storage; every transaction that was committed is told afterwards, whoever wrote it. */
export const withNews = (storage: Storage, news: News): Storage => ({
  ...storage,
  write: async (work) => {
    const result = await storage.write(work);
    news.tell();
    return result;
  },
});
