// Tells the page its language and the side it begins at.
import type { Language } from './languages.ts';

/** Sets `lang` and `dir` on <html>: before the first paint, and whenever the language changes. */
export const pointPage = (root: HTMLElement, { tag, dir }: Language): void => {
  root.lang = tag;
  root.dir = dir;
};
