// The place of an item in a list that several people arrange at once: a fractional key, so that no other item moves.

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digitAt = (key: string, index: number): number => Math.max(0, digits.indexOf(key[index] ?? '0'));

/** A key that sorts after `before` and before `after` (either may be missing: the start or the end of the list). */
export const orderBetween = (before?: string, after?: string): string => {
  let key = '';
  for (let index = 0; ; index += 1) {
    const low = digitAt(before ?? '', index);
    const isOpen = after === undefined || !after.startsWith(key);
    const high = isOpen ? digits.length : digitAt(after, index);
    if (high - low > 1) return key + (digits[Math.floor((low + high) / 2)] ?? 'V');
    key += digits[low] ?? '0';
    if (high - low === 1) after = undefined;
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
