// How somebody reads on this device: which language, how big the letters. Remembered here, before anything is unlocked.
import { languageByTag } from './languages.ts';

/** How big the letters are. */
export const textSizes = ['normal', 'large', 'huge'] as const;
export type TextSize = (typeof textSizes)[number];

/** In words, or in big pictures for those who do not read. */
export type Look = 'words' | 'pictures';

const lookPlace = 'plan-look';
const languagePlace = 'plan-language'; // public/language.js reads it before the first paint
const sizePlace = 'plan-text-size';

const remembered = (place: string): string | null => {
  try {
    return localStorage.getItem(place);
  } catch {
    return null; // storage is switched off
  }
};

const remember = (place: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(place);
    else localStorage.setItem(place, value);
  } catch {
    // storage is switched off: it holds until the page closes
  }
};

/** The language chosen on this phone, or null if nobody has chosen yet. */
export const chosenLanguage = (): string | null => {
  const tag = remembered(languagePlace);
  return tag !== null && languageByTag(tag) !== undefined ? tag : null;
};

export const rememberLanguage = (tag: string | null): void => {
  remember(languagePlace, tag);
};

export const chosenTextSize = (): TextSize =>
  textSizes.find((size) => size === remembered(sizePlace)) ?? 'normal';

export const rememberTextSize = (size: TextSize): void => {
  remember(sizePlace, size === 'normal' ? null : size);
};

export const chosenLook = (): Look => (remembered(lookPlace) === 'pictures' ? 'pictures' : 'words');

export const rememberLook = (look: Look): void => {
  remember(lookPlace, look === 'words' ? null : look);
};

/** Puts the size on the page: every measure of the look that is text hangs on it. */
export const sizePage = (root: HTMLElement, size: TextSize): void => {
  root.dataset['text'] = size;
};
