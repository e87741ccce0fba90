// What a page of the benchmarks offers its runner.

/** One way of keeping the county on a device. Every step ends when it is durable and can be read. */
export type Subject = {
  readonly open: () => Promise<void>;
  readonly firstSync: () => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly list: () => Promise<readonly string[]>;
  readonly saveOne: (number: number) => Promise<void>;
  /** Saves `count` changes that make new records, the first one numbered `from`. */
  readonly saveMany: (count: number, from: number) => Promise<void>;
  readonly search: (text: string) => Promise<number>;
  /** Done after use, before the browser closes: what the app does when nothing else is to do. */
  readonly rest: () => Promise<void>;
};

declare global {
  interface Window {
    bench: Subject & { readonly scriptStart: number };
  }
}

/** Offers a subject to the runner. */
export const offer = (subject: Subject, scriptStart: number): void => {
  window.bench = { ...subject, scriptStart };
};
