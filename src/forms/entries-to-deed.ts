// What a save writes: from entries that are ready to the edits of one deed, with what a new record or a new item begins with.
import type { Edit } from '#domain/change.ts';
import { isSameJson } from '#domain/json.ts';
import { itemPath, partsOfPath } from '#domain/path.ts';
import { isContestedAt, type VersionedRecord } from '#domain/record.ts';
import type { Ready } from './entries.ts';

/**
 * What a new record begins with: leaves written along with the first touched one, further edits of the same deed, and the
 * beginning of the paths of which one must have a value before anything is written at all.
 */
export type Beginning = {
  readonly set: Edit['set'];
  readonly more?: readonly Edit[];
  readonly needs?: string;
};

/** A value that the record shows already is not written again, except to decide between two versions. */
export const isWorthWriting = (shown: VersionedRecord | undefined, { path, value }: Ready): boolean => {
  if (shown !== undefined && isContestedAt(shown, path)) return true;
  return !isSameJson(shown?.values[path] ?? null, value);
};

/** A new record may need something before it is worth being: a case without any name would be nobody's. */
export const isHeld = (beginning: Beginning | undefined, ready: readonly Ready[]): boolean => {
  const needs = beginning?.needs;
  return needs !== undefined && !ready.some(({ path, value }) => path.startsWith(needs) && value !== null);
};

/** The places of new items that a hand has touched, also where what was typed is still a draft: the item stays. */
export const ordersOf = (
  places: ReadonlyMap<string, string>,
  paths: readonly string[],
): Record<string, string> => {
  const orders: Record<string, string> = {};
  for (const path of paths) {
    const { map, item } = partsOfPath(path);
    const order = map === undefined || item === undefined ? undefined : places.get(`${map}/${item}`);
    if (map !== undefined && item !== undefined && order !== undefined)
      orders[itemPath(map, item, 'order')] = order;
  }
  return orders;
};

/** The edits of one deed. `beginning` only where the record is not there yet. */
export const deedOf = (
  record: Pick<Edit, 'caseId' | 'kind' | 'recordId'>,
  beginning: Beginning | undefined,
  ready: readonly Ready[],
  newOrders: Readonly<Record<string, string>>,
): Edit[] => {
  const values = Object.fromEntries(ready.map(({ path, value }) => [path, value]));
  const seen = Object.fromEntries(ready.map(({ path, entry }) => [path, entry.seen]));
  const set = { ...beginning?.set, ...values, ...newOrders };
  return [...(beginning?.more ?? []), { ...record, set, seen }];
};
