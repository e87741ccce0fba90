// What was pulled, sealed in pages of several case files each. A file is found by its case; the disk does not tell which.
import { z } from 'zod';
import { ownRecordSchema, type VersionedRecord } from '#domain/record.ts';
import type { DeviceDatabase, PageRow } from './database.ts';
import { seal, unseal } from './vault.ts';

/** The file of the records that belong to no case. */
export const COUNTY = 'county';
/** The file a record lies in: its case's, or the county's. */
export const fileIdOf = (caseId: string | null): string => caseId ?? COUNTY;

export type Records = ReadonlyMap<string, VersionedRecord>;
/** Case files as JSON texts by file id: a file that nobody looks at is never taken apart. */
type PageTexts = ReadonlyMap<string, string>;

/** About how long a page's text is, in UTF-16 units: long enough to be written quickly, short enough to be rewritten often. */
const PAGE_LENGTH = 40_000;
/** How many opened pages are kept in memory, and how many files taken apart: who writes, writes in the same one again. */
const MOST_PAGES = 400;
const MOST_FILES = 12;
const place = (page: string): string => `pages|${page}|2`;

/** What a change of some files writes and deletes; `keep` is called once it is on the disk. */
export type Rewrite = {
  readonly rows: readonly PageRow[];
  readonly emptied: readonly string[];
  readonly keep: () => void;
};

/** The pages of one open vault. */
export type Pages = {
  readonly read: (fileIds: readonly string[]) => Promise<ReadonlyMap<string, Records>>;
  /** Opens rows that this list does not know yet, and tells the files in them. */
  readonly learn: (rows: readonly PageRow[]) => Promise<readonly string[]>;
  /** Prepares new texts of some files; null takes a file away. */
  readonly rewrite: (files: ReadonlyMap<string, Records | null>, rev: number) => Promise<Rewrite>;
  /** Which file lies on which page: kept with the index of cases. */
  readonly directory: ReadonlyMap<string, string>;
  readonly forgetTexts: () => void;
};

const textOfPage = (files: PageTexts): string => [...files].map(([id, text]) => `${id}\t${text}`).join('\n');

const filesOfPage = (text: string): Map<string, string> =>
  new Map(
    text.split('\n').map((line): [string, string] => {
      const cut = line.indexOf('\t');
      return [line.slice(0, cut), line.slice(cut + 1)];
    }),
  );

const ownRecordsSchema = z.array(ownRecordSchema);
const recordsOf = (text: string | undefined): Records => {
  const records = text === undefined ? [] : ownRecordsSchema.parse(JSON.parse(text));
  return new Map(records.map((record) => [record.id, record]));
};

/** Takes texts of files apart, and remembers the last ones as long as they say the same. */
const createReader = () => {
  const last = new Map<string, { readonly text: string | undefined; readonly records: Records }>();
  return {
    read: (id: string, text: string | undefined): Records => {
      const known = last.get(id);
      const file = known !== undefined && known.text === text ? known : { text, records: recordsOf(text) };
      last.delete(id);
      last.set(id, file);
      const [oldest] = last.keys();
      if (last.size > MOST_FILES && oldest !== undefined) last.delete(oldest);
      return file.records;
    },
    forget: () => last.clear(),
  };
};

/**
 * Opens the pages of a vault. Their texts were sealed by this program: they are trusted as they come.
 * @param generation how the names of these pages begin: what another reading gathers beside them is not theirs
 * @param known which file lies on which page
 */
export const openPages = (
  database: DeviceDatabase,
  key: CryptoKey,
  generation: string,
  known: ReadonlyMap<string, string> = new Map(),
): Pages => {
  const directory = new Map(known);
  const kept = new Map<string, PageTexts>();
  const reader = createReader();
  const keepPage = (page: string, texts: PageTexts): void => {
    kept.delete(page);
    kept.set(page, texts);
    const [oldest] = kept.keys();
    if (kept.size > MOST_PAGES && oldest !== undefined) kept.delete(oldest);
  };
  const openRow = async (row: PageRow): Promise<PageTexts> =>
    filesOfPage(await unseal(key, place(row.page), row.box));

  const pagesOf = (fileIds: Iterable<string>): readonly string[] => [
    ...new Set([...fileIds].flatMap((id) => directory.get(id) ?? [])),
  ];
  const load = async (pages: readonly string[]): Promise<ReadonlyMap<string, PageTexts>> => {
    const missing = pages.filter((page) => !kept.has(page));
    const rows = missing.length === 0 ? [] : await database.pages.bulkGet([...missing]);
    const found = new Map<string, PageTexts>();
    for (const page of pages) found.set(page, kept.get(page) ?? new Map());
    await Promise.all(
      rows.map(async (row) => {
        if (row === undefined) return;
        const texts = await openRow(row);
        found.set(row.page, texts);
        keepPage(row.page, texts);
      }),
    );
    return found;
  };

  return {
    directory,
    forgetTexts: () => {
      kept.clear();
      reader.forget();
    },
    read: async (fileIds) => {
      const pages = await load(pagesOf(fileIds));
      return new Map(
        fileIds.map((id): [string, Records] => [
          id,
          reader.read(id, pages.get(directory.get(id) ?? '')?.get(id)),
        ]),
      );
    },
    learn: async (rows) => {
      const own = rows.filter((row) => row.page.startsWith(generation));
      const opened = await Promise.all(
        own.map(async (row): Promise<[string, PageTexts]> => [row.page, await openRow(row)]),
      );
      for (const [page, texts] of opened) {
        for (const id of texts.keys()) directory.set(id, page);
        keepPage(page, texts);
      }
      return opened.flatMap(([, texts]) => [...texts.keys()]);
    },
    rewrite: async (files, rev) => {
      const pages = new Map<string, Map<string, string>>();
      for (const [page, texts] of await load(pagesOf(files.keys()))) pages.set(page, new Map(texts));
      const placed = new Map<string, string>();
      let filling: { readonly page: string; length: number } | undefined;
      for (const [id, records] of files) {
        const page = directory.get(id);
        if (records === null) {
          if (page !== undefined) pages.get(page)?.delete(id);
          continue;
        }
        const text = JSON.stringify([...records.values()]);
        if (page !== undefined) {
          pages.get(page)?.set(id, text);
          continue;
        }
        if (filling === undefined || filling.length + text.length > PAGE_LENGTH) {
          filling = { page: `${generation}${crypto.randomUUID()}`, length: 0 };
          pages.set(filling.page, new Map());
        }
        filling.length += text.length;
        pages.get(filling.page)?.set(id, text);
        placed.set(id, filling.page);
      }
      const written = [...pages].filter(([, texts]) => texts.size > 0);
      const emptied = [...pages].filter(([, texts]) => texts.size === 0).map(([page]) => page);
      const rows = await Promise.all(
        written.map(async ([page, texts]): Promise<PageRow> => ({
          page,
          rev,
          box: await seal(key, place(page), textOfPage(texts)),
        })),
      );
      const keep = (): void => {
        for (const [id, page] of placed) directory.set(id, page);
        for (const [id, records] of files) if (records === null) directory.delete(id);
        for (const [page, texts] of written) keepPage(page, texts);
        for (const page of emptied) kept.delete(page);
      };
      return { rows, emptied, keep };
    },
  };
};
