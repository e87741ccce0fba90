// Case files as they were pulled: one sealed page a case, one for the county. Forgetting a case is deleting one row.
import type { VersionedRecord } from '#domain/record.ts';
import type { DeviceDatabase, PageRow } from './database.ts';
import { seal, unseal } from './vault.ts';

/** The page of the records that belong to no case. */
export const COUNTY = 'county';
/** The page a record stands on. */
export const pageOf = (caseId: string | null): string => caseId ?? COUNTY;

export type Records = ReadonlyMap<string, VersionedRecord>;

/** How many opened pages are kept in memory. */
const MOST_PAGES = 60;
const place = (page: string): string => `pages|${page}|1`;

/** The pages of one open vault, the last used ones kept unsealed. */
export type Pages = {
  readonly read: (page: string) => Promise<Records>;
  readonly readMany: (pages: readonly string[]) => Promise<ReadonlyMap<string, Records>>;
  readonly open: (row: PageRow) => Promise<Records>;
  readonly sealed: (page: string, records: Records, rev: number) => Promise<PageRow>;
  readonly keep: (page: string, records: Records) => void;
  readonly forget: (page: string) => void;
  readonly forgetAll: () => void;
};

/** Opens the pages of a vault. Pages hold JSON that this program sealed itself: it is trusted as it comes. */
export const createPages = (database: DeviceDatabase, key: CryptoKey): Pages => {
  const kept = new Map<string, Records>();
  const keep = (page: string, records: Records): void => {
    kept.delete(page);
    kept.set(page, records);
    const [oldest] = kept.keys();
    if (kept.size > MOST_PAGES && oldest !== undefined) kept.delete(oldest);
  };
  const open = async (row: PageRow): Promise<Records> => {
    const records: VersionedRecord[] = JSON.parse(await unseal(key, place(row.page), row.box));
    return new Map(records.map((record) => [record.id, record]));
  };
  const readMany = async (pages: readonly string[]): Promise<ReadonlyMap<string, Records>> => {
    const found = new Map<string, Records>();
    const missing = pages.filter((page) => {
      const records = kept.get(page);
      if (records !== undefined) found.set(page, records);
      return records === undefined;
    });
    const rows = missing.length > 0 ? await database.pages.bulkGet(missing) : [];
    await Promise.all(
      missing.map(async (page, index) => {
        const row = rows[index];
        found.set(page, row === undefined ? new Map() : await open(row));
      }),
    );
    return found;
  };
  return {
    open,
    readMany,
    read: async (page) => {
      const records = (await readMany([page])).get(page) ?? new Map();
      keep(page, records);
      return records;
    },
    sealed: async (page, records, rev) => ({
      page,
      rev,
      box: await seal(key, place(page), JSON.stringify([...records.values()])),
    }),
    keep,
    forget: (page) => void kept.delete(page),
    forgetAll: () => kept.clear(),
  };
};
