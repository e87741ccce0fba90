// Languages as BCP-47 tags: those the program can speak, and those people speak. Their names come from i18n.

/** The languages a person may choose for her plan and her letters, most wanted first (§6.1). */
export const appLanguages: readonly string[] = [
  ...['de', 'en', 'fr', 'ar', 'fa', 'prs', 'ps', 'kmr', 'ckb', 'tr'],
  ...['ti', 'so', 'uk', 'ru', 'sq', 'ka', 'es', 'vi'],
];

/** First and further languages to choose from. What is missing can still be stored: a tag is checked by its shape. */
export const spokenLanguages: readonly string[] = [
  ...appLanguages,
  ...['am', 'az', 'bal', 'be', 'bg', 'bm', 'bn', 'bs', 'ff', 'el', 'ha', 'haz', 'hi', 'hr', 'hy', 'ig', 'it'],
  ...['lki', 'ln', 'mk', 'mn', 'nl', 'om', 'pa', 'pl', 'pt', 'rmy', 'rom', 'ro', 'sr', 'sdh', 'sus', 'sw'],
  ...['ta', 'tg', 'th', 'tk', 'tig', 'ur', 'uz', 'wo', 'yo', 'zh', 'zza'],
];
