// What was pulled, sealed in pages of several case files each. A file is found by its case; the disk does not tell which.
import * as z from 'zod/mini';
import { ownRecordSchema, type VersionedRecord } from '#domain/record.ts';
import type { DeviceDatabase, PageRow } from './database.ts';
import { createDirectory, type Directory } from './directory.ts';
import { filesOfPage, textOfPage, type FileText, type PageTexts } from './page-text.ts';
import { sealLong, unseal, unsealLong } from './vault.ts';

/** The file of the records that belong to no case. */
export const COUNTY = 'county';
/** The file a record lies in: its case's, or the county's. */
export const fileIdOf = (caseId: string | null): string => caseId ?? COUNTY;

export type Records = ReadonlyMap<string, VersionedRecord>;

/** About how long a page's text is, in UTF-16 units: long enough to be written quickly, short enough to be rewritten often. */
const PAGE_LENGTH = 80_000;
/** How many opened pages are kept in memory, and how many files taken apart: who writes, writes in the same one again. */
const MOST_PAGES = 400;
const MOST_FILES = 12;
/** Up to this many files that change at once go to one young page; more of them are rewritten where they lie. */
const FEW = 64;
/** Beyond this many young pages their files go home, for so many homes at a time. */
const MOST_YOUNG = 24;
const MOST_HOMES = 48;
const place = (page: string): string => `pages|${page}|5`;
/**
 * Pages that an earlier program wrote (S15), none of them compressed: 3 with whole files on young pages, 2 without young
 * pages. They read the same, and are written anew as they change.
 */
const formerPlaces = (page: string): readonly string[] =>
  ['4', '3', '2'].map((form) => `pages|${page}|${form}`);

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
  /**
   * Prepares new texts of some files; null takes a file away.
   * @param before what was read of them: records that are still the same objects need not be written again
   * @param scrubbed the files of which no older text may stay anywhere
   */
  readonly rewrite: (
    files: ReadonlyMap<string, Records | null>,
    before: ReadonlyMap<string, Records>,
    rev: number,
    scrubbed: ReadonlySet<string>,
  ) => Promise<Rewrite>;
  /** Prepares the way home of files that lie on young pages; undefined while there are few. */
  readonly settle: (rev: number) => Promise<Rewrite | undefined>;
  /** Which file lies on which page: kept with the index of cases. */
  readonly directory: Pick<Directory, 'has' | 'entries'>;
  readonly forgetTexts: () => void;
  /**
   * Opens what another tab wrote since, and lets go of files that it took away: they lie on none of the pages that are
   * present. Tells which files may be others now.
   */
  readonly catchUp: (rows: readonly PageRow[], present: ReadonlySet<string>) => Promise<readonly string[]>;
};

const ownRecordsSchema = z.array(ownRecordSchema);
const recordsOf = (text: string): Records =>
  new Map(ownRecordsSchema.parse(JSON.parse(text)).map((record) => [record.id, record]));
const textOf = (records: Records): string => JSON.stringify([...records.values()]);
const wholeFile = (text: string): FileText => ({ text, home: undefined, isUnder: false });

/** A file's texts: where it lies whole, and the records that changed since. Either may be missing. */
type Layers = readonly (string | undefined)[];

const laidTogether = (layers: Layers): Records =>
  new Map(layers.flatMap((text) => (text === undefined ? [] : [...recordsOf(text)])));

/** Takes texts of files apart, and remembers the last ones as long as they say the same. */
const createReader = () => {
  const last = new Map<string, { readonly layers: Layers; readonly records: Records }>();
  return {
    read: (id: string, layers: Layers): Records => {
      const known = last.get(id);
      const isSame = known !== undefined && known.layers.every((text, index) => text === layers[index]);
      const read = isSame ? known : { layers, records: laidTogether(layers) };
      last.delete(id);
      last.set(id, read);
      const [oldest] = last.keys();
      if (last.size > MOST_FILES && oldest !== undefined) last.delete(oldest);
      return read.records;
    },
    forget: () => last.clear(),
  };
};

/** The reading a page belongs to, by its name: `g12-…`, or nothing for the first. */
const generationOf = (page: string): string => /^g\d+-/.exec(page)?.[0] ?? '';

/**
 * Opens the pages of a vault. Their texts were sealed by this program: they are trusted as they come.
 *
 * The records that change go to a young page together with what changed beside them: one small row is written, not one
 * for each page that was touched. The file stays whole where it was until they go home (`settle`). The directory names the
 * young page as long as there is one.
 * @param generation how the names of these pages begin: what another reading gathers beside them is not theirs
 * @param directory which file lies on which page: kept up to date from now on
 * @param knownRev the revision up to which that is true
 */
