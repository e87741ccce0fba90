// One i18next over a set of text files that are fetched language by language, namespace by namespace.
import { createInstance, type i18n, type ReadCallback } from 'i18next';
import { pseudoLanguage, sourceLanguage } from './languages.ts';
import { pseudoTexts, type Texts } from './pseudo.ts';

/** `/locales/ar/plan.json` → what fetches it; made by `import.meta.glob`, so that a build carries only what it names. */
export type TextFiles = Readonly<Record<string, () => Promise<Texts>>>;

/** In which language to begin, and which namespaces to have ready before anything is drawn. */
export type TextWish = { readonly language: string; readonly namespaces: readonly string[] };

const readFrom =
  (files: TextFiles) =>
  async (language: string, namespace: string): Promise<Texts> => {
    const pseudo = language === pseudoLanguage.tag;
    const file = files[`/locales/${pseudo ? sourceLanguage : language}/${namespace}.json`];
    if (file === undefined && language === sourceLanguage)
      throw new Error(`this program carries no texts called ${namespace}`);
    if (file === undefined) return {}; // German steps in
    const texts = await file();
    return pseudo ? pseudoTexts(texts) : texts;
  };

/** An i18next with everything asked for already loaded. German steps in where a language lacks a text. */
export const createI18nOver = async (files: TextFiles, { language, namespaces }: TextWish): Promise<i18n> => {
  const read = readFrom(files);
  const instance = createInstance();
  await instance
    .use({
      type: 'backend',
      init: () => undefined,
      read: (tag: string, namespace: string, done: ReadCallback) => {
        read(tag, namespace).then(
          (texts) => {
            done(null, texts);
          },
          (error: unknown) => {
            done(error instanceof Error ? error : String(error), false);
          },
        );
      },
    })
    .init({
      lng: language,
      fallbackLng: sourceLanguage,
      load: 'currentOnly',
      ns: [...namespaces, 'dates'],
      interpolation: { escapeValue: false },
    });
  return instance;
};
