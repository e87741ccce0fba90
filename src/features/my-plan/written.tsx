// People's own words: in German unless they show otherwise, each finding its own direction.
import type { Words } from '#i18n/step-words.ts';

/** Words somebody wrote. */
export function Written({ children }: { readonly children: string }) {
  return (
    <bdi lang="de" dir="auto">
      {children}
    </bdi>
  );
}

/** Words that were said in her language, or written by somebody. */
export function Said({ words }: { readonly words: Words }) {
  return words.written ? <Written>{words.text}</Written> : words.text;
}
