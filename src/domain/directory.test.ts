// The order of a directory: what a caseworker expects who looks a name up.
import { expect, test } from 'vitest';
import { compareInDirectory } from './directory.ts';

test('umlauts stand beside their vowels, numbers count, capitals do not', () => {
  const names = ['Zuhal', 'Äli', 'Lindenweg 10', 'ali', 'Lindenweg 2', 'Alo'];
  expect([...names].sort(compareInDirectory)).toEqual([
    'Äli',
    'ali',
    'Alo',
    'Lindenweg 2',
    'Lindenweg 10',
    'Zuhal',
  ]);
  expect(compareInDirectory('ali', 'Ali')).toBe(0);
});
