// Compression: every text comes back as it was, small where it repeats itself, and damage is noticed.
import { describe, expect, test } from 'vitest';
import { createChance } from '#tests/sync/chance.ts';
import { compressText, decompressText } from './compression.ts';

const chance = createChance(4);
const words = [
  '"values":{',
  '"needs":"',
  'Kurs',
  ' mit ',
  'Ω',
  'محمد',
  '🪡',
  '\n',
  'a'.repeat(300),
  '{"id":"',
];
const textOf = (parts: number): string =>
  Array.from({ length: parts }, () =>
    chance.happens(0.3)
      ? String.fromCharCode(32 + chance.under(0xd000))
      : (chance.pick(words) ?? '').slice(0, 1 + chance.under(300)),
  )
    .join('')
    .toWellFormed();

describe('a text comes back as it was', () => {
  test.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['a short text', 'Kommt mit der Schwester.'],
    ['one letter many times', 'a'.repeat(100_000)],
    ['a group that grows out of itself', 'ab'.repeat(5_000)],
    ['letters of two, three and four bytes', 'Hêvîn محمد ሰምሃር 🪡'.repeat(500)],
    ['more than a match may reach back', `${'x'.repeat(70)}${textOf(4_000)}${'x'.repeat(70)}`],
  ])('%s', (_, text) => {
    expect(decompressText(compressText(text))).toBe(text);
  });

  test('of any length, one after the other', () => {
    for (let turn = 0; turn < 400; turn += 1) {
      const text = textOf(chance.under(200));
      expect(decompressText(compressText(text))).toBe(text);
    }
  });

  test('around every length at which the format writes another byte', () => {
    for (let length = 0; length < 600; length += 1) {
      const literals = Array.from({ length }, () => String.fromCharCode(33 + chance.under(90))).join('');
      const text = `${literals}${'-'.repeat(length)}${literals}`;
      expect(decompressText(compressText(text))).toBe(text);
    }
  });
});

test('what repeats itself becomes small', () => {
  const record = (number: number): string =>
    JSON.stringify({
      id: `person-case-${number}`,
      values: { needs: 'Kurs am Abend', strengths: 'geduldig' },
    });
  const text = Array.from({ length: 400 }, (_, number) => record(number)).join('\n');
  expect(compressText(text).length).toBeLessThan(text.length / 4);
});

test('the block is that of the format: a reader of LZ4 finds the text', () => {
  // 'abcdabcdabcdabcdabcd!?!?!' is four letters, a match of sixteen reaching back four, and what is left.
  const block = compressText('abcdabcdabcdabcdabcd!?!?!').slice(4);
  expect([...block]).toEqual([0x4c, ...Buffer.from('abcd'), 4, 0, 0x50, ...Buffer.from('!?!?!')]);
});

// That a box is whole is known before it is taken apart (AES-GCM): this is for what nobody thought of.
test('damaged bytes give some text or an error that is known, and nothing else', () => {
  const whole = compressText(textOf(300));
  for (let turn = 0; turn < 2_000; turn += 1) {
    const bytes = whole.slice(0, chance.happens(0.3) ? chance.under(whole.length) : whole.length);
    const at = chance.under(bytes.length);
    if (bytes.length > 0) bytes[at] = chance.under(256);
    const outcome = ((): unknown => {
      try {
        return decompressText(bytes);
      } catch (error) {
        return error;
      }
    })();
    const isKnown =
      typeof outcome === 'string' || outcome instanceof RangeError || outcome instanceof TypeError;
    expect(isKnown).toBe(true);
  }
});
