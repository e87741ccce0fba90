// What an open vault holds in memory. The tables are the truth; this is derived from them and lost with the key.
import { z } from 'zod';
import { summariseCase, type CaseSummary } from '#domain/case-summary.ts';
import type { Gone, Purged } from '#domain/receipt.ts';
import { indexToText, textToIndex, type CaseIndex } from './case-index.ts';
import { mergeFile, type CaseFile } from './case-file.ts';
import { createCaseload, type Caseload } from './caseload.ts';
import type { DeviceDatabase, MetaRow } from './database.ts';
import { openDrafts, type Drafts } from './drafts.ts';
import { COUNTY, fileIdOf, openPages, type Pages, type Records } from './pages.ts';
import { seal, unseal } from './vault.ts';
import { readWaiting, type Waiting } from './waiting.ts';

/** Small facts of this device; `sealed`: the highest number whose change may have left; `rev`: counts pages written. */
export type Facts = {
  readonly device: string;
  readonly cursor: string | null;
  readonly sealed: number;
  readonly rev: number;
  readonly expect: number | null;
  /** When the server last answered in full, by this device's clock (ISO), and how far that clock is off (ms). */
  readonly lastSuccess: string | null;
  readonly clockOffset: number;
  /** Own changes that lie with the new owner of their case: number and date, and nothing else, stay here (S10). */
  readonly handed: readonly Handed[];
};

/** What remains of a contribution on its author's device. */
export type Handed = { readonly number: number; readonly at: string };
const handedSchema = z.array(z.object({ number: z.number(), at: z.string() }));

export type Shelf = {
  readonly database: DeviceDatabase;
  readonly key: CryptoKey;
  /** The person signed in: the author of what is written here. */
  readonly user: string;
  readonly pages: Pages;
  readonly drafts: Drafts;
  facts: Facts;
  waiting: ReadonlyMap<number, Waiting>;
  caseload: Caseload;
  /** The files somebody looks at, merged; the county's among them always. */
  readonly files: Map<string, CaseFile>;
  /** Cases that left while somebody had them open. */
  readonly left: Map<string, Gone>;
  /** What the server may be told to be gone from this device. */
  purged: readonly Purged[];
  /** The revision of pages up to which the saved index is true. */
  indexRev: number;
};

const text = (rows: ReadonlyMap<string, MetaRow['value']>, key: string): string | null => {
  const value = rows.get(key);
  return typeof value === 'string' ? value : null;
};
const count = (rows: ReadonlyMap<string, MetaRow['value']>, key: string): number | null => {
  const value = rows.get(key);
  return typeof value === 'number' ? value : null;
};

const factsOf = (rows: ReadonlyMap<string, MetaRow['value']>): Facts => ({
  device: text(rows, 'device') ?? '',
  cursor: text(rows, 'cursor'),
  sealed: count(rows, 'sealed') ?? 0,
  rev: count(rows, 'rev') ?? 0,
  expect: count(rows, 'expect'),
  lastSuccess: text(rows, 'lastSuccess'),
  clockOffset: count(rows, 'clockOffset') ?? 0,
  handed: handedSchema.parse(JSON.parse(text(rows, 'handed') ?? '[]')),
});

/** Reads the small facts, also inside a transaction. */
export const readFacts = async (database: DeviceDatabase): Promise<Facts> => {
  const keys = ['device', 'cursor', 'sealed', 'rev', 'expect', 'lastSuccess', 'clockOffset', 'handed'];
  const rows = await database.meta.bulkGet(keys);
  return factsOf(new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row.value]]))));
};

/** The waiting changes, by the file they belong to. */
export const waitingByFile = (shelf: Shelf): ReadonlyMap<string, readonly Waiting[]> => {
  const files = new Map<string, Waiting[]>();
  for (const entry of shelf.waiting.values()) {
    const id = fileIdOf(entry.body.caseId);
    const known = files.get(id);
    if (known === undefined) files.set(id, [entry]);
    else known.push(entry);
  }
  return files;
};

