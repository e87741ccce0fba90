// Where a value stands in a record: `field`, `map/item/field`, `map/item/gone`, or `gone` for the whole record.
import * as z from 'zod/mini';

/** A path always names a leaf; a map or an item is never set whole. */
const pathPattern = /^[a-z][A-Za-z0-9]{0,39}(\/[A-Za-z0-9][A-Za-z0-9_-]{0,63}\/[a-z][A-Za-z0-9]{0,39})?$/;
export const pathSchema = z.string().check(z.regex(pathPattern));

/** Whether a text is a path; quicker than the schema where there are thousands. */
export const isPath = (text: string): boolean => pathPattern.test(text);

export type PathParts = { readonly field: string; readonly map?: string; readonly item?: string };

/** Takes a path apart; `map` and `item` are missing for a field of the record itself. */
export const partsOfPath = (path: string): PathParts => {
  const cut = path.indexOf('/');
  if (cut < 0) return { field: path };
  const second = path.indexOf('/', cut + 1);
  if (second < 0) return { field: path.slice(0, cut) };
  return { map: path.slice(0, cut), item: path.slice(cut + 1, second), field: path.slice(second + 1) };
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
