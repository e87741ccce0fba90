// A form in the hands of a caseworker, over a real store: what is written, what is kept aside, what is not overruled.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { consultationKind } from '#domain/consultation.ts';
import { personKind } from '#domain/person.ts';
import { headsOf, isContestedAt } from '#domain/record.ts';
import { fail } from '#domain/result.ts';
import { openDatabase, type DeviceDatabase } from '#store/database.ts';
import type { Received } from '#store/fold.ts';
import { openStore, type Store } from '#store/store.ts';
import { flushAll, isAnythingDirty, watchUnsaved } from './dirty.ts';
import { readChoice, readText, readWhole } from './judging.ts';
import { createRecordSession, type RecordSession } from './record-session.ts';

const CASE = 'case-0001';
const TALK = 'talk-0001';
const PERSON = 'person-0001';
const LATER = 60_000;

let count = 0;
let cursor: string | null = null;
let database: DeviceDatabase;
let key: CryptoKey;
let store: Store;

const openAgain = async (): Promise<Store> => {
  let ids = 0;
  const opened = await openStore(database, key, 'user-anna', {
    now: () => new Date('2026-11-22T09:00:00Z'),
    newId: () => `own-${String(Date.now())}-${String((ids += 1))}`,
  });
  await opened.open(CASE);
  return opened;
};

beforeEach(async () => {
  count += 1;
  cursor = null;
  database = openDatabase(`forms-${String(count)}`);
  await database.open();
  await database.meta.put({ key: 'device', value: 'device-01' });
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  store = await openAgain();
});
afterEach(async () => {
  await store.lock();
});

const sessionOf = (over: Pick<Store, 'read' | 'write' | 'drafts'> = store, pause = LATER): RecordSession =>
  createRecordSession({ store: over, caseId: CASE, kind: consultationKind, recordId: TALK, pause });

/** An answer of the server is taken in. */
const receive = async (news: Partial<Received>, seq: number): Promise<void> => {
  const next = `cursor-${String(seq)}`;
  const isTaken = await store.receive(cursor, {
    ...{
      receipts: [],
      records: [],
      deltas: [],
      gone: [],
      cursor: next,
      upTo: seq,
      expect: 1,
      more: false,
      anew: false,
      safe: 0,
    },
    ...{ clock: '2026-11-22T09:00:00Z', ...news },
  });
  expect(isTaken).toBe(true);
  cursor = next;
};

/** What another tablet wrote arrives. */
const arrives = async (head: string, values: Record<string, string | number>, seq: number): Promise<void> => {
  const record = {
    ...{ id: TALK, caseId: CASE, kind: 'consultation', seq, head },
    ...{ heads: {}, values, versions: {} },
  };
  await receive({ records: [record] }, seq);
};
const written = (): readonly string[] => store.transfer().waiting.flatMap(({ paths }) => [...paths]);
const shown = () => store.read(CASE)?.records.get(TALK);

test('what no hand touched is not written, not even when the page is put away', async () => {
  await arrives('change-a1', { note: 'Kurs gesucht', minutes: 30 }, 1);
  const session = sessionOf();
  session.focus('note');
  await session.blur('note');
  session.focus('minutes');
  session.touch('minutes', '45', readWhole);
  await session.flush();
  expect(written()).toEqual(['minutes']);
  expect(shown()?.values).toEqual({ note: 'Kurs gesucht', minutes: 45 });
});

test('a field that was typed back to what it showed writes nothing', async () => {
  await arrives('change-a1', { note: 'Kurs gesucht' }, 1);
  const session = sessionOf();
  session.focus('note');
  session.touch('note', 'Kurs gesucht!', readText);
  session.touch('note', 'Kurs gesucht', readText);
  await session.blur('note');
  expect(written()).toEqual([]);
  expect(session.isDirty()).toBe(false);
});

test('a pause after the last key saves, without anybody leaving the field', async () => {
  const session = sessionOf(store, 1);
  session.focus('note');
  session.touch('note', 'Frau Demir hat angerufen', readText);
  await new Promise<void>((resolve) => {
    const forget = session.subscribe(() => {
      if (session.state() !== 'saved') return;
      forget();
      resolve();
    });
  });
  expect(shown()?.values['note']).toBe('Frau Demir hat angerufen');
});

