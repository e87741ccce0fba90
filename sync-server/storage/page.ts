// Where a page of a pull ends: the same for every database, or a device would see the difference.
import type { StoredRecord } from './storage.ts';

/**
 * Fills a page until `bytes` are reached (counted as the length of the text, as whoever asks for the next page counts).
 * It is never cut between two records of one position, so that a cursor is a position and nothing more.
 */
export const createPage = (bytes: number) => {
  const records: StoredRecord[] = [];
  let filled = 0;
  return {
    records,
    /** Takes the next record, or answers false: the page is full. */
    take: (record: StoredRecord): boolean => {
      if (filled >= bytes && records.at(-1)?.position !== record.position) return false;
      records.push(record);
      filled += record.json.length;
      return true;
    },
  };
};

/** A few records that have their place among many: gives out those that come before a position, each once. */
export const createFew = (few: readonly StoredRecord[]) => {
  let next = 0;
  return (position: number): readonly StoredRecord[] => {
    const start = next;
    while ((few[next]?.position ?? Infinity) <= position) next += 1;
    return few.slice(start, next);
  };
};
