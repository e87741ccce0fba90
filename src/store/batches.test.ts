// Parting what waits into requests: nothing is left out, nothing changes its place, no deed is torn.
import { expect, test } from 'vitest';
import { batchesOf } from './batches.ts';
import type { Waiting } from './waiting.ts';

const entry = (number: number, deed: string, length: number): Waiting => ({
  ...{ number, rev: 0, seq: null, acceptedAt: null, refusal: null },
  body: {
    ...{ id: `change-${number}`, deed, caseId: null, kind: 'partner', recordId: 'partner-1', base: {} },
    ...{ set: { name: 'x'.repeat(length) }, by: 'user-1', at: '2026-11-26T08:00:00.000Z' },
  },
});
const deeds = (count: number, length: number): readonly Waiting[] =>
  Array.from({ length: count * 2 }, (_, index) => entry(index + 1, `deed-${index >> 1}`, length));
const numbers = (batches: readonly (readonly Waiting[])[]): readonly (readonly number[])[] =>
  batches.map((batch) => batch.map(({ number }) => number));

test('what goes in one request goes in one', () => {
  expect(numbers(batchesOf(deeds(5, 100), 1000, 1_000_000))).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
  expect(batchesOf([], 1000, 1_000_000)).toEqual([]);
});

test('what is a little too much for one request is shared out evenly, and no deed is torn', () => {
  const batches = batchesOf(deeds(10, 1000), 1000, 20_000);
  const sizes = batches.map(({ length }) => length);
  expect(numbers(batches).flat()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(4);
  for (const batch of batches) {
    expect(JSON.stringify(batch.map(({ body }) => body)).length).toBeLessThan(20_500);
    expect(batch.length % 2).toBe(0);
  }
});

test('no batch holds more changes than it may, and a deed that is too long goes alone', () => {
  expect(numbers(batchesOf(deeds(3, 10), 4, 1_000_000))).toEqual([
    [1, 2, 3, 4],
    [5, 6],
  ]);
  const long = [entry(1, 'a', 10), entry(2, 'b', 5000), entry(3, 'c', 10)];
  expect(numbers(batchesOf(long, 1000, 1000))).toEqual([[1], [2], [3]]);
});
