// A value that changes, and tells who watches: the small facts of the app that are no records.

/** Fits useSyncExternalStore: `get` gives the same object until `set` brings another. */
export type Watched<Value> = {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Makes a watched value. */
export const createWatched = <Value>(first: Value): Watched<Value> => {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
