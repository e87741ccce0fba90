// Which language: each in its own script, no flags.
import { languagesFor, type Language } from '#i18n/languages.ts';
import { useSaying } from '#i18n/react.tsx';
import { PlanHead } from '#ui/bottom-bar.tsx';
import { iconCheck, iconLanguage } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';

/** The caseworker's guess and the phone's own languages first, then the order of the registry. */
export const inLikelyOrder = (
  languages: readonly Language[],
  likely: readonly string[],
): readonly Language[] => {
  const rank = ({ tag }: Language): number => {
    const index = likely.findIndex((guess) => guess.toLowerCase().split('-')[0] === tag);
    return index === -1 ? likely.length : index;
  };
  return [...languages].sort((one, other) => rank(one) - rank(other));
};

type LanguageScreenProps = {
  /** Tags that are likely: the plan's, the phone's. */
  readonly likely: readonly string[];
  /** The one chosen before, if any. */
  readonly chosen: string | null;
  readonly onChoose: (tag: string) => void;
};

/** One button a language, 64 high. */
export function LanguageScreen({ likely, chosen, onChoose }: LanguageScreenProps) {
  const { t } = useSaying('plan');
  return (
    <>
      <PlanHead
        title={
          <span className="p-language-title">
            <Icon icon={iconLanguage} size={30} />
            {t('language.title')}
          </span>
        }
      />
      <ul className="p-languages" aria-label={t('language.label')}>
        {inLikelyOrder(languagesFor('plan'), likely).map(({ tag, dir, endonym }) => (
          <li key={tag}>
            <button
              type="button"
              lang={tag}
              dir={dir}
              aria-pressed={tag === chosen}
              onClick={() => {
                onChoose(tag);
              }}
            >
              <span>{endonym}</span>
              {tag === chosen && <Icon icon={iconCheck} size={26} heavy />}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
