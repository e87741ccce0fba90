// What an open vault holds in memory. The tables are the truth; this is derived from them and lost with the key.
import { summariseCase, type CaseSummary } from '#domain/case-summary.ts';
import { mergeFile, type CaseFile } from './case-file.ts';
import { createCaseload, type Caseload } from './caseload.ts';
import type { DeviceDatabase, MetaRow } from './database.ts';
import { openDrafts, type Drafts } from './drafts.ts';
import { COUNTY, createPages, pageOf, type Pages, type Records } from './pages.ts';
import { seal, unseal, type Box } from './vault.ts';
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
};

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
});

/** Reads the small facts, also inside a transaction. */
export const readFacts = async (database: DeviceDatabase): Promise<Facts> => {
  const keys = ['device', 'cursor', 'sealed', 'rev', 'expect', 'lastSuccess', 'clockOffset'];
  const rows = await database.meta.bulkGet(keys);
  return factsOf(new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row.value]]))));
};

/** The waiting changes of a page. */
export const waitingOf = (shelf: Shelf, page: string): readonly Waiting[] =>
  [...shelf.waiting.values()].filter((entry) => pageOf(entry.body.caseId) === page);

/** Some case files as they are shown. */
export const filesOf = async (
  shelf: Shelf,
  pages: readonly string[],
): Promise<ReadonlyMap<string, CaseFile>> => {
  const pulled = await shelf.pages.readMany(pages.filter((page) => !shelf.files.has(page)));
  const files = new Map<string, CaseFile>();
  for (const page of pages) {
    const open = shelf.files.get(page);
    const records = pulled.get(page) ?? new Map();
    files.set(page, open ?? mergeFile(page, records, waitingOf(shelf, page), shelf.facts.device));
  }
  return files;
};

/** Derives anew what is shown of some pages, after something under them changed. */
export const derive = (shelf: Shelf, pulled: ReadonlyMap<string, Records>): void => {
  const summaries = new Map<string, CaseSummary | undefined>();
  const waiting = new Map<string, Waiting[]>();
  for (const entry of shelf.waiting.values()) {
    const page = pageOf(entry.body.caseId);
    waiting.set(page, [...(waiting.get(page) ?? []), entry]);
  }
  for (const [page, records] of pulled) {
    const file = mergeFile(page, records, waiting.get(page) ?? [], shelf.facts.device);
    if (page === COUNTY || shelf.files.has(page)) shelf.files.set(page, file);
    if (page !== COUNTY) summaries.set(page, summariseCase([...file.records.values()]));
  }
  shelf.caseload.put(summaries);
};

/** Reads the waiting changes anew, after another tab wrote some, and derives what they touch. */
export const refreshWaiting = async (shelf: Shelf): Promise<void> => {
  const before = shelf.waiting;
  shelf.waiting = await readWaiting(shelf.database, shelf.key, before);
  const pages = new Set(
    [...before.values(), ...shelf.waiting.values()].map((entry) => pageOf(entry.body.caseId)),
  );
  derive(shelf, await shelf.pages.readMany([...pages]));
};

const indexPlace = 'meta|index|1';
type SavedIndex = { readonly rev: number; readonly cases: readonly CaseSummary[] };

/** Keeps the list of cases sealed, so that the next unlock need not open every page. It is a cache and may be missing. */
export const saveIndex = async (shelf: Shelf): Promise<void> => {
  const index: SavedIndex = { rev: shelf.facts.rev, cases: shelf.caseload.list() };
  await shelf.database.meta.put({
    key: 'index',
    value: await seal(shelf.key, indexPlace, JSON.stringify(index)),
  });
  shelf.indexRev = index.rev;
};

const readIndex = async (database: DeviceDatabase, key: CryptoKey): Promise<SavedIndex> => {
  const row = await database.meta.get('index');
  if (!(row?.value instanceof Uint8Array)) return { rev: 0, cases: [] };
  const box: Box = Uint8Array.from(row.value);
  try {
    const index: SavedIndex = JSON.parse(await unseal(key, indexPlace, box));
    return index;
  } catch {
    // A damaged cache is no loss: every page is opened once and the list is made anew.
    return { rev: 0, cases: [] };
  }
};

/** Takes an open vault's tables into memory: the saved list, the pages it does not know yet, and what waits. */
export const openShelf = async (database: DeviceDatabase, key: CryptoKey, user: string): Promise<Shelf> => {
  const pages = createPages(database, key);
  const [facts, index, drafts, waiting] = await Promise.all([
    readFacts(database),
    readIndex(database, key),
    openDrafts(database, key),
    readWaiting(database, key, new Map()),
  ]);
  const caseload = createCaseload(index.cases);
  const shelf: Shelf = {
    database,
    key,
    user,
    pages,
    drafts,
    facts,
    waiting,
    caseload,
    files: new Map(),
    indexRev: index.rev,
  };
  const newer = await database.pages.where('rev').above(index.rev).toArray();
  const pulled = new Map(
    await Promise.all(
      newer.map(async (row): Promise<[string, Records]> => [row.page, await pages.open(row)]),
    ),
  );
  const touched = [COUNTY, ...[...waiting.values()].map((entry) => pageOf(entry.body.caseId))];
  const others = await pages.readMany(touched.filter((page) => !pulled.has(page)));
  derive(shelf, new Map([...pulled, ...others]));
  return shelf;
};