/** Some case files as they are shown. */
export const filesOf = async (
  shelf: Shelf,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseFile>> => {
  const pulled = await shelf.pages.read(ids.filter((id) => !shelf.files.has(id)));
  const waiting = waitingByFile(shelf);
  const files = new Map<string, CaseFile>();
  for (const id of ids) {
    const records = pulled.get(id) ?? new Map();
    const open = shelf.files.get(id);
    files.set(id, open ?? mergeFile(id, records, waiting.get(id) ?? [], shelf.facts.device));
  }
  return files;
};

/** Derives anew what is shown of some files, after something under them changed. */
export const derive = (shelf: Shelf, pulled: ReadonlyMap<string, Records>): void => {
  const summaries = new Map<string, CaseSummary | undefined>();
  const waiting = waitingByFile(shelf);
  for (const [id, records] of pulled) {
    const file = mergeFile(id, records, waiting.get(id) ?? [], shelf.facts.device);
    if (id === COUNTY || shelf.files.has(id)) shelf.files.set(id, file);
    if (id !== COUNTY) summaries.set(id, summariseCase([...file.records.values()]));
  }
  shelf.caseload.put(summaries);
};

/** Reads what another tab wrote: its pages, its waiting changes, and derives what they touch. */
export const refresh = async (shelf: Shelf, others: readonly string[] = []): Promise<void> => {
  const { database, pages } = shelf;
  const before = shelf.waiting;
  pages.forgetTexts();
  const rows = await database.pages.where('rev').above(shelf.facts.rev).toArray();
  const learned = await pages.learn(rows);
  shelf.facts = await readFacts(database);
  shelf.waiting = await readWaiting(database, shelf.key, before);
  const waited = [...before.values(), ...shelf.waiting.values()].map((entry) => fileIdOf(entry.body.caseId));
  derive(shelf, await pages.read([...new Set([...learned, ...waited, ...others])]));
};

const indexPlace = 'meta|index|4';
const noIndex: CaseIndex = { rev: 0, cases: [], directory: new Map() };

/** Keeps the list of cases sealed, so that the next unlock need not open every page. It is a cache and may be missing. */
export const saveIndex = async (shelf: Shelf): Promise<void> => {
  const { facts, caseload, pages } = shelf;
  const text = indexToText({ rev: facts.rev, cases: caseload.list(), directory: pages.directory });
  await shelf.database.meta.put({ key: 'index', value: await seal(shelf.key, indexPlace, text) });
  shelf.indexRev = facts.rev;
};

const readIndex = async (database: DeviceDatabase, key: CryptoKey): Promise<CaseIndex> => {
  const row = await database.meta.get('index');
  if (!(row?.value instanceof Uint8Array)) return noIndex;
  try {
    return textToIndex(await unseal(key, indexPlace, row.value));
  } catch {
    // A damaged cache is no loss: every page is opened once and the list is made anew.
    return noIndex;
  }
};

/** Takes an open vault's tables into memory: the saved list, the pages it does not know yet, and what waits. */
export const openShelf = async (database: DeviceDatabase, key: CryptoKey, user: string): Promise<Shelf> => {
  const [facts, index, drafts, waiting] = await Promise.all([
    readFacts(database),
    readIndex(database, key),
    openDrafts(database, key),
    readWaiting(database, key, new Map()),
  ]);
  const pages = openPages(database, key, index.directory);
  const shelf: Shelf = {
    ...{ database, key, user, pages, drafts, facts, waiting },
    caseload: createCaseload(index.cases),
    files: new Map(),
    left: new Map(),
    purged: [],
    indexRev: index.rev,
  };
  const learned = await pages.learn(await database.pages.where('rev').above(index.rev).toArray());
  const waited = [...waiting.values()].map((entry) => fileIdOf(entry.body.caseId));
  derive(shelf, await pages.read([...new Set([COUNTY, ...learned, ...waited])]));
  return shelf;
};
