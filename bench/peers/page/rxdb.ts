// RxDB with its free Dexie storage and its HTTP replication, set up as its documentation says.
import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { offer } from '../../page/offer.ts';
import { offlineDocuments, personOf, type BenchDocument } from '../../documents.ts';

const scriptStart = performance.now();
type Doc = BenchDocument & { readonly updatedAt: string };
type Checkpoint = { readonly seq: number };
const place: { records?: RxCollection<Doc>; replication?: RxReplicationState<Doc, Checkpoint> } = {};
const BATCH = 1000;

const text = { type: 'string' } as const;
const indexed = { type: 'string', maxLength: 60 } as const;
const schema: RxJsonSchema<Doc> = {
  ...{ version: 0, primaryKey: 'id', type: 'object' },
  properties: {
    id: indexed,
    caseId: text,
    kind: indexed,
    name: indexed,
    set: { type: 'object' },
    updatedAt: text,
  },
  required: ['id', 'caseId', 'kind', 'name', 'set', 'updatedAt'],
  indexes: [['kind', 'name']],
};

const records = (): RxCollection<Doc> => {
  if (place.records === undefined) throw new Error('not open');
  return place.records;
};

/** One live replication; between two syncs it is paused, as if there were no network. */
const replication = (): RxReplicationState<Doc, Checkpoint> => {
  place.replication ??= replicateRxCollection<Doc, Checkpoint>({
    collection: records(),
    replicationIdentifier: 'county',
    live: true,
    autoStart: false,
    waitForLeadership: false,
    pull: {
      batchSize: BATCH,
      handler: async (checkpoint, limit) =>
        (await fetch(`/pull?since=${checkpoint?.seq ?? 0}&limit=${limit}`)).json(),
    },
    push: {
      batchSize: BATCH,
      handler: async (rows) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/push', { method: 'POST', headers, body: JSON.stringify(rows) })).json();
      },
    },
  });
  return place.replication;
};

const sync = async (): Promise<void> => {
  const state = replication();
  const failed = new Promise<never>((_, reject) => void state.error$.subscribe(reject));
  await state.start();
  await Promise.race([state.awaitInSync(), failed]);
  await state.pause();
};

const first = (limit: number, skip = 0) =>
  records().find({ selector: { kind: 'person' }, sort: [{ kind: 'asc' }, { name: 'asc' }], limit, skip });

offer(
  {
    open: async () => {
      const database = await createRxDatabase({
        name: 'county',
        storage: getRxStorageDexie(),
        multiInstance: false,
        eventReduce: true,
      });
      const collections: { records: RxCollection<Doc> } = await database.addCollections({
        records: { schema },
      });
      place.records = collections.records;
    },
    firstSync: sync,
    sync,
    list: async () => (await first(50).exec()).map(({ name }) => name),
    fiftyShown: () =>
      new Promise((resolve) => {
        const seen = first(50).$.subscribe((found) => {
          if (found.length < 50) return;
          setTimeout(() => seen.unsubscribe());
          resolve();
        });
      }),
    edit: async (number) => {
      const [doc] = await first(1, number).exec();
      if (doc === undefined) throw new Error('no document');
      const set = { ...doc.toJSON().set, strengths: `gespeichert ${number} ${performance.now()}` };
      return async () => void (await doc.patch({ set, updatedAt: new Date().toISOString() }));
    },
    saveMany: async (count, from) => {
      const updatedAt = new Date().toISOString();
      const docs = Array.from({ length: count / 2 }, (_, index) => offlineDocuments(from + index)).flat();
      const { error } = await records().bulkInsert(docs.map((doc) => ({ ...doc, updatedAt })));
      if (error.length > 0) throw new Error('not saved');
    },
    search: async (wanted) => {
      const selector = { kind: 'person', name: { $regex: wanted, $options: 'i' } };
      return (await records().find({ selector }).exec()).length;
    },
    count: () => records().count().exec(),
    needsOf: async (caseId) => (await records().findOne(personOf(caseId)).exec())?.toJSON().set['needs'],
    rest: async () => void (await records().database.close()),
  },
  scriptStart,
);
