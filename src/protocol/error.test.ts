// The detail of a fork: which of the changes sent need other ids.
import { expect, test } from 'vitest';
import { errorBodySchema, forkDetail, forkedNumbers } from './error.ts';

test('[S2] the numbers that a fork names are read again, and always fit', () => {
  const numbers = Array.from({ length: 50 }, (_, index) => Number.MAX_SAFE_INTEGER - index);
  const detail = forkDetail(numbers);
  expect(errorBodySchema.safeParse({ error: { type: 'fork', detail } }).success).toBe(true);
  expect(forkedNumbers(detail)).toEqual(numbers.slice(0, 10));
  expect(forkedNumbers(forkDetail([7]))).toEqual([7]);
});

test('a fork that names nothing, or what no number is, needs no other ids', () => {
  for (const detail of [undefined, '', 'changes/0/by', 'changes/']) expect(forkedNumbers(detail)).toEqual([]);
});