test('who types on and on without a pause is saved all the same', async () => {
  const session = sessionOf(store, 20);
  session.focus('note');
  for (let text = 'F'; shown()?.values['note'] === undefined; text += 'f') {
    session.touch('note', text, readText);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(String(shown()?.values['note'])).toMatch(/^Ff*$/);
});

test('a field opened before a colleague wrote names what it showed, so both versions stay', async () => {
  await arrives('change-a1', { note: 'alt' }, 1);
  const session = sessionOf();
  session.focus('note');
  await arrives('change-b1', { note: 'von der Kollegin' }, 2);
  session.touch('note', 'von mir', readText);
  await session.blur('note');
  const record = shown();
  expect(record !== undefined && isContestedAt(record, 'note')).toBe(true);
  expect(record?.versions['note']?.map(({ value }) => value)).toEqual(['von der Kollegin', 'von mir']);
});

test('a field opened after a colleague wrote replaces what it showed', async () => {
  await arrives('change-a1', { note: 'alt' }, 1);
  await arrives('change-b1', { note: 'von der Kollegin' }, 2);
  const session = sessionOf();
  session.focus('note');
  session.touch('note', 'von mir', readText);
  await session.blur('note');
  const record = shown();
  expect(record?.values['note']).toBe('von mir');
  expect(record !== undefined && isContestedAt(record, 'note')).toBe(false);
});

test('somebody who goes on typing is not in conflict with his own earlier save, even once it was transferred', async () => {
  const session = sessionOf();
  session.focus('note');
  session.touch('note', 'erster Satz', readText);
  await session.flush();
  const own = headsOf(shown(), 'note')[0] ?? '';
  await store.takeOutgoing(50, 100_000);
  await receive(
    {
      receipts: [{ number: 1, id: own, result: 'accepted', seq: 7, at: '2026-11-22T09:00:00Z' }],
      expect: 2,
    },
    7,
  );
  expect(store.transfer().waiting).toEqual([]);
  session.touch('note', 'erster Satz, zweiter Satz', readText);
  await session.blur('note');
  const record = shown();
  expect(record?.values['note']).toBe('erster Satz, zweiter Satz');
  expect(record !== undefined && isContestedAt(record, 'note')).toBe(false);
});

test('what cannot be is explained, kept through a restart, and gone once it is mended', async () => {
  const session = sessionOf();
  session.focus('minutes');
  session.touch('minutes', '2000', readWhole);
  await session.blur('minutes');
  expect(session.leaf('minutes', readWhole).problem).toEqual({ type: 'too-big', limit: 1440 });
  expect(written()).toEqual([]);
  expect(store.transfer().drafts).toBe(1);
  expect(session.isDirty()).toBe(false);

  await store.lock();
  database = openDatabase(`forms-${String(count)}`);
  store = await openAgain();
  const again = sessionOf();
  expect(again.leaf('minutes', readWhole)).toMatchObject({
    raw: '2000',
    problem: { type: 'too-big', limit: 1440 },
  });
  again.touch('minutes', '20', readWhole);
  await again.blur('minutes');
  expect(shown()?.values['minutes']).toBe(20);
  expect(store.transfer().drafts).toBe(0);
  expect(again.leaf('minutes', readWhole).raw).toBeUndefined();
});

test('a draft still knows what it had seen when it is mended the next day', async () => {
  await arrives('change-a1', { minutes: 30 }, 1);
  const session = sessionOf();
  session.focus('minutes');
  session.touch('minutes', '3o', readWhole);
  await session.blur('minutes');
  await arrives('change-b1', { minutes: 40 }, 2);
  const again = sessionOf();
  again.leaf('minutes', readWhole);
  again.touch('minutes', '35', readWhole);
  await again.flush();
  const record = shown();
  expect(record !== undefined && isContestedAt(record, 'minutes')).toBe(true);
});

test('a full tablet loses no text: it is said, and the next try saves it', async () => {
  let isFull = true;
  const session = sessionOf({
    read: store.read,
    drafts: store.drafts,
    write: (edits) => (isFull ? Promise.resolve(fail({ type: 'storage-full' })) : store.write(edits)),
  });
  const forget = watchUnsaved(session);
  session.focus('note');
  session.touch('note', 'ein langes Gespräch', readText);
  await session.blur('note');
  expect(session.state()).toBe('storage-full');
  expect(session.leaf('note', readText)).toMatchObject({ raw: 'ein langes Gespräch', isFailed: true });
  expect(isAnythingDirty()).toBe(true);
  isFull = false;
  expect(await flushAll()).toBe(true);
  expect(shown()?.values['note']).toBe('ein langes Gespräch');
  expect(isAnythingDirty()).toBe(false);
  forget();
});

test('values of others come into a field as soon as no hand is in it', async () => {
  await arrives('change-a1', { note: 'alt' }, 1);
  const session = sessionOf();
  session.focus('note');
  expect(session.isEdited('note')).toBe(true);
  await session.blur('note');
  expect(session.isEdited('note')).toBe(false);
});

test('typing on while a save is under way is saved as well', async () => {
  const session = sessionOf();
  session.focus('note');
  session.touch('note', 'eins', readText);
  const first = session.flush();
  session.touch('note', 'eins zwei', readText);
  await first;
  await session.blur('note');
  expect(shown()?.values['note']).toBe('eins zwei');
});

test('a problem is said when the field is left, not while somebody is still typing', async () => {
  const session = sessionOf();
  session.focus('minutes');
  session.touch('minutes', '9999', readWhole);
  await session.flush();
  expect(session.leaf('minutes', readWhole).problem).toBeUndefined();
  expect(store.transfer().drafts).toBe(1);
  await session.blur('minutes');
  expect(session.leaf('minutes', readWhole).problem).toEqual({ type: 'too-big', limit: 1440 });
  session.touch('minutes', '99', readWhole);
  expect(session.leaf('minutes', readWhole).problem).toBeUndefined();
});

test('a new school stays in the list although its only entry is still a draft', async () => {
  const session = createRecordSession({
    store,
    caseId: CASE,
    kind: personKind,
    recordId: PERSON,
    pause: LATER,
  });
  session.place('schools', 'school-1', 'V');
  session.touch('schools/school-1/years', 'zwölf', readWhole);
  await session.flush();
  expect(written()).toEqual(['schools/school-1/order']);
  session.touch('schools/school-1/years', '12', readWhole);
  await session.flush();
  expect(store.read(CASE)?.records.get(PERSON)?.values).toEqual({
    'schools/school-1/order': 'V',
    'schools/school-1/years': 12,
  });
});

test('with an item that is removed its drafts go too', async () => {
  const session = createRecordSession({
    store,
    caseId: CASE,
    kind: personKind,
    recordId: PERSON,
    pause: LATER,
  });
  session.place('schools', 'school-1', 'V');
  session.touch('schools/school-1/years', 'zwölf', readWhole);
  await session.write({ 'schools/school-1/gone': true });
  expect(store.transfer().drafts).toBe(0);
});

test('a new talk begins with its hour and author once a hand touches it, and not before', async () => {
  const session = createRecordSession({
    ...{ store, caseId: CASE, kind: consultationKind, recordId: TALK, pause: LATER },
    beginning: { set: { start: '2026-11-22T10:00', author: 'user-anna' } },
  });
  session.focus('note');
  await session.blur('note');
  expect(written()).toEqual([]);
  session.touch('note', 'Frau Demir sucht einen Kurs', readText);
  await session.flush();
  expect(shown()?.values).toEqual({
    start: '2026-11-22T10:00',
    author: 'user-anna',
    note: 'Frau Demir sucht einen Kurs',
  });
});

test('a new case and its person are one deed, and wait for a name', async () => {
  const session = createRecordSession({
    ...{ store, caseId: CASE, kind: personKind, recordId: PERSON, pause: LATER },
    beginning: {
      set: {},
      more: [{ caseId: CASE, kind: 'case', recordId: CASE, set: { opened: '2026-11-22', person: PERSON } }],
      needs: 'nameParts/',
    },
  });
  session.touch('languageApp', 'ar', readText);
  await session.flush();
  expect(written()).toEqual([]);
  session.touch('nameParts/n1/part', { text: 'Zarghuna', role: 'given' }, readChoice);
  await session.flush();
  expect(written()).toEqual(['opened', 'person', 'languageApp', 'nameParts/n1/part']);
  expect(store.caseById(CASE)?.name).toBe('Zarghuna');
});
