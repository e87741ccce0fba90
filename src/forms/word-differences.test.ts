// What is marked where two versions of a text stand side by side.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesFrom } from './word-differences.ts';

const marked = (text: string, other: string): string[] =>
  differencesFrom(text, other).flatMap((piece) => (piece.differs ? [piece.text] : []));

const here = 'Kita-Platz nur vormittags bis 12 Uhr. Kurs in Teilzeit suchen, möglichst in Ilserode.';
const there =
  'Kita-Platz ab Februar bis 14 Uhr. Kurs in Teilzeit suchen, möglichst in Ilserode. Busfahrkarte klären.';

test('a caseworker sees which words of hers the other version does not have, and the other way round', () => {
  expect(marked(here, there)).toEqual(['nur vormittags', '12']);
  expect(marked(there, here)).toEqual(['ab Februar', '14', 'Busfahrkarte klären.']);
});

test('equal texts have nothing marked, and of nothing all is marked', () => {
  expect(marked(here, here)).toEqual([]);
  expect(marked(here, '')).toEqual([here]);
  expect(differencesFrom('', here)).toEqual([]);
});

test('whatever stands in two versions, no letter of it is lost', () => {
  const text = fc
    .array(fc.constantFrom('Kita', 'Platz', ' ', '\n', 'bis', '12', 'کورس'))
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(
        differencesFrom(a, b)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(a);
    }),
    { seed: 20261122 },
  );
});

test('two very long texts are shown as they are', () => {
  const long = 'Wort '.repeat(2000);
  expect(differencesFrom(long, here)).toEqual([{ text: long, differs: false }]);
});
