// What was chosen on this device and has to be known before anybody unlocks it. Nothing about a person, ever.

/** `language` is read by public/language.js before the first paint. */
export type ChoicePlace = 'language' | 'theme' | 'county' | 'visits' | 'install-hint';

/** The choice, or null if nobody made one or storage is switched off. */
export const readChoice = (place: ChoicePlace): string | null => {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
};

/** Keeps a choice; null forgets it. */
export const keepChoice = (place: ChoicePlace, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(place);
    else localStorage.setItem(place, value);
  } catch {
    // storage is switched off: the choice holds until the page closes
  }
};
