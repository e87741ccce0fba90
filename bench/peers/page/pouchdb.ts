// PouchDB on its `indexeddb` adapter with an index on the name, replicating with a server of its own family.
import PouchDB from 'pouchdb-browser';
import indexeddb from 'pouchdb-adapter-indexeddb';
import find from 'pouchdb-find';
import { offer } from '../../page/offer.ts';
import { offlineDocuments, personOf, type BenchDocument } from '../../documents.ts';

const scriptStart = performance.now();
PouchDB.plugin(indexeddb).plugin(find);
type Doc = Omit<BenchDocument, 'id'>;
const place: { local?: PouchDB.Database<Doc> } = {};
const remote = new PouchDB<Doc>(`${location.origin}/db/county`, { skip_setup: true });
const batches = { batch_size: 1000, batches_limit: 10 };
/** Told whenever a batch of the first sync is written. */
const listeners = new Set<() => void>();

const local = (): PouchDB.Database<Doc> => {
  if (place.local === undefined) throw new Error('not open');
  return place.local;
};

const first = async (limit: number, skip = 0) => {
  const selector = { kind: 'person', name: { $gt: null } };
  const sort = ['kind', 'name'];
  return (await local().find({ selector, sort, limit, skip, use_index: ['by-name', 'by-name'] })).docs;
};

offer(
  {
    open: async () => {
      place.local = new PouchDB<Doc>('county', { adapter: 'indexeddb', auto_compaction: true });
      await local().createIndex({ index: { fields: ['kind', 'name'], name: 'by-name', ddoc: 'by-name' } });
    },
    firstSync: async () => {
      const replication = local().replicate.from(remote, batches);
      replication.on('change', () => {
        for (const listener of listeners) listener();
      });
      await replication;
    },
    sync: async () => {
      const { push, pull } = await local().sync(remote, batches);
      if (push?.ok !== true || pull?.ok !== true) throw new Error('not synchronised');
    },
    list: async () => (await first(50)).map(({ name }) => name),
    fiftyShown: () =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          first(50).then((found) => {
            if (found.length < 50) return;
            listeners.delete(look);
            resolve();
          }, reject);
        };
        listeners.add(look);
      }),
    edit: async (number) => {
      const [doc] = await first(1, number);
      if (doc === undefined) throw new Error('no document');
      const set = { ...doc.set, strengths: `gespeichert ${number} ${performance.now()}` };
      return async () => void (await local().put({ ...doc, set }));
    },
    saveMany: async (count, from) => {
      const docs = Array.from({ length: count / 2 }, (_, index) => offlineDocuments(from + index)).flat();
      const saved = await local().bulkDocs(docs.map(({ id, ...doc }) => ({ _id: id, ...doc })));
      if (saved.some((result) => 'error' in result)) throw new Error('not saved');
    },
    search: async (wanted) => {
      const selector = { kind: 'person', name: { $regex: new RegExp(wanted, 'i') } };
      const found = await local().find({ selector, fields: ['_id', 'name'], limit: 1_000_000 });
      return found.docs.length;
    },
    count: async () => (await local().allDocs()).rows.filter(({ id }) => !id.startsWith('_design/')).length,
    needsOf: async (caseId) => (await local().get(personOf(caseId))).set['needs'],
    rest: () => local().close(),
  },
  scriptStart,
);
