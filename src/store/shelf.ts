// What an open vault holds in memory. The tables are the truth; this is derived from them and lost with the key.
import { summariseCase, type CaseSummary } from '#domain/case-summary.ts';
import { isSameJson } from '#domain/json.ts';
import type { Gone, Purged } from '#domain/receipt.ts';
import { indexToTexts, type OpenedIndex } from './case-index.ts';
import { mergeFile, type CaseFile } from './case-file.ts';
import { createCaseload, type Caseload } from './caseload.ts';
import type { DeviceDatabase } from './database.ts';
import { openDrafts, type Drafts } from './drafts.ts';
import { readOwn, type Facts, type Own } from './facts.ts';
import type { Gathering } from './gathering.ts';
import { COUNTY, fileIdOf, openPages, type Pages, type Records } from './pages.ts';
import { listRows, openList, readSearch, writeIndex } from './saved-index.ts';
import { openRows, type Waiting } from './waiting.ts';

export type Shelf = {
  readonly database: DeviceDatabase;
  readonly key: CryptoKey;
  /** The person signed in: the author of what is written here. */
  readonly user: string;
  pages: Pages;
  /** The pages of a reading that began anew, while it is under way: shown when it is complete. */
  gathering: Gathering | undefined;
  readonly drafts: Drafts;
  facts: Facts;
  /** Of `facts.lastSuccess`, what is written: a success that brought nothing is only noted now and then. */
  successOnDisk: string | null;
  waiting: ReadonlyMap<number, Waiting>;
  /** The highest number that any own change bears on the disk. */
  last: number;
  /** How many growths of waiting changes this memory knows of (./growth.ts). */
  grown: number;
  caseload: Caseload;
  /** The list as it was opened, until what a search looks through is read as well. */
  unsearched: OpenedIndex | undefined;
  /** The files somebody looks at, merged; the county's among them always. */
  readonly files: Map<string, CaseFile>;
  /** Own changes that bear other ids since they grew, or since a fork: what an open form shows may bear the former ones. */
  readonly renamed: Map<string, { now: string }>;
  /** Cases that left while somebody had them open. */
  readonly left: Map<string, Gone>;
  /** What the server may be told to be gone from this device. */
  purged: readonly Purged[];
  /** The revision of pages up to which the saved index is true. */
  indexRev: number;
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

/** The files that some changes are about. */
export const filesOfChanges = (waiting: Iterable<Waiting>): readonly string[] =>
  [...waiting].map((entry) => fileIdOf(entry.body.caseId));

/** Takes in other pages than those shown so far: every case is looked at anew, none of the old ones stays. */
export const turnTo = async (shelf: Shelf, pages: Pages): Promise<void> => {
  shelf.pages = pages;
  shelf.gathering = undefined;
  shelf.caseload = createCaseload([]);
  shelf.indexRev = 0;
  const waited = filesOfChanges(shelf.waiting.values());
  const files = [...pages.directory.entries()].map(([id]) => id);
  const ids = new Set([COUNTY, ...files, ...waited]);
  for (const id of [...shelf.files.keys()]) if (!ids.has(id)) shelf.files.delete(id);
  derive(shelf, await pages.read([...ids]));
};

/** A waiting change bears another id from now on: what a form saw under a former one, it saw. */
export const rename = ({ renamed }: Shelf, before: string, after: string): void => {
  const name = renamed.get(before) ?? { now: after };
  name.now = after;
  renamed.set(before, name);
  renamed.set(after, name);
};

/** Takes own changes from the disk into memory, and tells the files that they touch or touched. */
export const takeOwn = async (
  shelf: Shelf,
  { facts, rows, last, grown }: Own,
): Promise<readonly string[]> => {
  const before = shelf.waiting;
  shelf.waiting = await openRows(shelf.key, rows, before);
  for (const [number, { body }] of shelf.waiting) {
    const known = before.get(number);
    // With other words it has grown in another tab: who saw it before has not seen those.
    if (known !== undefined && known.body.id !== body.id && isSameJson(known.body.set, body.set))
      rename(shelf, known.body.id, body.id);
  }
  shelf.facts = facts;
  shelf.last = last;
  shelf.grown = grown;
  return filesOfChanges([...before.values(), ...shelf.waiting.values()]);
};

/** Reads what another tab wrote: its pages, its waiting changes, and derives what they touch. */
export const refresh = async (shelf: Shelf, others: readonly string[] = []): Promise<void> => {
  const { database, key, pages } = shelf;
  const { rev, generation } = shelf.facts;
  pages.forgetTexts();
  shelf.gathering = undefined;
  // In one stroke: a page that is written between two looks would be passed over for ever.
  const { rows, present, own } = await database.transaction(
    'r',
    database.pages,
    database.changes,
    database.meta,
    async () => {
      const read = await readOwn(database);
      // Who writes or deletes a page counts it. What is gone leaves no row that would tell.
      if (read.facts.rev === rev) return { rows: [], present: [], own: read };
      return {
        rows: await database.pages.where('rev').above(rev).toArray(),
        present: await database.pages.toCollection().primaryKeys(),
        own: read,
      };
    },
  );
  const waited = await takeOwn(shelf, own);
  if (shelf.facts.generation !== generation) {
    const other = openPages(database, key, shelf.facts.generation);
    await other.learn(await database.pages.toArray());
    return turnTo(shelf, other);
  }
  const moved = shelf.facts.rev === rev ? [] : await pages.catchUp(rows, new Set(present));
  derive(shelf, await pages.read([...new Set([...moved, ...waited, ...others])]));
};

/** Keeps the list of cases sealed, so that the next unlock need not open every page. */
export const saveIndex = async (shelf: Shelf): Promise<void> => {
  const { facts, caseload, pages } = shelf;
  const { rev, generation } = facts;
  const index = { rev, generation, cases: caseload.list(), directory: pages.directory.entries() };
  await writeIndex(shelf.database, shelf.key, indexToTexts(index), rev);
  shelf.indexRev = rev;
};

/**
 * Takes in what a search looks through, after the list is shown. If it was not written with the list, every page is opened
 * and all is made anew.
 */
export const learnSearch = async (shelf: Shelf): Promise<void> => {
  const { unsearched } = shelf;
  if (unsearched === undefined) return;
  shelf.unsearched = undefined;
  const search = await readSearch(shelf.database, shelf.key);
  if (search !== undefined && unsearched.learnSearch(search)) shelf.caseload.renew();
  else await turnTo(shelf, shelf.pages);
};

/** Takes an open vault's tables into memory: the saved list, the pages it does not know yet, and what waits. */
export const openShelf = async (database: DeviceDatabase, key: CryptoKey, user: string): Promise<Shelf> => {
  const { pages: pagesTable, changes, meta, drafts: draftsTable } = database;
  const read = await database.transaction('r', changes, meta, draftsTable, () =>
    Promise.all([readOwn(database), listRows(database), draftsTable.toArray()]),
  );
  const [{ facts, rows, last, grown }, savedRows, draftRows] = read;
  const [saved, waiting, drafts] = await Promise.all([
    openList(key, savedRows),
    openRows(key, rows, new Map()),
    openDrafts(database, key, draftRows),
  ]);
  const index = saved?.generation === facts.generation ? saved : undefined;
  const indexRev = index?.rev ?? 0;
  const pages = openPages(database, key, facts.generation, index?.directory, indexRev);
  const shelf: Shelf = {
    ...{ database, key, user, pages, drafts, facts, waiting, last, grown, indexRev },
    gathering: undefined,
    successOnDisk: facts.lastSuccess,
    caseload: createCaseload(index?.cases ?? []),
    unsearched: index,
    files: new Map(),
    renamed: new Map(),
    left: new Map(),
    purged: [],
  };
  // No page is newer than the facts that were read: a list of the same revision knows them all.
  const isKnown = indexRev === facts.rev;
  const learned = isKnown ? [] : await pages.learn(await pagesTable.where('rev').above(indexRev).toArray());
  const waited = filesOfChanges(waiting.values());
  derive(shelf, await pages.read([...new Set([COUNTY, ...learned, ...waited])]));
  return shelf;
};
