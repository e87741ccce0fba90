// Where the list of cases lies on the disk: sealed, in two parts of several rows each. It is a cache and may be missing.
import { textToIndex, type IndexTexts, type OpenedIndex } from './case-index.ts';
import type { DeviceDatabase, MetaRow, Tables } from './database.ts';
import { INDEX, indexRows, readFacts } from './facts.ts';
import { sealLong, unsealLong, type Box } from './vault.ts';

type Part = keyof IndexTexts;
const place = (part: Part): string => `meta|${INDEX}-${part}|9`;

/** A row of more than 64 kB becomes a file of its own in Chromium, which takes several times as long to read. */
const MOST_BYTES = 60_000;

const rowsOfBox = (part: Part, box: Box): readonly MetaRow[] =>
  Array.from({ length: Math.ceil(box.length / MOST_BYTES) }, (_, number) => ({
    key: `${INDEX}-${part}-${String(number).padStart(4, '0')}`,
    value: box.slice(number * MOST_BYTES, (number + 1) * MOST_BYTES),
  }));

const boxOfRows = (rows: readonly MetaRow[]): Box => {
  const pieces = rows.flatMap(({ value }) => (value instanceof Uint8Array ? [value] : []));
  const box = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    box.set(piece, at);
    at += piece.length;
  }
  return box;
};

/** The rows of the first part, also inside a transaction. */
export const listRows = (tables: Tables): Promise<readonly MetaRow[]> => indexRows(tables, 'list').toArray();

/** Opens the list from its rows; undefined if there is none that can be read. */
export const openList = async (
  key: CryptoKey,
  rows: readonly MetaRow[],
): Promise<OpenedIndex | undefined> => {
  if (rows.length === 0) return undefined;
  try {
    return textToIndex(await unsealLong(key, place('list'), boxOfRows(rows)));
  } catch {
    // A damaged cache is no loss: every page is opened once and the list is made anew.
    return undefined;
  }
};

/** Reads what a search looks through; undefined if it cannot be read. */
export const readSearch = async (database: DeviceDatabase, key: CryptoKey): Promise<string | undefined> => {
  const rows = await indexRows(database, 'search').toArray();
  return unsealLong(key, place('search'), boxOfRows(rows)).catch(() => undefined);
};

/**
 * Writes both parts in one stroke; nothing if another tab has written pages that this one does not know: its list may name
 * what was let go of since.
 * @param rev as of which revision the list is true
 */
export const writeIndex = async (
  database: DeviceDatabase,
  key: CryptoKey,
  { list, search }: IndexTexts,
  rev: number,
): Promise<void> => {
  const [listBox, searchBox] = await Promise.all([
    sealLong(key, place('list'), list),
    sealLong(key, place('search'), search),
  ]);
  await database.transaction('rw', database.meta, async () => {
    if ((await readFacts(database)).rev !== rev) return;
    await indexRows(database).delete();
    await database.meta.bulkPut([...rowsOfBox('list', listBox), ...rowsOfBox('search', searchBox)]);
  });
};
