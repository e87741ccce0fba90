// How a text is compared when somebody searches: without case, accents, letter variants and other digits.

const letters = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    þ: 'th',
    ı: 'i',
    ə: 'e',
    // Arabic script: one letter for the variants that keyboards and offices mix.
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ۍ: 'ي',
    ئ: 'ي',
    ؤ: 'و',
    ۆ: 'و',
    ک: 'ك',
    ګ: 'ك',
    گ: 'ك',
    ة: 'ه',
    ە: 'ه',
    ۀ: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ۃ: 'ه',
  }),
);

const variant = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');
/** Accents, vowel signs, the stretch mark, and the marks that only steer direction or joining. */
const silent = /[\p{M}\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069'’ʼʻʿʾ`´]/gu;
const otherDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;
const simple = /^[\x20-\x7E]*$/;

/** Folds a text for search: 'Groß' as 'gross', 'Hêvîn' as 'hevin', 'محمّد' as 'محمد', '٣' as '3'. */
export const foldText = (text: string): string => {
  const lower = text.toLowerCase();
  // Nearly every text: nothing in it has variants, marks or other digits.
  if (simple.test(lower))
    return lower
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return lower
    .replace(variant, (letter) => letters.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(silent, '')
    .replace(variant, (letter) => letters.get(letter) ?? letter)
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
};

/** The digits of a telephone or file number alone. */
export const foldDigits = (text: string): string => foldText(text).replace(/\D+/g, '');

/** The words of a query, folded once for a whole list. */
export const queryWords = (query: string): readonly string[] => foldText(query).split(' ').filter(Boolean);

/** Whether every word of a query stands somewhere in a folded text. */
export const isFound = (search: string, words: readonly string[]): boolean =>
  words.every((word) => search.includes(word));
