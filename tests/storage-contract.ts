// What every database of the server must fulfil: one suite, run against each implementation of the storage contract.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#domain/change.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { checkOfProof, tryPin } from '#server/link-pins.ts';
import type { Account, Scope, Storage } from '#server/storage/storage.ts';

/** An open, empty store, how it is opened again after a restart, and how it is thrown away. */
export type Opened = {
  readonly storage: Storage;
  /** Closes it and opens the same data again. */
  readonly reopen: () => Promise<Storage>;
  /** Another way in to the same data, as a second process has it; the same way where only one process may write. */
  readonly another: () => Promise<Storage>;
  readonly remove: () => Promise<void>;
};

const NOW = '2026-11-22T09:00:00.000Z';
const leyla: Account = {
  id: 'user-leyla',
  login: 'leyla',
  hash: '$argon2id$…',
  role: 'caseworker',
  active: true,
  mayReadLimits: false,
};
const own: Scope = { user: leyla.id, cases: 'own', mayReadLimits: true };
const all: Scope = { user: 'user-supervisor', cases: 'all', mayReadLimits: true };
const MUCH = 10_000_000;
/** A link that no phone has opened yet, and that wants no PIN. */
const unopened = { phoneHash: null, cookieHash: null, cookieUntil: null, pinCheck: null, wrongPins: 0 };

const recordOf = (id: string, caseId: string | null, seq: number, note = ''): VersionedRecord => ({
  id,
  caseId,
  kind: caseId === null ? 'partner' : 'consultation',
  seq,
  head: `change-of-${id}`,
  heads: {},
  values: { note },
  versions: {},
});

const changeOf = (id: string, recordId: string, device: string, number: number): Change => ({
  id,
  deed: `deed-of-${id}`,
  caseId: 'case-amira',
  kind: 'consultation',
  recordId,
  set: { note: 'Kommt mit der Schwester.' },
  base: {},
  by: leyla.id,
  device,
  number,
  at: NOW,
});

/** Puts a record under the next number and returns that number. */
const keep = (storage: Storage, id: string, caseId: string | null, note = ''): Promise<number> =>
  storage.write(async (writing) => {
    const seq = await writing.nextSeq();
    const isNew = (await writing.record(id)) === undefined;
    await writing.putRecord(recordOf(id, caseId, seq, note), isNew ? seq : undefined);
    return seq;
  });

/** Says who is on a case, under the next number, and returns that number. */
const assign = (storage: Storage, caseId: string, users: readonly string[]): Promise<number> =>
  storage.write(async (writing) => {
    const seq = await writing.nextSeq();
    await writing.putScope(caseId, users, seq);
    return seq;
  });

const idsAfter = async (storage: Storage, scope: Scope, after = 0): Promise<readonly string[]> =>
  (await storage.read((reading) => reading.recordsAfter(scope, after, MUCH))).map(({ id }) => id);

/** Something that happens once, and that others can wait for. */
const createMoment = () => {
  let happen = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happen: () => happen(), happened };
};

/** A device as it pulls: it remembers the highest number it was told, and asks for what came after. */
const createPuller = (storage: Storage) => {
  const seen: string[] = [];
  let after = 0;
  const look = (): Promise<void> =>
    storage.read(async (reading) => {
      seen.push(...(await reading.recordsAfter(all, after, MUCH)).map(({ id }) => id));
      after = await reading.head();
    });
  return { seen, look };
};

/** Long enough for a write that could overtake to do so: each look asks the database anew. */
const lookOften = async (look: () => Promise<void>): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await look();
    await new Promise(setImmediate);
  }
};

