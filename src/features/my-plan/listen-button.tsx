// The voice: there only if this phone has a voice of its own for the language.
import { useCallback, useEffect, useState } from 'react';
import { useLanguage, useLocalVoice, useTexts } from '#i18n/react.tsx';
import { fallSilent, speak } from '#i18n/speech.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { iconPlayerStop, iconVolume } from '#ui/icon-paths.ts';

type ListenProps = {
  /** What is read, sentence by sentence. */
  readonly sentences: readonly (string | null)[];
  /** head: a word in the head of a page. filled: the same, loud. wide: over the whole card. small: only the glyph. */
  readonly look: 'head' | 'filled' | 'wide' | 'small';
};

/** Reads aloud, and stops when it is pressed again or the screen is left. */
export function ListenButton({ sentences, look }: ListenProps) {
  const { t } = useTexts('plan');
  const { language } = useLanguage();
  const voice = useLocalVoice(language.intl);
  const [reading, setReading] = useState(false);
  const ended = useCallback(() => {
    setReading(false);
  }, []);
  useEffect(() => {
    if (!reading) return undefined;
    return fallSilent;
  }, [reading]);

  if (voice === undefined) return null;
  const press = () => {
    if (reading) fallSilent();
    else
      speak(
        sentences.filter((sentence) => sentence !== null),
        voice,
        ended,
      );
    setReading(!reading);
  };
  const icon = reading ? iconPlayerStop : iconVolume;
  if (look === 'small')
    return (
      <IconButton
        icon={icon}
        label={reading ? t('listen.stop') : t('listen.step')}
        variant="soft"
        size="l"
        onClick={press}
      />
    );
  return (
    <Button
      icon={icon}
      variant={look === 'head' ? 'soft' : 'primary'}
      size="l"
      pill
      wide={look === 'wide'}
      onClick={press}
    >
      {reading ? t('listen.stop') : t('listen.start')}
    </Button>
  );
}
