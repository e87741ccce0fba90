// The languages Geleit speaks: locales/languages.json, read once and checked, plus the pseudo-language for developers.
import * as z from 'zod/mini';
import registry from '#locales/languages.json';

const languageSchema = z.strictObject({
  /** What staff call it, in German and in English. */
  name: z.string(),
  english: z.string(),
  /** What its speakers call it, in their own script. */
  endonym: z.string(),
  script: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  font: z.enum(['latin', 'arabic', 'cyrillic']),
  /** The tag that `Intl` and voices know it by. */
  intl: z.string(),
  /** Which native speaker has read the texts, and when; null: nobody has yet, and the screen says so. */
  review: z.nullable(z.strictObject({ by: z.string(), on: z.string() })),
  /** Every text of the program, or only these namespaces. */
  complete: z.union([z.literal('all'), z.array(z.string())]),
});

/** One language of the registry with its tag. */
export type Language = Readonly<z.infer<typeof languageSchema>> & { readonly tag: string };

/** Every language of the registry, in its order. */
export const languages: readonly Language[] = Object.entries(
  z.record(z.string(), languageSchema).parse(registry),
).map(([tag, language]) => ({ tag, ...language }));

/** German with accents, 40 % longer and from right to left: shows what breaks. Never offered to people. */
export const pseudoLanguage: Language = {
  tag: 'qps',
  name: 'Probe',
  english: 'Trial',
  endonym: 'Þŕöбé',
  script: 'Latn',
  dir: 'rtl',
  font: 'latin',
  intl: 'de-DE',
  review: { by: 'source language', on: '2026-11-22' },
  complete: 'all',
};

const byTag = new Map([...languages, pseudoLanguage].map((language) => [language.tag, language]));

/** The source language: whatever else is missing, German is there. */
export const sourceLanguage = 'de';

/** The language with this tag, or undefined if Geleit does not speak it. */
export const languageByTag = (tag: string): Language | undefined => byTag.get(tag);

/** The language with this tag, or German. */
export const languageOrGerman = (tag: string): Language => {
  const language = byTag.get(tag) ?? byTag.get(sourceLanguage);
  if (language === undefined) throw new Error('locales/languages.json has no German');
  return language;
};

/** The languages in which all texts of a namespace exist. */
export const languagesFor = (namespace: string): readonly Language[] =>
  languages.filter(({ complete }) => complete === 'all' || complete.includes(namespace));
