// What screens take hold of: texts, formats, the language, a second language beside it, and a voice.
import type { i18n, TFunction } from 'i18next';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { dateTableSchema } from './date-table.ts';
import { pointPage } from './direction.ts';
import { createFormat, type Format } from './format.ts';
import { languageOrGerman, sourceLanguage, type Language } from './languages.ts';
import { localVoice } from './speech.ts';
import type { TextNamespace } from './texts.d.ts';

type Spoken = { readonly i18n: i18n; readonly language: Language; readonly format: Format };

const SpokenContext = createContext<Spoken | null>(null);

const formatIn = (texts: i18n, language: Language): Format =>
  createFormat(language, dateTableSchema.parse(texts.getResourceBundle(language.tag, 'dates')));

const useSpoken = (): Spoken => {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error('no LanguageProvider above this screen');
  return spoken;
};

const listenTo = (texts: i18n, event: 'languageChanged' | 'loaded', told: () => void) => {
  texts.on(event, told);
  return () => {
    texts.off(event, told);
  };
};

/** Gives all screens below the texts and formats of the current language, and the page its `lang` and `dir`. */
export function LanguageProvider({ i18n, children }: { readonly i18n: i18n; readonly children: ReactNode }) {
  const subscribe = useCallback((told: () => void) => listenTo(i18n, 'languageChanged', told), [i18n]);
  const tag = useSyncExternalStore(subscribe, () => i18n.language);
  const spoken = useMemo(() => {
    const language = languageOrGerman(tag);
    return { i18n, language, format: formatIn(i18n, language) };
  }, [i18n, tag]);
  useEffect(() => {
    pointPage(document.documentElement, spoken.language);
  }, [spoken]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/** `t` for the keys of every namespace, and without a prefix for those of its own. */
export type Say<Own extends TextNamespace> = TFunction<readonly [Own, ...TextNamespace[]]>;

const useTextsOf = <Own extends TextNamespace>(namespace: Own): { readonly t: Say<Own> } => {
  const { i18n, language } = useSpoken();
  const isLoaded = useSyncExternalStore(
    useCallback((told: () => void) => listenTo(i18n, 'loaded', told), [i18n]),
    () => i18n.hasLoadedNamespace(namespace),
  );
  useEffect(() => {
    if (!isLoaded) void i18n.loadNamespaces(namespace);
  }, [i18n, isLoaded, namespace]);
  return useMemo(() => {
    const names: readonly [Own, ...TextNamespace[]] = [namespace];
    return { t: i18n.getFixedT(language.tag, names), isLoaded }; // with isLoaded: keys are said anew as words
  }, [i18n, isLoaded, language, namespace]);
};

/** The texts: `t('caseload:title')` everywhere; `t('title')` for the namespace asked for. */
export function useTexts(): { readonly t: Say<'app'> };
export function useTexts<Own extends TextNamespace>(namespace: Own): { readonly t: Say<Own> };
export function useTexts(namespace: TextNamespace = 'app'): object {
  return useTextsOf(namespace);
}

/** The name of a code in a list, or null if nobody has named it: then the code itself is shown and kept. */
export type CodeName = (list: string, code: string) => string | null;

const codeNamesIn =
  (texts: i18n, tag: string, namespace: TextNamespace): CodeName =>
  (list, code) => {
    for (const language of [tag, sourceLanguage]) {
      const name: unknown = texts.getResource(language, namespace, `${list}.${code}`);
      if (typeof name === 'string') return name;
    }
    return null;
  };

/** Names for codes that come out of records, so that no compiler can know them: `name('measure', 'INTK_ALLG')`. */
export const useCodeNames = (namespace: TextNamespace): CodeName => {
  const { i18n, language } = useSpoken();
  return useMemo(() => codeNamesIn(i18n, language.tag, namespace), [i18n, language, namespace]);
};

/** Dates, times, countries, lists in the current language. */
export const useFormat = (): Format => useSpoken().format;

/** The current language, and the way to another: its texts are loaded before anything changes on the screen. */
export const useLanguage = (): {
  readonly language: Language;
  readonly changeLanguage: (tag: string) => Promise<void>;
} => {
  const { i18n, language } = useSpoken();
  const changeLanguage = useCallback(
    async (tag: string) => {
      await i18n.changeLanguage(tag);
    },
    [i18n],
  );
  return { language, changeLanguage };
};

/** Everything a screen needs to say something in one certain language. */
export type Saying<Own extends TextNamespace> = {
  readonly t: TFunction<Own>;
  readonly codeName: CodeName;
  readonly format: Format;
  readonly language: Language;
};

/** Everything about one language of an i18next that has it loaded. */
export const sayingIn = <Own extends TextNamespace>(
  texts: i18n,
  language: Language,
  namespace: Own,
): Saying<Own> => ({
  t: texts.getFixedT(language.tag, namespace),
  codeName: codeNamesIn(texts, language.tag, namespace),
  format: formatIn(texts, language),
  language,
});

/** The current language, all in one: for what is said once in this and once in another language. */
export const useSaying = <Own extends TextNamespace>(namespace: Own): Saying<Own> => {
  const { i18n, language } = useSpoken();
  return useMemo(() => sayingIn(i18n, language, namespace), [i18n, language, namespace]);
};

/** The same in another language (a bilingual question, a print); null until its texts are here. */
export const useSecondLanguage = <Own extends TextNamespace>(
  tag: string,
  namespace: Own,
): Saying<Own> | null => {
  const { i18n } = useSpoken();
  const language = languageOrGerman(tag);
  // Whoever asks second is told at once that the language is on its way: only what has arrived counts.
  const isLoaded = useSyncExternalStore(
    useCallback((told: () => void) => listenTo(i18n, 'loaded', told), [i18n]),
    () => ['dates', namespace].every((name) => i18n.hasResourceBundle(language.tag, name)),
  );
  useEffect(() => {
    if (isLoaded) return;
    void i18n.loadLanguages(language.tag);
    void i18n.loadNamespaces(namespace);
  }, [i18n, isLoaded, language, namespace]);
  return useMemo(
    () => (isLoaded ? sayingIn(i18n, language, namespace) : null),
    [i18n, isLoaded, language, namespace],
  );
};

/** A voice of this device for a language, or undefined. Voices arrive late, or never. */
export const useLocalVoice = (intl: string): SpeechSynthesisVoice | undefined =>
  useSyncExternalStore(subscribeToVoices, () =>
    'speechSynthesis' in window ? localVoice(window.speechSynthesis.getVoices(), intl) : undefined,
  );

const subscribeToVoices = (told: () => void) => {
  if (!('speechSynthesis' in window)) return () => undefined;
  window.speechSynthesis.addEventListener('voiceschanged', told);
  return () => {
    window.speechSynthesis.removeEventListener('voiceschanged', told);
  };
};
