// What a caseworker types or pastes into a date.
import { describe, expect, test } from 'vitest';
import { textToDateParts, toFigures } from './date-parts.ts';

describe('a date pasted into one box', () => {
  test('a German date fills all three boxes', () => {
    expect(textToDateParts(' 15.12.2026 ')).toEqual({ day: '15', month: '12', year: '2026' });
  });

  test('month and year leave the day empty', () => {
    expect(textToDateParts('8/2025')).toEqual({ day: '', month: '8', year: '2025' });
    expect(textToDateParts('2025-08')).toEqual({ day: '', month: '08', year: '2025' });
  });

  test('a date from another program is understood', () => {
    expect(textToDateParts('2026-12-15')).toEqual({ day: '15', month: '12', year: '2026' });
  });

  test('a single number stays in its box', () => {
    expect(textToDateParts('15')).toBeUndefined();
    expect(textToDateParts('15.12.')).toBeUndefined();
  });
});

describe('figures', () => {
  test('letters fall away and the box is never longer than it may be', () => {
    expect(toFigures('1a5x7', 2)).toBe('15');
  });

  test('a person may type the figures of their own script', () => {
    expect(toFigures('١٥', 2)).toBe('15');
    expect(toFigures('۱۴۰۵', 4)).toBe('1405');
  });
});
