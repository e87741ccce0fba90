// What the browser itself allows: a single raw row, strict; and the county as raw pages of 100 records. Nothing is fetched, checked or found.
import { benchRecords, offlinePerson } from '../records.ts';
import { offer } from './offer.ts';

const scriptStart = performance.now();
const PAGE = 100;
const place: { database?: IDBDatabase } = {};
const asked = new URLSearchParams(location.search);

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not answered')));
  });

/** Runs one transaction that writes, to its end. */
const write = (
  store: string,
  durability: IDBTransactionDurability,
  put: (rows: IDBObjectStore) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = place.database?.transaction(store, 'readwrite', { durability });
    if (transaction === undefined) throw new Error('not open');
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
    put(transaction.objectStore(store));
  });

const pagesOf = (): readonly string[] => {
  const records = benchRecords(
    asked.get('shape') === 'persons' ? 'persons' : 'cases',
    Number(asked.get('scale')),
  );
  return Array.from({ length: Math.ceil(records.length / PAGE) }, (_, page) =>
    JSON.stringify(records.slice(page * PAGE, (page + 1) * PAGE)),
  );
};

type Stored = { readonly set: { readonly registerFamily?: string } };
const readAll = async (): Promise<readonly Stored[]> => {
  const store = place.database?.transaction('pages').objectStore('pages');
  if (store === undefined) throw new Error('not open');
  return (await answer<string[]>(store.getAll())).flatMap((page): Stored[] => JSON.parse(page));
};

const made: { pages: readonly string[] } = { pages: [] };
const notAsked = (): Promise<never> => Promise.reject(new Error('The limit does not do this.'));

offer(
  {
    open: async () => {
      const request = indexedDB.open('limit', 1);
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore('pages', { autoIncrement: true });
        request.result.createObjectStore('rows', { autoIncrement: true });
      });
      place.database = await answer(request);
      // made before the clock runs, and only where they will be written
      if (asked.get('visit') !== 'cold') made.pages = pagesOf();
    },
    firstSync: () =>
      write('pages', 'relaxed', (pages) => {
        for (const page of made.pages) pages.put(page);
      }),
    sync: notAsked,
    list: async () => {
      const names = (await readAll()).flatMap(({ set }) => set.registerFamily ?? []);
      return names.sort().slice(0, 50);
    },
    edit: async (number) => {
      const row = offlinePerson(number).set;
      return () => write('rows', 'strict', (rows) => void rows.put(row));
    },
    saveMany: notAsked,
    search: notAsked,
    count: async () => (await readAll()).length,
    needsOf: notAsked,
    rest: async () => place.database?.close(),
  },
  scriptStart,
);
