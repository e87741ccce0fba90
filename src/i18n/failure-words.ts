// Every foreseen failure as a sentence: its type is a key in errors.json, and a new type shows the general sentence.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sourceLanguage } from './languages.ts';

/** Gives the sentence of a failure's type, for example of `storage-full`; of a refusal with `refusal.` before it. */
export const useFailureWords = (): ((type: string) => string) => {
  const { i18n } = useTranslation(['errors']);
  const tag = i18n.language;
  return useCallback(
    (type) => {
      for (const key of [type, 'unknown']) {
        for (const language of [tag, sourceLanguage]) {
          const words: unknown = i18n.getResource(language, 'errors', key);
          if (typeof words === 'string') return words;
        }
      }
      return type;
    },
    [i18n, tag],
  );
};
