// Knows whether anything is still being written to IndexedDB: what a subject calls done must be there.

const writing = new Set<IDBTransaction>();
const waiting = new Set<() => void>();
const begin = IDBDatabase.prototype.transaction;

IDBDatabase.prototype.transaction = function watched(...asked: Parameters<typeof begin>) {
  const transaction = begin.apply(this, asked);
  if (transaction.mode === 'readonly') return transaction;
  writing.add(transaction);
  const end = (): void => {
    writing.delete(transaction);
    if (writing.size > 0) return;
    for (const wake of waiting) wake();
    waiting.clear();
  };
  transaction.addEventListener('complete', end);
  transaction.addEventListener('abort', end);
  return transaction;
};

/** Resolves when every transaction that writes has ended. */
export const settled = (): Promise<void> =>
  writing.size === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.add(resolve));
