// A county in one process: real stores and rounds on several devices, the real server on a real database, and a bad network.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Edit } from '#domain/change.ts';
import { personIdOf } from '#domain/id.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { VersionedRecord } from '#domain/record.ts';
import {
  syncRequestSchema,
  syncResponseSchema,
  type SyncRequest,
  type SyncResponse,
} from '#protocol/sync.ts';
import type { DeviceRequest } from '#protocol/session.ts';
import { createAccount } from '#server/accounts.ts';
import { EPOCH } from '#server/epoch.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import type { Account, Storage } from '#server/storage/storage.ts';
import { sync } from '#server/sync.ts';
import { openDatabase } from '#store/database.ts';
import { openStore, type Store } from '#store/store.ts';
import { createVault } from '#store/vault.ts';
import type { CallFailure } from '#sync/http.ts';
import { runRound } from '#sync/round.ts';
import { createChance, type Chance } from './chance.ts';
import { createOracle, valuesAt } from './oracle.ts';

export type Options = { readonly seed: number; readonly steps: number; readonly devices: number };
/** `lost`, `leaked`, `diverged` must be 0. */
export type Outcome = {
  readonly seed: number;
  readonly steps: number;
  readonly devices: number;
  readonly edits: number;
  readonly conflicts: number;
  readonly refusals: number;
  readonly crashes: number;
  readonly faults: number;
  readonly lost: number;
  readonly leaked: number;
  readonly diverged: number;
};

type Tablet = {
  readonly name: string;
  readonly account: Account;
  readonly engine: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange };
  readonly key: CryptoKey;
  store: Store;
  skew: number;
};

type Fault = 'none' | 'lost-request' | 'lost-answer' | 'twice' | 'late';

const faults: readonly Fault[] = ['none', 'none', 'none', 'lost-request', 'lost-answer', 'twice', 'late'];
const noConnection = fail({ type: 'no-connection' } as const);
const cheapest = { memory: 8, passes: 1 };

