// Yjs: one document with a map of records, y-indexeddb and y-websocket. A document a case would be a database and a connection a case.
import * as encoding from 'lib0/encoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as protocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { offer } from '../../page/offer.ts';
import { offlineDocuments, personOf } from '../../documents.ts';
import { putRecords } from '../yjs-records.ts';

const scriptStart = performance.now();
const document = new Y.Doc();
const records = document.getMap<Y.Map<unknown>>('records');
const provider = new WebsocketProvider(location.origin.replace('http', 'ws'), 'county', document, {
  connect: false,
  disableBc: true,
});
const place: { persistence?: IndexeddbPersistence } = {};

/** Asks once more what the server has: its answer comes after it took what this device sent. */
const acknowledged = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<ArrayBuffer>): void => {
      const [kind, step] = new Uint8Array(data);
      if (kind !== 0 || step !== protocol.messageYjsSyncStep2) return;
      socket.removeEventListener('message', hear);
      resolve();
    };
    socket.addEventListener('message', hear);
    const question = encoding.createEncoder();
    encoding.writeVarUint(question, 0);
    protocol.writeSyncStep1(question, document);
    socket.send(encoding.toUint8Array(question));
  });

const sync = async (): Promise<void> => {
  const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  provider.connect();
  await synced;
  if (provider.ws === null) throw new Error('no connection');
  await acknowledged(provider.ws);
  provider.disconnect();
};

const persons = (): readonly Y.Map<unknown>[] =>
  [...records.values()].filter((record) => record.get('kind') === 'person');
const nameOf = (record: Y.Map<unknown>): string => String(record.get('name'));
const sorted = (): readonly Y.Map<unknown>[] => {
  const named = persons().map((record) => ({ record, name: nameOf(record) }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ record }) => record);
};

offer(
  {
    open: async () => {
      place.persistence = new IndexeddbPersistence('county', document);
      await place.persistence.whenSynced;
    },
    firstSync: sync,
    sync,
    list: async () => sorted().slice(0, 50).map(nameOf),
    fiftyShown: () =>
      new Promise((resolve) => {
        const look = (): void => {
          if (sorted().length < 50) return;
          records.unobserve(look);
          resolve();
        };
        records.observe(look);
      }),
    edit: async (number) => {
      const record = sorted()[number];
      if (record === undefined) throw new Error('no record');
      return async () => void record.set('strengths', `gespeichert ${number} ${performance.now()}`);
    },
    saveMany: async (count, from) =>
      putRecords(
        document,
        Array.from({ length: count / 2 }, (_, index) => offlineDocuments(from + index)).flat(),
      ),
    search: async (text) => {
      const wanted = text.toLocaleLowerCase('de');
      return persons().filter((record) => nameOf(record).toLocaleLowerCase('de').includes(wanted)).length;
    },
    count: async () => records.size,
    needsOf: async (caseId) => records.get(personOf(caseId))?.get('needs'),
    rest: async () => place.persistence?.destroy(),
  },
  scriptStart,
);
