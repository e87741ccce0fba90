// The leaves that records are made of: small schemas that check and never change what somebody wrote.
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { isSoundText } from './json.ts';

const sound = z.refine<string>(isSoundText);
const makeText = (max: number) => z.string().check(z.maxLength(max), sound);
const texts = new Map<number, ReturnType<typeof makeText>>();

/**
 * Somebody's own words, at most so many UTF-16 units long. One schema serves all leaves of a length: every device makes
 * all of them before it shows its first line.
 */
export const textSchema = (max: number): ReturnType<typeof makeText> => {
  const text = texts.get(max) ?? makeText(max);
  texts.set(max, text);
  return text;
};

/** A key of a code list. Unknown ones are kept and shown as they are: a newer list may know them. */
export const codeSchema = z.string().check(z.regex(/^[A-Z0-9_]{1,40}$/));

/** Several keys of a code list as one leaf, in the order they were chosen. */
export const codesSchema = z.array(codeSchema).check(z.maxLength(100));

/** Several words of somebody's own as one leaf: tools, places. */
export const wordsSchema = z.array(textSchema(80)).check(z.maxLength(50));

/** Yes or no. Not asked is a leaf that is missing. */
export const flagSchema = z.boolean();

/** A whole number between two limits. */
export const wholeSchema = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

/** How long something takes, in minutes; at most a day. */
export const minutesSchema = wholeSchema(0, 1440);

/** Another record, or a user. */
export const referenceSchema = idSchema;

/** A language as a BCP-47 tag: 'de', 'kmr', 'fr-GN'. Unknown ones are kept. */
export const languageTagSchema = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));

/** A script as ISO 15924: 'Latn', 'Arab', 'Ethi'. */
export const scriptSchema = z.string().check(z.regex(/^[A-Z][a-z]{3}$/));
export const scriptsSchema = z.array(scriptSchema).check(z.maxLength(10));

/** A country as ISO 3166-1 alpha-2, or one of the codes for people without one (`country_special`). */
export const countrySchema = codeSchema;

/** A telephone number as it was told. */
export const phoneSchema = textSchema(40);

/** An address for mail; checked loosely, because a mistyped one is still what the person said. */
export const emailSchema = textSchema(160).check(z.refine((text) => /^[^\s@]+@[^\s@]+$/.test(text)));