/** The same record on two devices reads the same whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Runs a county for a number of steps, then lets everything come to rest and counts what is wrong. */
export const simulate = async ({ seed, steps, devices }: Options): Promise<Outcome> => {
  const chance = createChance(seed);
  const folder = mkdtempSync(join(tmpdir(), 'geleit-simulation-'));
  const storage = openSqlite(join(folder, 'county.sqlite'));
  try {
    return await runCounty(chance, storage, { seed, steps, devices });
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const runCounty = async (chance: Chance, storage: Storage, options: Options): Promise<Outcome> => {
  let clock = Date.parse('2026-11-22T08:00:00.000Z');
  let ids = 0;
  let [crashes, faultCount, values] = [0, 0, 0];
  const newId = (): string => `id-${String((ids += 1)).padStart(8, '0')}`;
  const oracle = createOracle();
  const late: { readonly tablet: Tablet; readonly request: SyncRequest }[] = [];
  const cases: { readonly caseId: string; readonly owner: string }[] = [];

  const accountOf = (name: string, role: Account['role']): Promise<Account> =>
    storage.write((writing) =>
      createAccount(
        writing,
        { id: `user-${name}`, login: name, name, role, mayReadLimits: false, hash: 'unused' },
        new Date(clock).toISOString(),
        newId,
      ),
    );
  await storage.write((writing) => writing.putFact(EPOCH, 'epoch-1'));
  const [wiebke, cem, henrike] = [
    await accountOf('wiebke', 'caseworker'),
    await accountOf('cem', 'caseworker'),
    await accountOf('henrike', 'supervisor'),
  ];

  const serve = async (tablet: Tablet, request: SyncRequest): Promise<Result<SyncResponse, CallFailure>> => {
    const asked = syncRequestSchema.parse(JSON.parse(JSON.stringify(request)));
    const device = await storage.read((reading) => reading.device(asked.device));
    if (device === undefined) return fail({ type: 'device-unknown' });
    const answer = await sync(storage, { account: tablet.account, device }, asked, {
      now: new Date(clock).toISOString(),
      newId,
    });
    if (!answer.ok) return answer;
    return ok(syncResponseSchema.parse(JSON.parse(answer.value)));
  };

  const send = (tablet: Tablet, isCalm: boolean) => async (request: SyncRequest) => {
    const fault = isCalm ? 'none' : (chance.pick(faults) ?? 'none');
    if (fault !== 'none') faultCount += 1;
    if (fault === 'lost-request') return noConnection;
    if (fault === 'late') {
      late.push({ tablet, request });
      return noConnection;
    }
    const answer = await serve(tablet, request);
    if (fault === 'lost-answer') return noConnection;
    return fault === 'twice' ? serve(tablet, request) : answer;
  };

  const register = (tablet: Tablet) => async (request: DeviceRequest) => {
    await storage.write(async (writing) => {
      if ((await writing.device(request.device)) !== undefined) return; // it asked before, and the answer got lost
      await writing.putDevice({
        id: request.device,
        user: tablet.account.id,
        name: request.name,
        next: request.firstNumber,
        registeredAt: new Date(clock).toISOString(),
        lastSeen: null,
      });
    });
    return ok(undefined);
  };

  const world = (skew: () => number) => ({ now: () => new Date(clock + skew()), newId });
  const openTablet = async (name: string, account: Account): Promise<Tablet> => {
    const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
    const database = openDatabase(name, engine);
    await database.meta.put({ key: 'device', value: `device-${name}` });
    const { key } = await createVault(name, cheapest);
    const skew = (chance.under(5) - 2) * 86_400_000;
    const store = await openStore(
      database,
      key,
      account.id,
      world(() => skew),
    );
    return { name, account, engine, key, store, skew };
  };
  /** The tablet dies: nothing is flushed, the same tables are opened anew. */
  const crash = async (tablet: Tablet): Promise<void> => {
    crashes += 1;
    const database = openDatabase(tablet.name, tablet.engine);
    tablet.store = await openStore(
      database,
      tablet.key,
      tablet.account.id,
      world(() => tablet.skew),
    );
  };
  const round = (tablet: Tablet, isCalm: boolean) =>
    runRound({
      store: tablet.store,
      send: send(tablet, isCalm),
      register: register(tablet),
      deviceName: tablet.name,
      ...world(() => tablet.skew),
    });

  const accounts = [wiebke, henrike, cem];
  const tablets: Tablet[] = [];
  for (let index = 0; index < options.devices; index += 1) {
    const account = accounts[index % accounts.length] ?? wiebke;
    tablets.push(await openTablet(`tablet-${index}`, account));
  }

  const save = async (tablet: Tablet, edits: readonly Edit[]): Promise<void> => {
    for (const edit of edits) {
      const shown = tablet.store.read(edit.caseId ?? '')?.records.get(edit.recordId);
      for (const [path, value] of Object.entries(edit.set)) {
        oracle.saved({
          recordId: edit.recordId,
          path,
          value,
          saw: valuesAt(shown, path),
          device: tablet.name,
        });
      }
    }
    const result = await tablet.store.write(edits);
    if (!result.ok) throw new Error(`a save failed: ${result.error.type}`);
  };
  const fresh = (): string => `Wert ${(values += 1)}`;
  const openCase = async (tablet: Tablet): Promise<void> => {
    const caseId = newId();
    cases.push({ caseId, owner: tablet.account.id });
    await tablet.store.open(caseId);
    await save(tablet, [
      { caseId, kind: 'case', recordId: caseId, set: { fileNumber: fresh() } },
      { caseId, kind: 'person', recordId: personIdOf(caseId), set: { nameCalled: fresh() } },
    ]);
    tablet.store.close(caseId);
  };
  const fields = ['nameCalled', 'needs', 'strengths', 'goalOwnWords', 'unpaidWork'];
  const items = ['a1', 'b2', 'c3'];
  const editCase = async (tablet: Tablet): Promise<void> => {
    const caseId = chance.pick(tablet.store.cases())?.caseId;
    if (caseId === undefined) return openCase(tablet);
    const file = await tablet.store.open(caseId);
    const recordId = personIdOf(caseId);
    const person = file.records.get(recordId);
    const item = chance.pick(items) ?? 'a1';
    const kind = 'person';
    if (person === undefined) return;
    if (chance.happens(0.03)) {
      await save(tablet, [{ caseId, kind, recordId, set: { travelMinutes: 100_000 + (values += 1) } }]);
    } else if (chance.happens(0.1) && person.values[`spellings/${item}/text`] !== undefined) {
      const gone = person.values[`spellings/${item}/gone`] !== true;
      await tablet.store.write([{ caseId, kind, recordId, set: { [`spellings/${item}/gone`]: gone } }]);
    } else if (chance.happens(0.3)) {
      await save(tablet, [{ caseId, kind, recordId, set: { [`spellings/${item}/text`]: fresh() } }]);
    } else {
      const path = chance.pick(fields) ?? 'needs';
      await save(tablet, [{ caseId, kind, recordId, set: { [path]: fresh() } }]);
    }
    tablet.store.close(caseId);
  };

  for (let step = 0; step < options.steps; step += 1) {
    clock += chance.under(90_000);
    const tablet = chance.pick(tablets);
    if (tablet === undefined) break;
    const what = chance.under(100);
    if (what < 3) await openCase(tablet);
    else if (what < 55) await editCase(tablet);
    else if (what < 90) await round(tablet, false);
    else if (what < 95) {
      const letter = late.splice(chance.under(late.length), 1)[0];
      if (letter !== undefined) await serve(letter.tablet, letter.request);
    } else await crash(tablet);
  }

  for (const letter of late) await serve(letter.tablet, letter.request);
  for (let pass = 0; pass < 3; pass += 1) {
    for (const tablet of tablets) {
      const result = await round(tablet, true);
      if (!result.ok) throw new Error(`a calm round failed: ${result.error.type}`);
    }
  }
  return judge(tablets, storage, cases, oracle, {
    ...options,
    crashes,
    faults: faultCount,
  });
};

const judge = async (
  tablets: readonly Tablet[],
  storage: Storage,
  cases: readonly { readonly caseId: string; readonly owner: string }[],
  oracle: ReturnType<typeof createOracle>,
  told: Options & { readonly crashes: number; readonly faults: number },
): Promise<Outcome> => {
  const truth = new Map<string, VersionedRecord>();
  for (const { caseId } of cases) {
    const records = await storage.read((reading) => reading.recordsOfCase(caseId));
    for (const record of records) truth.set(record.id, record);
  }
  let [leaked, diverged, refusals] = [0, 0, 0];
  const refused = new Set<string>();
  for (const tablet of tablets) {
    const isAll = tablet.account.role === 'supervisor';
    const allowed = cases.filter(({ owner }) => isAll || owner === tablet.account.id);
    const ids = new Set(allowed.map(({ caseId }) => caseId));
    leaked += tablet.store.cases().filter(({ caseId }) => !ids.has(caseId)).length;
    for (const entry of tablet.store.transfer().refused) {
      refusals += 1;
      for (const value of Object.values(entry.set)) refused.add(JSON.stringify(value));
    }
    if (tablet.store.transfer().waiting.length > 0) diverged += 1;
    for (const { caseId } of allowed) {
      const file = await tablet.store.open(caseId);
      const expected = [...truth.values()].filter((record) => record.caseId === caseId);
      for (const record of expected) {
        if (canonical(file.records.get(record.id)) !== canonical(record)) diverged += 1;
      }
      if (file.records.size !== expected.length) diverged += 1;
      tablet.store.close(caseId);
    }
  }
  const lost = oracle.lost(truth, refused).length;
  const conflicts = [...truth.values()].reduce((sum, record) => sum + Object.keys(record.versions).length, 0);
  const { seed, steps, devices, crashes, faults: faultCount } = told;
  const counts = { edits: oracle.count(), conflicts, refusals, crashes, faults: faultCount };
  return { seed, steps, devices, ...counts, lost, leaked, diverged };
};
