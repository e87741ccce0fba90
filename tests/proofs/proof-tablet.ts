// A tablet for proofs: the real store over an IndexedDB in memory, the real round, and real requests to a real server.
import { randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { fail, ok, type Result } from '#domain/result.ts';
import { errorBodySchema } from '#protocol/error.ts';
import { syncResponseSchema } from '#protocol/sync.ts';
import { openDatabase } from '#store/database.ts';
import { openStore, type Store } from '#store/store.ts';
import { createVault } from '#store/vault.ts';
import type { CallFailure } from '#sync/http.ts';
import { runRound } from '#sync/round.ts';
import { registerAt, signInAt } from './caller.ts';

export type ProofTablet = {
  readonly store: Store;
  readonly round: () => Promise<Result<void, CallFailure>>;
};

/**
 * Signs in and opens an empty tablet.
 * @param at where it signs in; its rounds go to `through`
 */
export const createProofTablet = async (
  at: string,
  through: string,
  login: string,
  device: string,
): Promise<ProofTablet> => {
  const { cookie, user } = await signInAt(at, login);
  await registerAt(at, cookie, device);
  const database = openDatabase(device, { indexedDB: new IDBFactory(), IDBKeyRange });
  await database.meta.put({ key: 'device', value: device });
  const { key } = await createVault({ by: 'password', password: 'drei Laternen' }, { memory: 8, passes: 1 });
  const world = { now: () => new Date(), newId: () => randomUUID() };
  const store = await openStore(database, key, user, world);
  return {
    store,
    round: () =>
      runRound({
        store,
        ...world,
        deviceName: device,
        register: async (request) => {
          await registerAt(at, cookie, request.device, request.firstNumber);
          return ok(undefined);
        },
        send: async (request) => {
          try {
            const response = await fetch(`${through}/api/sync`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', cookie },
              body: JSON.stringify(request),
            });
            const content: unknown = await response.json();
            if (response.ok) return ok(syncResponseSchema.parse(content));
            return fail(errorBodySchema.parse(content).error);
          } catch (error) {
            // What fetch and a half answer throw; everything else is a fault of the proof.
            if (error instanceof TypeError || error instanceof SyntaxError)
              return fail({ type: 'no-connection' });
            throw error;
          }
        },
      }),
  };
};
