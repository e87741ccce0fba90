// Makes the pseudo-language out of German: accents, 40 % longer, from right to left. What then breaks would break in a real one.

/** The texts of one namespace: sentences, or groups of them. */
export type Texts = { readonly [key: string]: string | readonly string[] | Texts };

const accents = new Map(
  [...'aeiouncsrtlAEIOUNCSRTL'].map((letter, index) => [
    letter,
    [...'àéîöûñçšřţľÀÉÎÖÛÑÇŠŘŢĽ'][index] ?? letter,
  ]),
);
/** What is filled in later stays as it is: {{count}}, {date}, <strong>. */
const untouched = /(\{\{.*?\}\}|\{\w+\}|<[^>]+>)/;

/** "Mein Weg" → a longer sentence with marks at both ends, so that a cut is seen. */
export const pseudoSentence = (sentence: string): string => {
  const parts = sentence.split(untouched);
  const accented = parts.map((part) =>
    untouched.test(part) ? part : [...part].map((letter) => accents.get(letter) ?? letter).join(''),
  );
  const longer = '~'.repeat(Math.max(0, Math.ceil(sentence.length * 0.4) - 2));
  return `\u2067[${accented.join('')}${longer}]\u2069`;
};

/** Every sentence of a namespace. */
export const pseudoTexts = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]): [string, Texts[string]] => [key, pseudoValue(value)]),
  );

const isList = (value: readonly string[] | Texts): value is readonly string[] => Array.isArray(value);

const pseudoValue = (value: string | readonly string[] | Texts): string | readonly string[] | Texts => {
  if (typeof value === 'string') return pseudoSentence(value);
  return isList(value) ? value.map(pseudoSentence) : pseudoTexts(value);
};
