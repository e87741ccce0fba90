// The product's own store and rounds on a page without screens. The key derivation is left out: it is measured apart.
import { personIdOf } from '#domain/id.ts';
import { quickSyncResponseSchema } from '#protocol/sync.ts';
import { openDatabase, type DeviceDatabase } from '#store/database.ts';
import { openStore, type Store } from '#store/store.ts';
import { call } from '#sync/http.ts';
import { runRound } from '#sync/round.ts';
import { createSessionPort } from '#sync/session-port.ts';
import { offlinePerson } from '../records.ts';
import { offer } from './offer.ts';

const scriptStart = performance.now();
const world = { now: () => new Date(), newId: () => crypto.randomUUID() };
const session = createSessionPort(call);
let store: Store | undefined;

const opened = (): Store => {
  if (store === undefined) throw new Error('not open');
  return store;
};

/** A fixed key: what a password would unwrap. */
const key = (): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** What a person does once on a device: it gets its name, she signs in. */
const enter = async ({ meta }: DeviceDatabase): Promise<void> => {
  if ((await meta.get('device')) !== undefined) return;
  await meta.put({ key: 'device', value: crypto.randomUUID() });
  const signedIn = await session.signIn({ login: 'bench', password: 'ein langes Kennwort' });
  if (!signedIn.ok) throw new Error(signedIn.error.type);
};

const round = async (): Promise<void> => {
  const result = await runRound({
    store: opened(),
    send: (request) => call('/api/sync', quickSyncResponseSchema, request),
    register: (request) => session.registerDevice(request),
    deviceName: 'Bench',
    ...world,
  });
  if (!result.ok) throw new Error(result.error.type);
};

const editsOf = (number: number) => {
  const { caseId, set } = offlinePerson(number);
  return [
    { caseId, kind: 'case', recordId: caseId, set: { fileNumber: `OFF-${number}` } },
    { caseId, kind: 'person', recordId: personIdOf(caseId), set },
  ];
};

offer(
  {
    open: async () => {
      const database = openDatabase('bench');
      if (new URLSearchParams(location.search).get('visit') !== 'cold') await enter(database);
      store = await openStore(database, await key(), 'user-bench', world);
    },
    firstSync: round,
    sync: round,
    list: async () =>
      opened()
        .cases()
        .slice(0, 50)
        .map((summary) => summary.name),
    edit: async (number) => {
      const target = opened().cases()[number];
      if (target === undefined) throw new Error('no case');
      const { caseId } = target;
      await opened().open(caseId);
      const set = { strengths: `gespeichert ${number} ${performance.now()}` };
      return async () => {
        const result = await opened().write([{ caseId, kind: 'person', recordId: personIdOf(caseId), set }]);
        if (!result.ok) throw new Error(result.error.type);
        opened().close(caseId);
      };
    },
    saveMany: async (count, from) => {
      for (let number = 0; number < count / 2; number += 1) {
        const result = await opened().write(editsOf(from + number));
        if (!result.ok) throw new Error(result.error.type);
      }
    },
    search: async (text) => opened().search(text).length,
    fiftyShown: () =>
      new Promise((resolve) => {
        const stop = opened().subscribe(() => {
          if (opened().cases().length < 50) return;
          stop();
          resolve();
        });
      }),
    count: async () => {
      const counts = opened()
        .cases()
        .map(async ({ caseId }) => {
          const { records } = await opened().open(caseId);
          opened().close(caseId);
          return records.size;
        });
      return (await Promise.all(counts)).reduce((sum, size) => sum + size, 0);
    },
    needsOf: async (caseId) => {
      const { records } = await opened().open(caseId);
      opened().close(caseId);
      return records.get(personIdOf(caseId))?.values['needs'];
    },
    rest: () => opened().lock(),
  },
  scriptStart,
);
