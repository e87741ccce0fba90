// German and the person's language, one beside the other, each from its own edge.
import type { ReactNode } from 'react';
import { useSecondLanguage, type Saying } from '#i18n/react.tsx';
import type { Words } from '#i18n/step-words.ts';

/** German first, then the person's language; only German if she speaks it or Geleit does not know hers. */
export type Sayings = readonly [Saying<'plan'>, ...Saying<'plan'>[]];

/** The texts of the phone in both languages; null until they are loaded. */
export const useSayings = (tag: string): Sayings | null => {
  const own = useSecondLanguage(tag, 'plan');
  const german = useSecondLanguage('de', 'plan');
  if (own === null || german === null) return null;
  return own.language.tag === 'de' ? [german] : [german, own];
};

/** Words of somebody who wrote them in German, or of the program. */
export function Said({ words }: { readonly words: Words }) {
  return words.written ? (
    <bdi lang="de" dir="auto">
      {words.text}
    </bdi>
  ) : (
    words.text
  );
}

/** The same thing in each language. */
export function Both({
  sayings,
  say,
}: {
  readonly sayings: Sayings;
  readonly say: (saying: Saying<'plan'>) => ReactNode;
}) {
  return (
    <span className="g-plan-both">
      {sayings.map((saying) => (
        <span key={saying.language.tag} lang={saying.language.tag} dir={saying.language.dir}>
          {say(saying)}
        </span>
      ))}
    </span>
  );
}
