// The place of an item in a list that several people arrange at once: a fractional key, so that no other item moves.

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digitAt = (key: string, index: number): number => Math.max(0, digits.indexOf(key[index] ?? '0'));

/** Halfway; but one step at either end of the list, where people add most, so that keys stay short. */
const between = (low: number, high: number, before?: string, after?: string): number => {
  if (after === undefined && before !== undefined && low > 0) return low + 1;
  if (before === undefined && after !== undefined && high < digits.length) return high - 1;
  return Math.floor((low + high) / 2);
};

/** A key that sorts after `before` and before `after` (either may be missing: the start or the end of the list). */
export const orderBetween = (before?: string, after?: string): string => {
  let key = '';
  let upper = after;
  for (let index = 0; ; index += 1) {
    const low = digitAt(before ?? '', index);
    const high = upper?.startsWith(key) === true ? digitAt(upper, index) : digits.length;
    if (high - low > 1) return key + (digits[between(low, high, before, after)] ?? 'V');
    key += digits[low] ?? '0';
    if (high - low === 1) upper = undefined;
  }
};

/** Sorts the items of a map by their `order`, ties by their id: the same on every device. */
export const inOrder = <Item extends { readonly order?: string }>(
  items: Readonly<Record<string, Item>> | undefined,
): readonly (readonly [string, Item])[] =>
  Object.entries(items ?? {}).sort(([idA, a], [idB, b]) => {
    const [keyA, keyB] = [a.order ?? '', b.order ?? ''];
    if (keyA !== keyB) return keyA < keyB ? -1 : 1;
    return idA < idB ? -1 : 1;
  });