/** Registers the suite; `open` makes an empty store for each test. */
export const registerStorageContract = (name: string, open: () => Promise<Opened>): void => {
  describe(`the storage contract over ${name}`, () => {
    let opened: Opened;
    let storage: Storage;
    beforeEach(async () => {
      opened = await open();
      storage = opened.storage;
    });
    afterEach(() => opened.remove());

    describe('writing', () => {
      it('leaves nothing behind when the work throws half-way', async () => {
        const failing = storage.write(async (writing) => {
          await writing.putAccount(leyla);
          await writing.putFact('county', 'Fuhsetal');
          await writing.nextSeq();
          await writing.putRecord(recordOf('record-half', null, 1), 1);
          throw new Error('the power went');
        });
        await expect(failing).rejects.toThrow('the power went');
        await storage.read(async (reading) => {
          expect(await reading.account(leyla.id)).toBeUndefined();
          expect(await reading.fact('county')).toBeUndefined();
          expect(await reading.head()).toBe(0);
          expect(await reading.record('record-half')).toBeUndefined();
        });
        expect(await keep(storage, 'record-next', null)).toBe(1);
      });

      it('sees what it has written itself, and nobody else does before the end', async () => {
        await storage.write(async (writing) => {
          await writing.putFact('county', 'Fuhsetal');
          expect(await writing.fact('county')).toBe('Fuhsetal');
          expect(await storage.read((reading) => reading.fact('county'))).toBeUndefined();
        });
        expect(await storage.read((reading) => reading.fact('county'))).toBe('Fuhsetal');
      });

      it('gives numbers without gaps, in the order in which people were done (S8)', async () => {
        const done: number[] = [];
        const work = Array.from({ length: 20 }, (_, turn) =>
          storage.write(async (writing) => {
            const seq = await writing.nextSeq();
            for (let wait = 0; wait < turn % 3; wait += 1) await new Promise(setImmediate);
            expect(await writing.head()).toBe(seq);
            if (turn === 7) throw new Error('refused');
            done.push(seq);
          }),
        );
        const outcomes = await Promise.allSettled(work);
        expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
        expect(done).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
        expect(await storage.read((reading) => reading.head())).toBe(19);
      });

      it('shows a reader one state, even if somebody writes meanwhile', async () => {
        await keep(storage, 'record-before', null);
        await storage.read(async (reading) => {
          const head = await reading.head();
          await keep(storage, 'record-meanwhile', null);
          expect(await reading.head()).toBe(head);
          expect((await reading.recordsAfter(all, 0, MUCH)).map(({ id }) => id)).toEqual(['record-before']);
        });
        expect(await idsAfter(storage, all)).toEqual(['record-before', 'record-meanwhile']);
      });

      it('S8: two writes held open are numbered in the order of their commits, and a pull misses neither', async () => {
        const other = await opened.another();
        const { seen, look } = createPuller(other);
        const [numbered, release] = [createMoment(), createMoment()];
        const held = storage.write(async (writing) => {
          const seq = await writing.nextSeq();
          await writing.putRecord(recordOf('record-held', null, seq), seq);
          numbered.happen();
          await release.happened;
          return seq;
        });
        await numbered.happened;
        const quick = keep(other, 'record-quick', null);
        await lookOften(look);
        expect(seen).toEqual([]);
        release.happen();
        expect(await Promise.all([held, quick])).toEqual([1, 2]);
        await look();
        expect(seen).toEqual(['record-held', 'record-quick']);
      });

      it('S8: a pull misses nothing while two sides write, some of them in vain', async () => {
        const other = await opened.another();
        const { seen, look } = createPuller(storage);
        const done: string[] = [];
        const work = Array.from({ length: 40 }, (_, turn) =>
          (turn % 2 === 0 ? storage : other)
            .write(async (writing) => {
              const seq = await writing.nextSeq();
              for (let wait = 0; wait < turn % 3; wait += 1) await new Promise(setImmediate);
              await writing.putRecord(recordOf(`record-${turn}`, null, seq), seq);
              if (turn % 7 === 3) throw new Error('refused');
              return `record-${turn}`;
            })
            .then((id) => done.push(id)),
        );
        let isUnderWay = true;
        const ended = Promise.allSettled(work).then(() => (isUnderWay = false));
        while (isUnderWay) await lookOften(look);
        await ended;
        await look();
        expect(new Set(seen)).toEqual(new Set(done));
        expect(seen).toHaveLength(34);
        expect(await storage.read((reading) => reading.head())).toBe(34);
      });

      it('lets no write overlook what was committed while it was under way', async () => {
        const other = await opened.another();
        await keep(storage, 'record-1', null, '');
        const append = (to: Storage, letter: string, between: () => Promise<void>): Promise<void> =>
          to.write(async (writing) => {
            const before = await writing.record('record-1');
            await between();
            const seq = await writing.nextSeq();
            const note = `${String(before?.values['note'])}${letter}`;
            await writing.putRecord(recordOf('record-1', null, seq, note), undefined);
          });
        const [hasRead, release] = [createMoment(), createMoment()];
        const first = append(storage, 'a', async () => {
          hasRead.happen();
          await release.happened;
        });
        await hasRead.happened;
        const second = append(other, 'b', async () => undefined);
        await lookOften(createPuller(other).look);
        release.happen();
        await Promise.all([first, second]);
        const record = await storage.read((reading) => reading.record('record-1'));
        expect(record?.values['note']).toBe('ab');
      });

      it('keeps nine of ten writes whole when the tenth throws, or is refused by the database', async () => {
        await storage.write((writing) => writing.putAccount(leyla));
        const written = Array.from({ length: 10 }, (_, turn) =>
          storage.write(async (writing) => {
            const seq = await writing.nextSeq();
            await writing.putRecord(recordOf(`record-${turn}`, null, seq), seq);
            await writing.putFact(`fact-${turn}`, 'half');
            if (turn === 4) throw new Error('the fifth');
            if (turn === 7) await writing.putAccount({ ...leyla, id: 'user-other' });
            await writing.putFact(`fact-${turn}`, 'whole');
            return seq;
          }),
        );
        const outcomes = await Promise.allSettled(written);
        const numbers = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null));
        expect(numbers).toEqual([1, 2, 3, 4, null, 5, 6, null, 7, 8]);
        await expect(written[4]).rejects.toThrow('the fifth');
        await storage.read(async (reading) => {
          for (let turn = 0; turn < 10; turn += 1) {
            const isWhole = numbers[turn] !== null;
            expect((await reading.record(`record-${turn}`)) !== undefined).toBe(isWhole);
            expect(await reading.fact(`fact-${turn}`)).toBe(isWhole ? 'whole' : undefined);
          }
        });
      });

      it('answers nobody before others can see what was written', async () => {
        const other = await opened.another();
        const answered = Array.from({ length: 20 }, (_, turn) =>
          keep(storage, `record-${turn}`, null).then(() =>
            other.read(async (reading) => (await reading.record(`record-${turn}`))?.id),
          ),
        );
        expect(await Promise.all(answered)).toEqual(
          Array.from({ length: 20 }, (_, turn) => `record-${turn}`),
        );
      });

      it('goes on after a reader whose work threw', async () => {
        await expect(storage.read(() => Promise.reject(new Error('hung up')))).rejects.toThrow('hung up');
        expect(await storage.read((reading) => reading.head())).toBe(0);
      });
    });

    describe('people, sessions and devices', () => {
      it('finds an account by id and by login, and keeps what is changed', async () => {
        await storage.write((writing) => writing.putAccount(leyla));
        await storage.write((writing) =>
          writing.putAccount({ ...leyla, active: false, mayReadLimits: true, role: 'supervisor' }),
        );
        await storage.read(async (reading) => {
          const changed = { ...leyla, active: false, mayReadLimits: true, role: 'supervisor' };
          expect(await reading.account(leyla.id)).toEqual(changed);
          expect(await reading.accountByLogin('leyla')).toEqual(changed);
          expect(await reading.accountByLogin('jonas')).toBeUndefined();
          expect(await reading.accounts()).toEqual([changed]);
        });
      });

      it('refuses two people with one login', async () => {
        await storage.write((writing) => writing.putAccount(leyla));
        await expect(
          storage.write((writing) => writing.putAccount({ ...leyla, id: 'user-other' })),
        ).rejects.toThrow();
      });

      it('ends one session, or all of a person', async () => {
        const expiresAt = '2026-11-22T21:00:00.000Z';
        const session = { user: leyla.id, createdAt: NOW, expiresAt, provenAt: NOW, device: null };
        await storage.write(async (writing) => {
          await writing.putAccount(leyla);
          for (const tokenHash of ['hash-1', 'hash-2', 'hash-3'])
            await writing.putSession({ tokenHash, ...session });
        });
        expect(await storage.read((reading) => reading.session('hash-1'))).toEqual({
          tokenHash: 'hash-1',
          ...session,
        });
        await storage.write((writing) => writing.deleteSession('hash-1'));
        expect(await storage.read((reading) => reading.session('hash-1'))).toBeUndefined();
        expect(await storage.read((reading) => reading.session('hash-2'))).toBeDefined();
        await storage.write((writing) => writing.deleteSessionsOf(leyla.id));
        expect(await storage.read((reading) => reading.session('hash-3'))).toBeUndefined();
      });

      it('ends the sessions that are used from a device, and no others', async () => {
        const expiresAt = '2026-11-22T21:00:00.000Z';
        const session = { user: leyla.id, createdAt: NOW, expiresAt, provenAt: NOW };
        await storage.write(async (writing) => {
          for (const device of ['device-1', 'device-2', null])
            await writing.putSession({ ...session, tokenHash: `on ${String(device)}`, device });
          await writing.deleteSessionsOn('device-1');
        });
        const left = await storage.read((reading) =>
          Promise.all(['device-1', 'device-2', 'null'].map((device) => reading.session(`on ${device}`))),
        );
        expect(left.map((one) => one?.device)).toEqual([undefined, 'device-2', null]);
      });

      it('keeps how a device stands', async () => {
        const standing = { device: 'device-1', revokedAt: null, revokedBy: null, waiting: 3 };
        await storage.write((writing) => writing.putStanding(standing));
        expect(await storage.read((reading) => reading.standing('device-1'))).toEqual(standing);
        expect(await storage.read((reading) => reading.standing('device-2'))).toBeUndefined();
        const revoked = { ...standing, revokedAt: NOW, revokedBy: leyla.id, waiting: 0 };
        await storage.write((writing) => writing.putStanding(revoked));
        expect(await storage.read((reading) => reading.standing('device-1'))).toEqual(revoked);
      });

      it('keeps the passkeys of a person, the eldest first', async () => {
        const passkey = { user: leyla.id, publicKey: 'a-key', counter: 0, name: 'Tablet', lastUsed: null };
        const made = ['2026-11-22T09:00:00.002Z', '2026-11-22T09:00:00.001Z'].map((createdAt, index) => ({
          ...passkey,
          id: `passkey-${index}`,
          transports: index === 0 ? [] : ['internal', 'hybrid'],
          createdAt,
        }));
        await storage.write(async (writing) => {
          await writing.putAccount(leyla);
          for (const one of made) await writing.putPasskey(one);
        });
        expect(await storage.read((reading) => reading.passkeysOf(leyla.id))).toEqual(made.toReversed());
        expect(await storage.read((reading) => reading.passkeysOf('user-jonas'))).toEqual([]);
        const used = { ...passkey, id: 'passkey-0', transports: [], createdAt: NOW, counter: 4_294_967_295 };
        await storage.write(async (writing) => {
          await writing.putPasskey({ ...used, lastUsed: NOW });
          await writing.deletePasskey('passkey-1');
        });
        expect(await storage.read((reading) => reading.passkey('passkey-0'))).toEqual({
          ...used,
          lastUsed: NOW,
        });
        expect(await storage.read((reading) => reading.passkey('passkey-1'))).toBeUndefined();
      });

      it('lets a challenge be used once, and forgets it when it would have run out', async () => {
        const [before, end] = ['2026-11-22T09:00:00.000Z', '2026-11-22T09:05:00.000Z'];
        const use = (hash: string, now: string): Promise<boolean> =>
          storage.write((writing) => writing.useChallenge(hash, end, now));
        expect([await use('one', before), await use('one', before)]).toEqual([true, false]);
        expect(await use('two', before)).toBe(true);
        expect((await Promise.all([1, 2, 3].map(() => use('three', before)))).sort()).toEqual([
          ...[false, false, true],
        ]);
        expect(await use('one', end)).toBe(true);
      });

      it('takes away the sessions that have run out, and no others', async () => {
        const session = { user: leyla.id, createdAt: NOW, provenAt: NOW, device: null };
        await storage.write(async (writing) => {
          await writing.putSession({ ...session, tokenHash: 'over', expiresAt: '2026-11-22T21:00:00.000Z' });
          await writing.putSession({ ...session, tokenHash: 'open', expiresAt: '2026-11-22T21:00:00.001Z' });
          await writing.deleteEndedSessions('2026-11-22T21:00:00.000Z');
        });
        expect(await storage.read((reading) => reading.session('over'))).toBeUndefined();
        expect(await storage.read((reading) => reading.session('open'))).toBeDefined();
      });

      it('knows a person by her devices', async () => {
        const device = {
          id: 'device-1',
          user: leyla.id,
          name: 'Tablet 1',
          next: 1,
          registeredAt: NOW,
          lastSeen: null,
        };
        await storage.write(async (writing) => {
          await writing.putAccount(leyla);
          await writing.putDevice(device);
          await writing.putDevice({ ...device, id: 'device-2', name: 'Tablet 2' });
          await writing.putDevice({ ...device, next: 8, lastSeen: NOW });
        });
        expect(await storage.read((reading) => reading.device('device-1'))).toEqual({
          ...device,
          next: 8,
          lastSeen: NOW,
        });
        const devices = await storage.read((reading) => reading.devicesOf(leyla.id));
        expect(devices.map(({ id }) => id)).toEqual(['device-1', 'device-2']);
        expect(await storage.read((reading) => reading.devicesOf('user-other'))).toEqual([]);
      });
    });

    describe('changes and receipts', () => {
      it('keeps what became of each number of a device (S7)', async () => {
        const used = [
          { number: 1, id: 'change-1', outcome: { result: 'accepted', seq: 4, at: NOW } },
          {
            number: 2,
            id: 'change-2',
            outcome: { result: 'refused', reason: { type: 'unknown-path', path: 'note' } },
          },
          { number: 3, id: null, outcome: { result: 'void' } },
        ] as const;
        await storage.write(async (writing) => {
          for (const entry of used) await writing.putUsedNumber('device-1', entry);
        });
        for (const entry of used) {
          expect(await storage.read((reading) => reading.usedNumber('device-1', entry.number))).toEqual(
            entry,
          );
        }
        expect(await storage.read((reading) => reading.usedNumber('device-1', 4))).toBeUndefined();
        expect(await storage.read((reading) => reading.usedNumber('device-2', 1))).toBeUndefined();
      });

      it('takes a number of a device once, and a change id once (S2)', async () => {
        const used = { number: 1, id: 'change-1', outcome: { result: 'void' } } as const;
        await storage.write((writing) => writing.putUsedNumber('device-1', used));
        await expect(
          storage.write((writing) => writing.putUsedNumber('device-1', { ...used, id: 'change-2' })),
        ).rejects.toThrow();
        await storage.write((writing) =>
          writing.putChange(changeOf('change-1', 'record-1', 'device-1', 1), 1, NOW, []),
        );
        await expect(
          storage.write((writing) =>
            writing.putChange(changeOf('change-1', 'record-1', 'device-2', 1), 2, NOW, []),
          ),
        ).rejects.toThrow();
      });

      it('tells who wrote which change, with the corrected time', async () => {
        const corrected = '2026-11-22T08:00:00.000Z';
        await storage.write(async (writing) => {
          await writing.putChange(changeOf('change-1', 'record-1', 'device-1', 5), 1, corrected, ['note']);
          await writing.putChange(changeOf('change-2', 'record-1', 'device-2', 1), 2, NOW, ['note']);
        });
        await storage.read(async (reading) => {
          expect(await reading.changeById('change-1')).toEqual({
            by: leyla.id,
            device: 'device-1',
            number: 5,
            content: { set: { note: 'Kommt mit der Schwester.' }, base: {} },
          });
          expect(await reading.changeById('change-9')).toBeUndefined();
          expect(await reading.changesById(['change-9', 'change-2'])).toEqual(
            new Map([
              [
                'change-2',
                {
                  by: leyla.id,
                  device: 'device-2',
                  number: 1,
                  content: { set: { note: 'Kommt mit der Schwester.' }, base: {} },
                },
              ],
            ]),
          );
          const authors = await reading.authorsOf(['change-2', 'change-1', 'change-9']);
          expect(authors.size).toBe(2);
          expect(authors.get('change-1')).toEqual({ by: leyla.id, device: 'device-1', at: corrected });
          expect(authors.get('change-2')).toEqual({ by: leyla.id, device: 'device-2', at: NOW });
          expect((await reading.authorsOf([])).size).toBe(0);
        });
      });

      it('tells which paths of a record were written since, and by which devices (S9)', async () => {
        await storage.write(async (writing) => {
          await writing.putChange(changeOf('change-1', 'record-1', 'device-1', 1), 1, NOW, ['note', 'place']);
          await writing.putChange(changeOf('change-2', 'record-1', 'device-2', 1), 2, NOW, ['note']);
          await writing.putChange(changeOf('change-3', 'record-1', 'device-1', 2), 3, NOW, ['topics']);
          await writing.putChange(changeOf('change-4', 'record-2', 'device-1', 3), 4, NOW, ['note']);
        });
        const since = (seq: number) => storage.read((reading) => reading.pathsWritten('record-1', seq));
        const sorted = async (seq: number) =>
          (await since(seq)).map(({ path, device }) => `${path} ${device}`).sort();
        expect(await sorted(0)).toEqual([
          'note device-1',
          'note device-2',
          'place device-1',
          'topics device-1',
        ]);
        expect(await sorted(1)).toEqual(['note device-2', 'topics device-1']);
        expect(await sorted(3)).toEqual([]);
      });
    });

    describe('records', () => {
      it('gives back every text as it was written', async () => {
        const texts = [
          'ä€😀 \u{10FFFF}',
          'مرحبا بكم \u202Eabc',
          '"\\/\b\f\n\r\t\u001F',
          "'; drop table record; --",
          '',
          'e\u0301',
        ];
        for (const [index, text] of texts.entries()) {
          await keep(storage, `record-${index}`, null, text);
          const record = await storage.read((reading) => reading.record(`record-${index}`));
          expect(record?.values['note']).toBe(text);
          await storage.write((writing) => writing.putFact('text', text));
          expect(await storage.read((reading) => reading.fact('text'))).toBe(text);
        }
      });

      it('keeps a record under its id, with the number at which it was made', async () => {
        const made = await keep(storage, 'record-1', null, 'first');
        await keep(storage, 'record-2', null);
        const changed = await keep(storage, 'record-1', null, 'second');
        expect(await storage.read((reading) => reading.record('record-1'))).toEqual(
          recordOf('record-1', null, changed, 'second'),
        );
        const rows = await storage.read((reading) => reading.recordsAfter(all, 0, MUCH));
        expect(rows.map(({ id, seq, createdSeq }) => [id, seq, createdSeq])).toEqual([
          ['record-2', 2, 2],
          ['record-1', changed, made],
        ]);
        expect(JSON.parse(rows[1]?.json ?? '')).toEqual(recordOf('record-1', null, changed, 'second'));
      });

      // Found by the comparison of the two databases, seed -940334501.
      it('knows when a record was made that was written twice in one write', async () => {
        await storage.write(async (writing) => {
          for (const note of ['first', 'second']) {
            const seq = await writing.nextSeq();
            await writing.putRecord(recordOf('record-1', null, seq, note), undefined);
          }
        });
        const [row] = await storage.read((reading) => reading.recordsAfter(all, 0, MUCH));
        expect(row).toMatchObject({ seq: 2, createdSeq: 1 });
      });

      it('gives the records of one case and no other', async () => {
        await keep(storage, 'record-1', 'case-amira');
        await keep(storage, 'record-2', 'case-daniel');
        await keep(storage, 'record-3', 'case-amira');
        await keep(storage, 'record-4', null);
        const records = await storage.read((reading) => reading.recordsOfCase('case-amira'));
        expect(records.map(({ id }) => id).sort()).toEqual(['record-1', 'record-3']);
        const some = await storage.read((reading) =>
          reading.recordsById(['record-4', 'record-9', 'record-1']),
        );
        expect([...some.keys()].sort()).toEqual(['record-1', 'record-4']);
        expect(some.get('record-1')).toEqual(recordOf('record-1', 'case-amira', 1));
      });

      it('goes on after a position, in the order of the numbers', async () => {
        for (const id of ['record-c', 'record-a', 'record-b']) await keep(storage, id, null);
        await keep(storage, 'record-c', null, 'again');
        expect(await idsAfter(storage, all)).toEqual(['record-a', 'record-b', 'record-c']);
        expect(await idsAfter(storage, all, 2)).toEqual(['record-b', 'record-c']);
        expect(await idsAfter(storage, all, 4)).toEqual([]);
      });

      for (const [who, scope] of [
        ['a supervisor', all],
        ['a caseworker', own],
      ] as const) {
        it(`pages through everything of ${who}, once each, however small the page`, async () => {
          await assign(storage, 'case-amira', [leyla.id]);
          for (let index = 0; index < 12; index += 1) {
            const note = 'مرحبا'.repeat(index === 5 ? 1000 : 30);
            await keep(storage, `record-${index}`, index % 2 === 0 ? 'case-amira' : null, note);
          }
          for (const bytes of [1, 400, 1000]) {
            const seen: string[] = [];
            let after = 0;
            for (;;) {
              const page = await storage.read((reading) => reading.recordsAfter(scope, after, bytes));
              seen.push(...page.map(({ id }) => id));
              const last = page.at(-1);
              if (last === undefined) break;
              const filled = page.reduce((sum, { json }) => sum + json.length, 0);
              if (last.id !== 'record-11') expect(filled).toBeGreaterThanOrEqual(bytes);
              expect(filled - last.json.length).toBeLessThan(bytes);
              after = last.position;
            }
            expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => `record-${index}`));
          }
        });
      }
    });

    it('tells of a change to whoever does not know it: its device, or another one that is named', async () => {
      const change = changeOf('change-1', 'record-1', 'device-1', 1);
      await storage.write(async (writing) => {
        await writing.putChange(change, 1, NOW, ['note']);
        await writing.putChange({ ...change, id: 'change-2', number: 2 }, 2, NOW, ['goal'], 'server-0');
      });
      await storage.read(async (reading) => {
        expect(await reading.pathsWritten('record-1', 0)).toEqual([
          { path: 'goal', device: 'server-0' },
          { path: 'note', device: 'device-1' },
        ]);
        expect(await reading.writersSince(['record-1', 'record-9'], 0)).toEqual(
          new Map([['record-1', ['device-1', 'server-0']]]),
        );
        expect(await reading.writersSince(['record-1'], 1)).toEqual(new Map([['record-1', ['server-0']]]));
        expect(await reading.writersSince([], 0)).toEqual(new Map());
        expect(await reading.changeById('change-2')).toMatchObject({ device: 'device-1', number: 2 });
      });
    });

    describe('who may read what', () => {
      it('gives a caseworker her cases and what is the county’s, a supervisor all, an administrator the county’s', async () => {
        await keep(storage, 'record-hers', 'case-amira');
        await keep(storage, 'record-other', 'case-daniel');
        await keep(storage, 'record-county', null);
        await assign(storage, 'case-amira', [leyla.id]);
        await assign(storage, 'case-daniel', ['user-jonas']);
        expect(await idsAfter(storage, own)).toEqual(['record-county', 'record-hers']);
        expect(await idsAfter(storage, all)).toEqual(['record-hers', 'record-other', 'record-county']);
        expect(await idsAfter(storage, { ...own, cases: 'none' })).toEqual(['record-county']);
      });

      it('gives limits of work only to those on the case who may read them', async () => {
        await assign(storage, 'case-amira', [leyla.id]);
        await storage.write(async (writing) => {
          const seq = await writing.nextSeq();
          await writing.putRecord(
            { ...recordOf('limits-case-amira', 'case-amira', seq), kind: 'limits' },
            seq,
          );
        });
        await keep(storage, 'record-1', 'case-amira');
        expect(await idsAfter(storage, own)).toEqual(['limits-case-amira', 'record-1']);
        expect(await idsAfter(storage, { ...own, mayReadLimits: false })).toEqual(['record-1']);
        expect(await idsAfter(storage, all)).toEqual(['record-1']);
        await assign(storage, 'case-amira', [leyla.id, all.user]);
        expect(await idsAfter(storage, all)).toEqual(['record-1', 'limits-case-amira']);
        expect(await idsAfter(storage, { ...all, mayReadLimits: false })).toEqual(['record-1']);
      });

      it('treats what was contributed to limits as limits', async () => {
        await assign(storage, 'case-amira', [leyla.id]);
        await storage.write(async (writing) => {
          const seq = await writing.nextSeq();
          const record = { ...recordOf('contribution-1', 'case-amira', seq), kind: 'limits-contribution' };
          await writing.putRecord(record, seq);
        });
        expect(await idsAfter(storage, own)).toEqual(['contribution-1']);
        expect(await idsAfter(storage, { ...own, mayReadLimits: false })).toEqual([]);
        expect(await idsAfter(storage, all)).toEqual([]);
      });

      it('gives a supervisor who comes onto a case its older limits where she came', async () => {
        await assign(storage, 'case-amira', [leyla.id]);
        await storage.write(async (writing) => {
          const seq = await writing.nextSeq();
          const record = { ...recordOf('limits-case-amira', 'case-amira', seq), kind: 'limits' };
          await writing.putRecord(record, seq);
        });
        const known = await keep(storage, 'record-1', 'case-amira');
        const gained = await assign(storage, 'case-amira', [leyla.id, all.user]);
        const after = await keep(storage, 'record-2', null);
        const rows = await storage.read((reading) => reading.recordsAfter(all, known, MUCH));
        expect(rows.map(({ id, gainedSeq, position }) => [id, gainedSeq, position])).toEqual([
          ['limits-case-amira', gained, gained],
          ['record-2', 0, after],
        ]);
      });

      it('puts a case that came later where it came, whole (S10)', async () => {
        await keep(storage, 'record-1', 'case-amira');
        await keep(storage, 'record-2', 'case-amira');
        const before = await keep(storage, 'record-county', null);
        const gained = await assign(storage, 'case-amira', ['user-jonas', leyla.id]);
        const after = await keep(storage, 'record-2', 'case-amira', 'again');
        const rows = await storage.read((reading) => reading.recordsAfter(own, before, MUCH));
        expect(rows.map(({ id, seq, gainedSeq, position }) => [id, seq, gainedSeq, position])).toEqual([
          ['record-1', 1, gained, gained],
          ['record-2', after, gained, after],
        ]);
        expect(await idsAfter(storage, own, gained)).toEqual(['record-2']);
      });

      it('never cuts a page within the records of a case that came later', async () => {
        for (let index = 0; index < 6; index += 1)
          await keep(storage, `record-${index}`, 'case-amira', 'x'.repeat(500));
        const gained = await assign(storage, 'case-amira', [leyla.id]);
        const page = await storage.read((reading) => reading.recordsAfter(own, 0, 700));
        expect(page.map(({ position }) => position)).toEqual(Array.from({ length: 6 }, () => gained));
      });

      it('puts a case back where it came again, whole (S10)', async () => {
        await keep(storage, 'record-1', 'case-amira');
        await assign(storage, 'case-amira', [leyla.id, 'user-jonas']);
        const lost = await assign(storage, 'case-amira', ['user-jonas']);
        expect(await idsAfter(storage, own)).toEqual([]);
        const regained = await assign(storage, 'case-amira', [leyla.id]);
        const rows = await storage.read((reading) => reading.recordsAfter(own, lost, MUCH));
        expect(rows.map(({ id, gainedSeq }) => [id, gainedSeq])).toEqual([['record-1', regained]]);
      });

      describe('what a device still holds (S10)', () => {
        const device = (id: string, user: string, lastSeen: string | null) =>
          storage.write((writing) =>
            writing.putDevice({ id, user, name: id, next: 1, registeredAt: NOW, lastSeen }),
          );
        const leaving = (id: string, told?: number) => storage.read((reading) => reading.leaving(id, told));
        const holding = async () =>
          (await storage.read((reading) => reading.stillHeld())).map(
            ({ caseId, device: id }) => `${caseId} ${id}`,
          );
        beforeEach(async () => {
          await device('device-1', leyla.id, NOW);
          await device('device-2', leyla.id, NOW);
          await device('device-new', leyla.id, null);
          await device('device-jonas', 'user-jonas', NOW);
        });

        it('names a case that left to every device of its user that was ever heard, until it is purged there', async () => {
          await assign(storage, 'case-amira', [leyla.id, 'user-jonas']);
          expect(await leaving('device-1')).toEqual([]);
          const seq = await assign(storage, 'case-amira', ['user-jonas']);
          const row = { caseId: 'case-amira', reason: 'lost', seq };
          expect(await leaving('device-1')).toEqual([row]);
          expect(await holding()).toEqual(['case-amira device-1', 'case-amira device-2']);
          await storage.write((writing) => writing.notePurged('device-1', 'case-amira', seq));
          expect(await leaving('device-1')).toEqual([]);
          expect(await holding()).toEqual(['case-amira device-2']);
          // A copy of its profile may have read less, and is told.
          expect(await leaving('device-1', seq - 1)).toEqual([row]);
          expect(await leaving('device-1', seq)).toEqual([]);
        });

        it('takes it back when the case returns', async () => {
          await assign(storage, 'case-amira', [leyla.id]);
          await assign(storage, 'case-amira', ['user-jonas']);
          await assign(storage, 'case-amira', ['user-jonas', leyla.id]);
          expect(await holding()).toEqual([]);
        });

        it('is not content with a late word about an earlier loss', async () => {
          await assign(storage, 'case-amira', [leyla.id]);
          const first = await assign(storage, 'case-amira', []);
          await assign(storage, 'case-amira', [leyla.id]);
          const second = await assign(storage, 'case-amira', []);
          await storage.write((writing) => writing.notePurged('device-1', 'case-amira', first));
          expect(await leaving('device-1')).toMatchObject([{ seq: second }]);
        });

        it('knows who was ever on a case', async () => {
          await assign(storage, 'case-amira', [leyla.id]);
          await assign(storage, 'case-amira', ['user-jonas']);
          const was = (user: string, caseId: string) =>
            storage.read((reading) => reading.wasOnCase(user, caseId));
          expect(await was(leyla.id, 'case-amira')).toBe(true);
          expect(await was('user-jonas', 'case-amira')).toBe(true);
          expect(await was('user-else', 'case-amira')).toBe(false);
          expect(await was(leyla.id, 'case-daniel')).toBe(false);
        });
      });

      it('does not count it as a gain when somebody stays on a case', async () => {
        await keep(storage, 'record-1', 'case-amira');
        const gained = await assign(storage, 'case-amira', [leyla.id]);
        await assign(storage, 'case-amira', ['user-jonas', leyla.id]);
        const rows = await storage.read((reading) => reading.recordsAfter(own, 0, MUCH));
        expect(rows.map(({ gainedSeq }) => gainedSeq)).toEqual([gained]);
      });
    });

    describe('what is erased (S11)', () => {
      const erase = (caseId: string): Promise<number> =>
        storage.write(async (writing) => {
          const seq = await writing.nextSeq();
          await writing.eraseCase(caseId, seq, NOW);
          return seq;
        });
      const device = { user: leyla.id, name: 'Tablet', next: 2, registeredAt: NOW, lastSeen: null };

      it('leaves ids and used numbers, and nothing that was said', async () => {
        await storage.write(async (writing) => {
          await writing.putDevice({ ...device, id: 'device-1' });
          const seq = await writing.nextSeq();
          await writing.putRecord(recordOf('record-1', 'case-amira', seq, 'Kommt mit der Schwester.'), seq);
          await writing.putChange(changeOf('change-1', 'record-1', 'device-1', 1), seq, NOW, ['note']);
          const outcome = { result: 'accepted', seq, at: NOW } as const;
          await writing.putUsedNumber('device-1', { number: 1, id: 'change-1', outcome });
          await writing.putScope('case-amira', [leyla.id], seq);
          const link = { hash: 'hash', caseId: 'case-amira', acceptedAt: NOW, revoked: false };
          await writing.putPlanLink({ ...link, ...unopened });
        });
        await keep(storage, 'record-2', 'case-daniel', 'bleibt');
        const seq = await erase('case-amira');
        await erase('case-amira');
        await storage.read(async (reading) => {
          expect(await reading.erasedCases()).toEqual(['case-amira']);
          expect(await reading.recordsOfCase('case-amira')).toEqual([]);
          expect(await reading.recordsAfter(own, 0, MUCH)).toEqual([]);
          expect(await reading.pathsWritten('record-1', 0)).toEqual([]);
          expect(await reading.changeById('change-1')).toMatchObject({
            by: leyla.id,
            number: 1,
            content: null,
          });
          expect(await reading.usedNumber('device-1', 1)).toMatchObject({ id: 'change-1' });
          expect(await reading.planLink('hash')).toMatchObject({ revoked: true });
          expect((await reading.recordsOfCase('case-daniel')).map(({ id }) => id)).toEqual(['record-2']);
          expect(await reading.leaving('device-1')).toEqual([
            { caseId: 'case-amira', reason: 'erased', seq: seq + 1 },
          ]);
        });
      });

      it('is told to a device that was not known yet', async () => {
        const seq = await erase('case-amira');
        await storage.write(async (writing) => {
          await writing.putDevice({ ...device, id: 'device-2' });
          await writing.tellErased('device-2');
        });
        const told = await storage.read((reading) => reading.leaving('device-2'));
        expect(told).toEqual([{ caseId: 'case-amira', reason: 'erased', seq }]);
        await storage.write((writing) => writing.notePurged('device-2', 'case-amira', seq));
        expect(await storage.read((reading) => reading.leaving('device-2'))).toEqual([]);
      });

      it('compacts while others read and write', async () => {
        const work = Array.from({ length: 12 }, (_, turn) => keep(storage, `record-${turn}`, null, 'x'));
        await Promise.all([...work, storage.compact(), idsAfter(storage, all), storage.compact()]);
        expect(await idsAfter(storage, all)).toHaveLength(12);
      });
    });

    describe('plan links and facts', () => {
      it('finds a link by the hash of its secret and by the hash of its cookie', async () => {
        const link = {
          hash: 'hash-of-secret',
          caseId: 'case-amira',
          acceptedAt: NOW,
          revoked: false,
          ...unopened,
        };
        const exchanged = {
          ...link,
          phoneHash: 'phone',
          cookieHash: 'cookie',
          cookieUntil: '2027-02-20T09:00:00.000Z',
        };
        await storage.write((writing) => writing.putPlanLink(link));
        await storage.write((writing) => writing.putPlanLink({ ...link, hash: 'hash-of-another' }));
        expect(await storage.read((reading) => reading.planLink('hash-of-secret'))).toEqual(link);
        expect(await storage.read((reading) => reading.planLinkByCookie('cookie'))).toBeUndefined();
        await storage.write((writing) => writing.putPlanLink(exchanged));
        expect(await storage.read((reading) => reading.planLinkByCookie('cookie'))).toEqual(exchanged);
        await storage.write((writing) => writing.putPlanLink({ ...exchanged, revoked: true }));
        expect(await storage.read((reading) => reading.planLink('hash-of-secret'))).toEqual({
          ...exchanged,
          revoked: true,
        });
      });

      it('keeps what is known of a PIN and how many were wrong', async () => {
        const link = { hash: 'hash', caseId: 'case-amira', acceptedAt: NOW, revoked: false, ...unopened };
        for (const wrongPins of [0, 4, 0]) {
          await storage.write((writing) => writing.putPlanLink({ ...link, pinCheck: 'check', wrongPins }));
          const kept = await storage.read((reading) => reading.planLink('hash'));
          expect(kept).toEqual({ ...link, pinCheck: 'check', wrongPins });
        }
      });

      describe('[V18] wrong PINs', () => {
        const proof = 'the right one';
        const giveLinks = (count: number) =>
          storage.write(async (writing) => {
            for (let index = 0; index < count; index += 1) {
              const link = { hash: `link-${index}`, caseId: 'case-amira', acceptedAt: NOW, revoked: false };
              await writing.putPlanLink({ ...link, ...unopened, pinCheck: checkOfProof(proof) });
            }
          });
        const tryAt = (hash: string, said: string, at = NOW) =>
          storage.write(async (writing) => {
            const link = await writing.planLink(hash);
            if (link === undefined || link.revoked) return 'closed';
            return (await tryPin(writing, link, said, new Date(at), () => 'new-id')).type;
          });
        const countOf = (answers: readonly string[], wanted: string): number =>
          answers.filter((answer) => answer === wanted).length;

        it('thirty at once are five, and then the right one opens nothing', async () => {
          await giveLinks(1);
          const answers = await Promise.all(
            Array.from({ length: 30 }, (_, index) => tryAt('link-0', `wrong ${index}`)),
          );
          expect([countOf(answers, 'plan-pin-wrong'), countOf(answers, 'closed')]).toEqual([5, 25]);
          expect(await tryAt('link-0', proof)).toBe('closed');
        });

        it('ten thousand over a thousand links are fifty within the hour, and no link is lost to the rest', async () => {
          await giveLinks(1000);
          const answers: string[] = [];
          for (let turn = 0; turn < 10; turn += 1)
            answers.push(
              ...(await Promise.all(
                Array.from({ length: 1000 }, (_, index) => tryAt(`link-${index}`, `wrong ${turn}`)),
              )),
            );
          expect([countOf(answers, 'plan-pin-wrong'), countOf(answers, 'too-many-tries')]).toEqual([
            50, 9950,
          ]);
          expect(await tryAt('link-999', proof)).toBe('too-many-tries');
          expect(await tryAt('link-999', proof, '2026-11-22T10:00:00.001Z')).toBe('right');
        }, 120_000);
      });

      it('keeps the last value of a fact', async () => {
        await storage.write((writing) => writing.putFact('epoch', 'one'));
        await storage.write((writing) => writing.putFact('epoch', 'two'));
        expect(await storage.read((reading) => reading.fact('epoch'))).toBe('two');
        expect(await storage.read((reading) => reading.fact('county'))).toBeUndefined();
      });
    });

    it('has everything again after a restart', async () => {
      await storage.write((writing) => writing.putAccount(leyla));
      await storage.write((writing) => writing.putFact('epoch', 'one'));
      await assign(storage, 'case-amira', [leyla.id]);
      await keep(storage, 'record-1', 'case-amira', 'مرحبا');
      await storage.write((writing) =>
        writing.putChange(changeOf('change-1', 'record-1', 'device-1', 1), 2, NOW, ['note']),
      );
      const again = await opened.reopen();
      expect(await again.read((reading) => reading.account(leyla.id))).toEqual(leyla);
      expect(await again.read((reading) => reading.fact('epoch'))).toBe('one');
      expect(await again.read((reading) => reading.head())).toBe(2);
      expect(await idsAfter(again, own)).toEqual(['record-1']);
      expect(await again.read((reading) => reading.pathsWritten('record-1', 0))).toEqual([
        { path: 'note', device: 'device-1' },
      ]);
      expect(await keep(again, 'record-2', null)).toBe(3);
    });
  });
};