export const openPages = (
  database: DeviceDatabase,
  key: CryptoKey,
  generation: string,
  directory: Directory = createDirectory(),
  knownRev = 0,
): Pages => {
  const kept = new Map<string, PageTexts>();
  const reader = createReader();
  const revs = new Map<string, number>();
  let latest = knownRev;
  const young = `${generation}y`;
  const isYoung = (page: string): boolean => page.startsWith(young);
  const keepPage = (page: string, texts: PageTexts): void => {
    kept.delete(page);
    kept.set(page, texts);
    const [oldest] = kept.keys();
    if (kept.size > MOST_PAGES && oldest !== undefined) kept.delete(oldest);
  };
  const openRow = async ({ page, box }: PageRow): Promise<PageTexts> => {
    let opened = unsealLong(key, place(page), box);
    for (const former of formerPlaces(page)) opened = opened.catch(() => unseal(key, former, box));
    return filesOfPage(await opened);
  };

  const openOwn = async (rows: readonly PageRow[]) => {
    const own = rows.filter((row) => generationOf(row.page) === generation);
    const opened = await Promise.all(own.map(async (row) => ({ ...row, texts: await openRow(row) })));
    for (const { page, rev, texts } of opened) {
      revs.set(page, rev);
      latest = Math.max(latest, rev);
      for (const [id, { isUnder }] of texts) {
        if (isUnder) continue;
        const other = directory.get(id);
        if (other === undefined || (revs.get(other) ?? 0) <= rev) directory.set(id, page);
      }
      keepPage(page, texts);
    }
    return opened;
  };
  const learn = async (rows: readonly PageRow[]): Promise<readonly string[]> =>
    (await openOwn(rows)).flatMap(({ texts }) => [...texts.keys()]);

  const pagesOf = (fileIds: Iterable<string>): readonly string[] => [
    ...new Set([...fileIds].flatMap((id) => directory.get(id) ?? [])),
  ];
  const load = async (pages: readonly string[]): Promise<ReadonlyMap<string, PageTexts>> => {
    const missing = pages.filter((page) => !kept.has(page));
    const rows = missing.length === 0 ? [] : await database.pages.bulkGet([...missing]);
    const found = new Map<string, PageTexts>();
    for (const page of pages) {
      const texts = kept.get(page);
      if (texts !== undefined) found.set(page, texts);
    }
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
  const fileIn = (found: ReadonlyMap<string, PageTexts>, id: string): FileText | undefined =>
    found.get(directory.get(id) ?? '')?.get(id);
  /**
   * The pages of some files, and their homes. A file that is not where it lay was moved by another tab: what that tab
   * wrote is looked up.
   */
  const loadFor = async (fileIds: readonly string[]): Promise<ReadonlyMap<string, PageTexts>> => {
    const isMoved = (found: ReadonlyMap<string, PageTexts>, id: string): boolean =>
      directory.has(id) && fileIn(found, id) === undefined;
    let found = await load(pagesOf(fileIds));
    if (fileIds.some((id) => isMoved(found, id))) {
      await learn(await database.pages.where('rev').above(latest).toArray());
      found = await load(pagesOf(fileIds));
    }
    const homes = new Set(fileIds.flatMap((id) => fileIn(found, id)?.home ?? []));
    return homes.size === 0 ? found : new Map([...found, ...(await load([...homes]))]);
  };
  const layersOf = (found: ReadonlyMap<string, PageTexts>, id: string): Layers => {
    const file = fileIn(found, id);
    return [found.get(file?.home ?? '')?.get(id)?.text, file?.text];
  };

  /**
   * Takes pages apart that will be written anew: each keeps only the files that lie there by the directory, or whose
   * changed records lie on a young page.
   */
  const desk = (loaded: ReadonlyMap<string, PageTexts>, rev: number) => {
    const pages = new Map<string, Map<string, FileText>>();
    const placed = new Map<string, string>();
    let [filling, filled] = ['', Number.POSITIVE_INFINITY];
    const open = (page: string): Map<string, FileText> => {
      const opened = pages.get(page);
      if (opened !== undefined) return opened;
      const texts = new Map<string, FileText>();
      for (const [id, file] of loaded.get(page) ?? []) {
        const lies = placed.get(id) ?? directory.get(id);
        if (lies === page) texts.set(id, file);
        else if (lies !== undefined && isYoung(lies) && !isYoung(page))
          texts.set(id, { ...file, isUnder: true });
      }
      pages.set(page, texts);
      return texts;
    };
    const put = (page: string, id: string, file: FileText): void => {
      const lay = directory.get(id) ?? '';
      const under = pages.get(lay)?.get(id);
      if (file.home !== lay) pages.get(lay)?.delete(id);
      else if (under !== undefined) pages.get(lay)?.set(id, { ...under, isUnder: true });
      placed.set(id, page);
      open(page).set(id, file);
    };
    return {
      open,
      put,
      /** Puts a file on the page that is being filled. */
      fill: (id: string, text: string): void => {
        if (filled + text.length > PAGE_LENGTH) {
          [filling, filled] = [`${generation}${crypto.randomUUID()}`, 0];
        }
        filled += text.length;
        put(filling, id, wholeFile(text));
      },
      sealed: async (gone: readonly string[]): Promise<Rewrite> => {
        const written = [...pages].filter(([, texts]) => texts.size > 0);
        const emptied = [...pages].filter(([, texts]) => texts.size === 0).map(([page]) => page);
        const rows = await Promise.all(
          written.map(async ([page, texts]): Promise<PageRow> => ({
            page,
            rev,
            box: await sealLong(key, place(page), textOfPage(texts)),
          })),
        );
        const keep = (): void => {
          for (const [id, page] of placed) directory.set(id, page);
          for (const id of gone) directory.delete(id);
          for (const [page, texts] of written) {
            revs.set(page, rev);
            keepPage(page, texts);
          }
          for (const page of emptied) kept.delete(page);
          latest = Math.max(latest, rev);
        };
        return { rows, emptied, keep };
      },
    };
  };

  return {
    directory,
    forgetTexts: () => {
      kept.clear();
      reader.forget();
    },
    read: async (fileIds) => {
      const pages = await loadFor(fileIds);
      return new Map(fileIds.map((id): [string, Records] => [id, reader.read(id, layersOf(pages, id))]));
    },
    learn,
    catchUp: async (rows, present) => {
      const opened = await openOwn(rows);
      const texts = new Map(opened.map((row) => [row.page, row.texts]));
      const isGone = (id: string, page: string): boolean =>
        !present.has(page) || texts.get(page)?.has(id) === false;
      const gone = [...directory.entries()].filter(([id, page]) => isGone(id, page)).map(([id]) => id);
      for (const id of gone) directory.delete(id);
      return [...opened.flatMap((row) => [...row.texts.keys()]), ...gone];
    },
    rewrite: async (files, before, rev, scrubbed) => {
      const ids = [...files.keys()];
      const lying = await loadFor(ids);
      const { open, put, fill, sealed } = desk(lying, rev);
      const changing = ids.filter((id) => directory.has(id) && !isYoung(directory.get(id) ?? ''));
      const isFew = changing.length <= FEW;
      const youngPage = `${young}${crypto.randomUUID()}`;
      /** What differs from the file as it lies at home: what was changed earlier, and what is not the same any more. */
      const changedIn = (id: string, records: Records): string => {
        const file = fileIn(lying, id);
        const earlier: Records = file?.home === undefined ? new Map() : recordsOf(file.text);
        const known = before.get(id);
        const isChanged = ([recordId, record]: readonly [string, VersionedRecord]): boolean =>
          earlier.has(recordId) || known?.get(recordId) !== record;
        return textOf(new Map([...records].filter(isChanged)));
      };
      for (const [id, records] of files) {
        const page = directory.get(id);
        const home = fileIn(lying, id)?.home;
        if (records === null || scrubbed.has(id)) {
          if (page !== undefined) open(page).delete(id);
          if (home !== undefined) open(home).delete(id);
          if (records !== null) fill(id, textOf(records));
        } else if (page === undefined || (isYoung(page) && home === undefined)) fill(id, textOf(records));
        else if (isYoung(page)) put(page, id, { text: changedIn(id, records), home, isUnder: false });
        else if (isFew) put(youngPage, id, { text: changedIn(id, records), home: page, isUnder: false });
        else put(page, id, wholeFile(textOf(records)));
      }
      return sealed(ids.filter((id) => files.get(id) === null));
    },
    settle: async (rev) => {
      const pages = [...new Set([...directory.entries()].map(([, page]) => page))].filter(isYoung);
      if (pages.length <= MOST_YOUNG) return undefined;
      pages.sort((a, b) => (revs.get(a) ?? 0) - (revs.get(b) ?? 0));
      const lying = await load(pages);
      const homes = new Map<string, string[]>();
      const leaving: string[] = [];
      for (const page of pages) {
        if (homes.size >= MOST_HOMES) break;
        leaving.push(page);
        for (const [id, file] of lying.get(page) ?? []) {
          if (directory.get(id) !== page) continue;
          const home = file.home ?? `${generation}${crypto.randomUUID()}`;
          homes.set(home, [...(homes.get(home) ?? []), id]);
        }
      }
      const all = new Map([...(await load([...homes.keys()])), ...lying]);
      const { open, put, sealed } = desk(all, rev);
      for (const page of leaving) open(page);
      for (const [home, ids] of homes)
        for (const id of ids) put(home, id, wholeFile(textOf(laidTogether(layersOf(all, id)))));
      return sealed([]);
    },
  };
};
