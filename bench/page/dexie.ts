// The floor: Dexie rows and fetch. No merge, no rights, no encryption, no receipts; durable only as browsers do by default.
import { Dexie, liveQuery, type Table } from 'dexie';
import { personIdOf } from '#domain/id.ts';
import { offlinePerson } from '../records.ts';
import { offer } from './offer.ts';

const scriptStart = performance.now();
const LIMIT = 2500;
type Row = { readonly id: string; readonly name?: string; readonly [path: string]: unknown };

const database = new Dexie('floor');
database.version(1).stores({ rows: 'id, name', outbox: '++number', meta: 'key' });
const rows: Table<Row, string> = database.table('rows');
const outbox: Table<{ number?: number; id: string }, number> = database.table('outbox');
const meta: Table<{ key: string; value: number }, string> = database.table('meta');

type Page = { readonly cursor: number; readonly docs: readonly Row[] };
const page = async (since: number): Promise<Page> =>
  (await fetch(`/pull?since=${since}&limit=${LIMIT}`)).json();

const pull = async (): Promise<void> => {
  let next = page((await meta.get('cursor'))?.value ?? 0);
  for (;;) {
    const { cursor, docs } = await next;
    if (docs.length === 0) return;
    const more = docs.length === LIMIT;
    if (more) next = page(cursor);
    await database.transaction('rw', rows, meta, async () => {
      await rows.bulkPut([...docs]);
      await meta.put({ key: 'cursor', value: cursor });
    });
    if (!more) return;
  }
};

const push = async (): Promise<void> => {
  const waiting = await outbox.toArray();
  const [first, last] = [waiting[0]?.number, waiting.at(-1)?.number];
  if (first === undefined || last === undefined) return;
  const docs = await rows.bulkGet(waiting.map((entry) => entry.id));
  const before = (await meta.get('cursor'))?.value ?? 0;
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/push', { method: 'POST', headers, body: JSON.stringify(docs) });
  const { cursor }: { cursor: number } = await answer.json();
  await database.transaction('rw', outbox, meta, async () => {
    await outbox.where('number').between(first, last, true, true).delete();
    if (cursor === before + docs.length) await meta.put({ key: 'cursor', value: cursor });
  });
};

const put = (docs: readonly Row[]): Promise<void> =>
  database.transaction('rw', rows, outbox, async () => {
    await rows.bulkPut([...docs]);
    await outbox.bulkAdd(docs.map(({ id }) => ({ id })));
  });

const docOf = (number: number): Row => {
  const { caseId, set } = offlinePerson(number);
  return { id: personIdOf(caseId), caseId, kind: 'person', name: String(set['registerFamily']), ...set };
};

const firstNames = async (): Promise<readonly string[]> =>
  (await rows.orderBy('name').limit(50).toArray()).map((row) => row.name ?? '');

offer(
  {
    open: async () => void (await database.open()),
    firstSync: pull,
    sync: async () => {
      await push();
      await pull();
    },
    list: firstNames,
    edit: async (number) => {
      const row = await rows.orderBy('name').offset(number).first();
      if (row === undefined) throw new Error('no row');
      return () => put([{ ...row, strengths: `gespeichert ${number} ${performance.now()}` }]);
    },
    saveMany: (count, from) =>
      put(
        Array.from({ length: count / 2 }, (_, number) => [
          docOf(from + number),
          { id: `case-${from + number}`, kind: 'case', fileNumber: `OFF-${from + number}` },
        ]).flat(),
      ),
    search: async (text) => {
      const wanted = text.toLocaleLowerCase('de');
      const names = await rows.orderBy('name').keys();
      return names.filter((name) => String(name).toLocaleLowerCase('de').includes(wanted)).length;
    },
    fiftyShown: () =>
      new Promise((resolve, reject) => {
        const seen = liveQuery(firstNames).subscribe({
          next: (names) => {
            if (names.length < 50) return;
            seen.unsubscribe();
            resolve();
          },
          error: reject,
        });
      }),
    count: () => rows.count(),
    needsOf: async (caseId) => (await rows.get(personIdOf(caseId)))?.['needs'],
    rest: async () => database.close(),
  },
  scriptStart,
);
