// How the list looked when it was left. It holds a searched name, so it lives only as long as the open store and never on a disk.
import type { VirtualItem } from '@tanstack/react-virtual';
import type { Store } from '#store/store.ts';

/** Filter, words, place. */
export type LastLook = {
  readonly query: string;
  readonly text: string;
  readonly top: number;
  /** The measured rows, so that the same place is the same case. */
  readonly rows: readonly VirtualItem[];
  /** The case that was opened. */
  readonly opened: string | null;
};

const looks = new WeakMap<Store, LastLook>();

/** How the list was left, if an address asks for nothing else. */
export const lastLookAt = (store: Store, query: string): LastLook | undefined => {
  const look = looks.get(store);
  return look !== undefined && (query === '' || query === look.query) ? look : undefined;
};

/** Keeps how the list is left. */
export const keepLook = (store: Store, look: LastLook): void => {
  looks.set(store, look);
};
