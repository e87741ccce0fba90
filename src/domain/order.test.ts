// The order of a list that several people arrange: keys always find room between two others.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, orderBetween } from './order.ts';

/** Inserts a key at a place of a sorted list, as a screen does. */
const insertAt = (keys: string[], place: number): void => {
  keys.splice(place, 0, orderBetween(keys[place - 1], keys[place]));
};

const isStrictlySorted = (keys: readonly string[]): boolean =>
  keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);

describe('the place of a step in a plan', () => {
  test('a step always finds a place strictly between its neighbours, wherever it is put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (places) => {
        const keys: string[] = [];
        for (const place of places) insertAt(keys, place % (keys.length + 1));
        expect(isStrictlySorted(keys)).toBe(true);
      }),
    );
  });

  const habits: Record<string, (length: number) => number> = {
    'at the end': (length) => length,
    'at the start': () => 0,
    'always in front of the last one': (length) => Math.max(0, length - 1),
    'always after the first one': (length) => Math.min(1, length),
    'in the middle': (length) => Math.floor(length / 2),
  };
  test.each(Object.keys(habits))(
    'a thousand steps put %s keep their order and a key that may be stored',
    (habit) => {
      const keys: string[] = [];
      for (let count = 0; count < 1000; count += 1) insertAt(keys, habits[habit]?.(keys.length) ?? 0);
      expect(isStrictlySorted(keys)).toBe(true);
      expect(new Set(keys).size).toBe(1000);
      expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(250);
    },
  );

  test('two tablets that put different steps at the same place show them in the same order', () => {
    const key = orderBetween('V', 'W');
    const onOne = inOrder({ b: { order: key }, a: { order: key }, c: { order: 'V' } });
    const onOther = inOrder({ c: { order: 'V' }, a: { order: key }, b: { order: key } });
    expect(onOne.map(([id]) => id)).toEqual(['c', 'a', 'b']);
    expect(onOther).toEqual(onOne);
  });
});
