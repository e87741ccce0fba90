// Spoils a message that would be right: something else, something more, or nothing, at up to three of its places.
import fc from 'fast-check';
import { isPlainObject } from '#domain/json.ts';
import { keys, nonsenseFor, one, type Names } from './crooked.ts';

/** How many places a message has: itself, and all that is in it. */
const placesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, part: unknown) => sum + placesIn(part), 1)
    : 1;

/** The message with something done at its place number `at`. Keys such as `__proto__` are kept as plain keys. */
const doneAt = (message: unknown, at: number, deed: (value: unknown) => unknown): unknown => {
  let left = at;
  const walk = (value: unknown): unknown => {
    left -= 1;
    if (left < 0 && left >= -1) return deed(value);
    if (Array.isArray(value)) return value.map(walk);
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
  };
  return walk(message);
};

const withEntry = (value: unknown, key: string, more: unknown): unknown => {
  if (Array.isArray(value)) return value.concat([more]);
  return isPlainObject(value) ? Object.fromEntries([...Object.entries(value), [key, more]]) : more;
};

const without = (value: unknown, index: number): unknown => {
  if (Array.isArray(value)) return value.filter((_, place) => place !== index % value.length);
  if (!isPlainObject(value)) return null;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.filter((_, place) => place !== index % entries.length));
};

/** Changes a message in up to three places; every second one stays as it is. */
export const spoilt = (message: fc.Arbitrary<unknown>, names: Names): fc.Arbitrary<unknown> => {
  const deed = fc.record({
    at: fc.nat(),
    how: one(['instead', 'instead', 'besides', 'without', 'twice', 'wrapped'] as const),
    key: one(keys),
    nonsense: nonsenseFor(names),
  });
  const deeds = fc.oneof(fc.constant([]), fc.array(deed, { minLength: 1, maxLength: 3 }));
  return fc.tuple(message, deeds).map(([whole, each]) =>
    each.reduce((before: unknown, { at, how, key, nonsense }) => {
      const change = (value: unknown): unknown => {
        if (how === 'instead') return nonsense;
        if (how === 'besides') return withEntry(value, key, nonsense);
        if (how === 'without') return without(value, at);
        return how === 'twice' ? [value, value] : { [key]: value };
      };
      return doneAt(before, at % placesIn(before), change);
    }, whole),
  );
};
