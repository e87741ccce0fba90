// Folding for search: the quick way for plain letters says the same as the long one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldDigits, foldText, isFound, queryWords } from './fold.ts';

describe('a name is found', () => {
  test('whatever script, accents and digits somebody writes it with', () => {
    expect(foldText('Groß-Düngen')).toBe('gross dungen');
    expect(foldText('Hêvîn O’Brien')).toBe('hevin obrien');
    expect(foldText('محمّد ٣')).toBe('محمد 3');
    expect(foldDigits('+49 5171 / 401-22')).toBe('49517140122');
  });

  test('plain letters fold alike, alone and beside a name with accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(`${foldText(text)} ss`.trim()).toBe(foldText(`${text} ß`));
      }),
      { numRuns: 1000 },
    );
  });

  test('when every word of the query stands somewhere in it', () => {
    expect(isFound(foldText('Khalaf Nour Peine'), queryWords('PEINE nou'))).toBe(true);
    expect(isFound(foldText('Khalaf Nour Peine'), queryWords('Peine Nura'))).toBe(false);
  });
});
