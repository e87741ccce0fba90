// What can go wrong while saving, as values: the text stays in its field, and nothing is half-written.
import { Dexie } from 'dexie';

/** `full`: the device has no room left. `failed`: the browser's storage did not answer. */
export type StoreFailure = { readonly type: 'storage-full' | 'storage-failed' };

/** Names the failure of a transaction. Dexie hides a full disk inside an aborted transaction. */
export const failureOf = (error: unknown): StoreFailure => {
  const inner: unknown = error instanceof Dexie.DexieError ? error.inner : undefined;
  const names = [error, inner].map((cause) =>
    cause instanceof Error || cause instanceof DOMException ? cause.name : '',
  );
  return { type: names.includes('QuotaExceededError') ? 'storage-full' : 'storage-failed' };
};
