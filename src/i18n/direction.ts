// Tells the page its language and the side it begins at.
import { pseudoLanguage, sourceLanguage, type Language } from './languages.ts';

/** Sets `lang` and `dir` on <html>: before the first paint, and whenever the language changes. */
export const pointPage = (root: HTMLElement, { tag, dir }: Language): void => {
  root.lang = tag === pseudoLanguage.tag ? sourceLanguage : tag; // readers and fonts know no pseudo-language
  root.dir = dir;
};
