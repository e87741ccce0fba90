// Whatever is done to a county, SQLite and PostgreSQL answer the same: random commands to both, then every question.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#domain/change.ts';
import { openPostgres } from '#server/storage/postgres.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import type { Reading, Scope, Storage, Writing } from '#server/storage/storage.ts';
import { startPostgres, type Postgres } from './postgres.ts';

/** Few names, so that commands meet; in an order that only bytes agree on. */
const users = ['user-a', 'user-B', 'user-ä', 'user-_1'];
const cases = ['case-1', 'case-Z', 'case-a'];
const recordIds = ['record-é', 'record-A', 'record-a', 'record-_', 'record-10', 'record-9'];
const devices = ['device-1', 'device-b', 'device-C'];
const changeIds = Array.from({ length: 12 }, (_, index) => `change-${index}`);
const paths = ['note', 'place', 'steps/ä/note', 'steps/Z/note', 'gone'];
const NOW = '2026-11-22T09:00:00.000Z';

/** What the domain lets through: no NUL, no half of a surrogate pair. */
const text = fc
  .string({ unit: 'binary', maxLength: 40 })
  .filter((value) => value.isWellFormed() && !value.includes('\0'));
const one = <T>(list: readonly T[]) => fc.constantFrom(...list);

const command = fc.oneof(
  fc.record({
    does: fc.constant('account' as const),
    id: one(users),
    login: one(['leyla', 'Jonas', 'ä', 'z']),
    active: fc.boolean(),
    mayReadLimits: fc.boolean(),
  }),
  fc.record({ does: fc.constant('session' as const), tokenHash: one(['h1', 'h2', 'h3']), user: one(users) }),
  fc.record({ does: fc.constant('end-sessions' as const), user: one(users) }),
  fc.record({
    does: fc.constant('device' as const),
    id: one(devices),
    user: one(users),
    name: text,
    next: fc.nat({ max: 2 ** 40 }),
    isHeard: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('number' as const),
    device: one(devices),
    number: fc.nat({ max: 6 }),
    id: fc.option(one(changeIds)),
  }),
  fc.record({
    does: fc.constant('change' as const),
    id: one(changeIds),
    recordId: one(recordIds),
    device: one(devices),
    touched: fc.subarray(paths),
    knownTo: fc.option(one(devices), { nil: undefined }),
    note: text,
  }),
  fc.record({
    does: fc.constant('record' as const),
    id: one(recordIds),
    caseId: fc.option(one(cases)),
    kind: one(['consultation', 'limits']),
    note: text,
    isNew: fc.boolean(),
    size: one([0, 0, 900]),
  }),
  fc.record({
    does: fc.constant('scope' as const),
    caseId: one(cases),
    users: fc.subarray(users),
  }),
  fc.record({
    does: fc.constant('purged' as const),
    device: one(devices),
    caseId: one(cases),
    seq: fc.nat({ max: 30 }),
  }),
  fc.record({
    does: fc.constant('link' as const),
    hash: one(['l1', 'l2']),
    caseId: one(cases),
    revoked: fc.boolean(),
    cookieHash: fc.option(one(['c1', 'c2'])),
    pinCheck: fc.option(one(['p1', 'p2'])),
    wrongPins: fc.nat({ max: 10 }),
  }),
  fc.record({ does: fc.constant('fact' as const), key: one(['epoch', 'demo']), value: text }),
  fc.record({ does: fc.constant('numbers' as const), count: fc.integer({ min: 1, max: 4 }) }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const obey = async (writing: Writing, order: Command): Promise<void> => {
  switch (order.does) {
    case 'account': {
      const { id, login, active, mayReadLimits } = order;
      return writing.putAccount({ id, login, hash: 'hash', role: 'caseworker', active, mayReadLimits });
    }
    case 'session':
      return writing.putSession({
        ...{ tokenHash: order.tokenHash, user: order.user },
        ...{ createdAt: NOW, expiresAt: NOW, provenAt: NOW, device: null },
      });
    case 'end-sessions':
      return writing.deleteSessionsOf(order.user);
    case 'device': {
      const { id, user, name, next, isHeard } = order;
      return writing.putDevice({ id, user, name, next, registeredAt: NOW, lastSeen: isHeard ? NOW : null });
    }
    case 'number': {
      const { device, number, id } = order;
      return writing.putUsedNumber(device, { number, id, outcome: { result: 'void' } });
    }
    case 'change': {
      const { id, recordId, device, touched, knownTo, note } = order;
      const seq = await writing.nextSeq();
      const what = { caseId: null, kind: 'consultation', set: { note }, base: {} };
      const change: Change = { id, deed: id, recordId, device, by: 'user-a', number: seq, at: NOW, ...what };
      return knownTo === undefined
        ? writing.putChange(change, seq, NOW, touched)
        : writing.putChange(change, seq, NOW, touched, knownTo);
    }
    case 'record': {
      const { id, caseId, kind, note, isNew, size } = order;
      const seq = await writing.nextSeq();
      const values = { note, more: 'x'.repeat(size) };
      const record = { id, caseId, kind, seq, head: 'change-0', heads: {}, values, versions: {} };
      return writing.putRecord(record, isNew ? seq : undefined);
    }
    case 'scope':
      return writing.putScope(order.caseId, order.users, await writing.nextSeq());
    case 'purged':
      return writing.notePurged(order.device, order.caseId, order.seq);
    case 'link': {
      const { hash, caseId, revoked, cookieHash, pinCheck, wrongPins } = order;
      const phone = { phoneHash: null, cookieUntil: null, pinCheck, wrongPins };
      return writing.putPlanLink({ hash, caseId, acceptedAt: NOW, revoked, cookieHash, ...phone });
    }
    case 'fact':
      return writing.putFact(order.key, order.value);
    case 'numbers':
      await writing.nextSeq(order.count);
  }
};

const scopes: readonly Scope[] = [
  ...users.map((user) => ({ user, cases: 'own', mayReadLimits: true }) as const),
  { user: 'user-B', cases: 'own', mayReadLimits: false },
  { user: 'user-ä', cases: 'all', mayReadLimits: true },
  { user: 'user-a', cases: 'all', mayReadLimits: false },
  { user: 'user-a', cases: 'none', mayReadLimits: false },
];

/** Every question with its answer; asked without waiting in between. */
const askEverything = async (
  reading: Reading,
  after: number,
  bytes: number,
): Promise<Record<string, unknown>> => {
  const asked: Record<string, Promise<unknown>> = { head: reading.head(), accounts: reading.accounts() };
  for (const scope of scopes) {
    const name = `pages ${scope.user} ${scope.cases} ${scope.mayReadLimits}`;
    asked[`${name} from ${after}`] = reading.recordsAfter(scope, after, bytes);
    asked[name] = reading.recordsAfter(scope, 0, 1_000_000);
  }
  for (const user of users) {
    asked[`account ${user}`] = reading.account(user);
    asked[`devices of ${user}`] = reading.devicesOf(user);
    for (const caseId of cases) asked[`${user} on ${caseId}`] = reading.wasOnCase(user, caseId);
  }
  for (const login of ['leyla', 'Jonas', 'ä', 'z']) asked[`login ${login}`] = reading.accountByLogin(login);
  for (const hash of ['h1', 'h2', 'h3']) asked[`session ${hash}`] = reading.session(hash);
  for (const device of devices) {
    asked[`device ${device}`] = reading.device(device);
    asked[`leaving ${device}`] = reading.leaving(device);
    for (let number = 0; number < 7; number += 1)
      asked[`used ${device} ${number}`] = reading.usedNumber(device, number);
  }
  for (const caseId of cases) asked[`case ${caseId}`] = reading.recordsOfCase(caseId);
  asked['held'] = reading.stillHeld();
  for (const id of recordIds) {
    asked[`record ${id}`] = reading.record(id);
    asked[`paths ${id}`] = reading.pathsWritten(id, after);
  }
  const sorted = async (map: Promise<ReadonlyMap<string, unknown>>) =>
    [...(await map)].sort(([a], [b]) => (a < b ? -1 : 1));
  asked['writers'] = sorted(reading.writersSince(recordIds, after));
  asked['records'] = sorted(reading.recordsById(recordIds.slice(0, 3)));
  asked['changes'] = sorted(reading.changesById(changeIds));
  asked['authors'] = sorted(reading.authorsOf(changeIds));
  for (const hash of ['l1', 'l2']) asked[`link ${hash}`] = reading.planLink(hash);
  for (const hash of ['c1', 'c2']) asked[`cookie ${hash}`] = reading.planLinkByCookie(hash);
  for (const key of ['epoch', 'demo', 'other']) asked[`fact ${key}`] = reading.fact(key);
  const answers = Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const);
  return Object.fromEntries(await Promise.all(answers));
};

type Deed = { readonly orders: readonly Command[]; readonly throws: boolean };

/** Does each deed in a write of its own, all at once, so that they share commits; answers which went through. */
const perform = async (storage: Storage, deeds: readonly Deed[]): Promise<readonly string[]> => {
  const outcomes = await Promise.allSettled(
    deeds.map(({ orders, throws }) =>
      storage.write(async (writing) => {
        for (const order of orders) await obey(writing, order);
        if (throws) throw new Error('on purpose');
      }),
    ),
  );
  return outcomes.map(({ status }) => status);
};

describe('the two databases', () => {
  let postgres: Postgres;
  let folder: string;
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: false });
    folder = await mkdtemp(join(tmpdir(), 'geleit-comparison-'));
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true });
  });

  it('answer every question alike, whatever was written, refused or taken back before', async () => {
    let counties = 0;
    const deed = fc.record({
      orders: fc.array(command, { minLength: 1, maxLength: 8 }),
      throws: fc.nat({ max: 9 }).map((chance) => chance === 0),
    });
    const round = fc.record({
      deeds: fc.array(deed, { minLength: 1, maxLength: 6 }),
      after: fc.nat({ max: 25 }),
      bytes: one([1, 300, 2000]),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 6 }), async (rounds) => {
        counties += 1;
        const sqlite = openSqlite(join(folder, `county-${counties}.sqlite`));
        const other = await openPostgres(await postgres.newDatabase());
        try {
          for (const { deeds, after, bytes } of rounds) {
            expect(await perform(other, deeds)).toEqual(await perform(sqlite, deeds));
            const question = (reading: Reading) => askEverything(reading, after, bytes);
            expect(await other.read(question)).toEqual(await sqlite.read(question));
          }
        } finally {
          await Promise.all([sqlite.close(), other.close()]);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);
});
