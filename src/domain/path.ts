// Where a value stands in a record: `field`, `map/item/field`, `map/item/gone`, or `gone` for the whole record.
import { z } from 'zod';

/** A path always names a leaf; a map or an item is never set whole. */
export const pathSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}(\/[A-Za-z0-9][A-Za-z0-9_-]{0,63}\/[a-z][A-Za-z0-9]{0,39})?$/);

export type PathParts = { readonly field: string; readonly map?: string; readonly item?: string };

/** Takes a path apart; `map` and `item` are missing for a field of the record itself. */
export const partsOfPath = (path: string): PathParts => {
  const [first = '', item, field] = path.split('/');
  return item === undefined || field === undefined ? { field: first } : { map: first, item, field };
};

/** The path of a leaf in an item of a map. */
export const itemPath = (map: string, item: string, field: string): string => `${map}/${item}/${field}`;

/** The path that says whether the thing a leaf belongs to is deleted: the item's, or the record's. */
export const gonePathOf = (path: string): string => {
  const { map, item } = partsOfPath(path);
  return map === undefined || item === undefined ? 'gone' : itemPath(map, item, 'gone');
};

/** Whether a path says that something is deleted. */
export const isGonePath = (path: string): boolean => path === 'gone' || path.endsWith('/gone');
