// Reads single leaves of a record without building its document: for lists over thousands of cases.
import type { Json } from './json.ts';
import type { VersionedRecord } from './record.ts';

/** The leaves of one item of a map. */
export type ItemLeaves = { readonly [field: string]: Json };

/** A text leaf; null if it is missing, emptied, blank or no text. */
export const textAt = (
  leaves: { readonly [path: string]: Json } | undefined,
  path: string,
): string | null => {
  const value = leaves?.[path];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Whether a leaf says something. `false` and 0 say something; an empty list and a blank text do not. */
export const isFilled = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The living items of every map of a record, by map and id. */
export const itemsByMap = (record: VersionedRecord): ReadonlyMap<string, ReadonlyMap<string, ItemLeaves>> => {
  const maps = new Map<string, Map<string, { [field: string]: Json }>>();
  const itemsOf = (map: string): Map<string, { [field: string]: Json }> => {
    const known = maps.get(map);
    if (known !== undefined) return known;
    const items = new Map<string, { [field: string]: Json }>();
    maps.set(map, items);
    return items;
  };
  for (const [path, value] of Object.entries(record.values)) {
    const first = path.indexOf('/');
    if (first < 0 || value === null) continue;
    const last = path.indexOf('/', first + 1);
    if (last < 0) continue;
    const items = itemsOf(path.slice(0, first));
    const id = path.slice(first + 1, last);
    const item = items.get(id);
    if (item === undefined) items.set(id, { [path.slice(last + 1)]: value });
    else item[path.slice(last + 1)] = value;
  }
  for (const items of maps.values()) {
    for (const [id, item] of items) if (item['gone'] === true) items.delete(id);
  }
  return maps;
};

/** The items of one map in the order they were put in; the same as `inOrder` over the document. */
export const orderedItems = (
  maps: ReadonlyMap<string, ReadonlyMap<string, ItemLeaves>>,
  map: string,
): readonly (readonly [string, ItemLeaves])[] => {
  const items = maps.get(map);
  if (items === undefined) return [];
  const key = (item: ItemLeaves): string => textAt(item, 'order') ?? '';
  return [...items].sort(([idA, a], [idB, b]) => {
    if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1;
    return idA < idB ? -1 : 1;
  });
};
