// The plan wants its PIN: big keys, one sentence that can be heard, and how many tries are left, as dots and in words.
import { useState } from 'react';
import { useSaying } from '#i18n/react.tsx';
import { PLAN_PIN_LENGTH } from '#store/plan-copy.ts';
import { PlanHead } from '#ui/bottom-bar.tsx';
import { LinkButton } from '#ui/button.tsx';
import { iconLanguage } from '#ui/icon-paths.ts';
import { PinPad } from '#ui/pin-pad.tsx';
import { hrefTo } from './address.ts';
import { ListenButton } from './listen-button.tsx';
import type { PinState } from './plan-session.ts';

type PinScreenProps = {
  readonly state: PinState;
  readonly secret: string;
  readonly onEnter: (pin: string) => void;
};

/** Dots for the eye; the words say the same. */
function TryDots({ left, of }: PinState['tries']) {
  return (
    <span className="p-pin-tries" aria-hidden>
      {Array.from({ length: of }, (_, index) => (
        <span key={index} className={index < left ? 'p-pin-try-left' : undefined} />
      ))}
    </span>
  );
}

/** The keys. With the last figure the PIN is tried. */
export function PinScreen({ state, secret, onEnter }: PinScreenProps) {
  const { t } = useSaying('plan');
  const [typed, setTyped] = useState('');
  const { tries, note } = state;
  const isChecking = note === 'checking';
  const length = PLAN_PIN_LENGTH;
  const what = note === 'none' ? null : t(`pin.${note}`);
  const left = t('pin.left', { count: tries.left });

  const press = (digit: string): void => {
    if (isChecking) return;
    const next = `${typed}${digit}`;
    setTyped(next.length < length ? next : '');
    if (next.length === length) onEnter(next);
  };
  return (
    <>
      <PlanHead
        title={t('pin.title')}
        end={
          <ListenButton look="head" sentences={[what, t('pin.text', { length }), left, t('pin.forgotten')]} />
        }
      />
      <div className="p-pin">
        <p className="p-pin-text">{t('pin.text', { length })}</p>
        <PinPad
          length={length}
          entered={isChecking ? length : typed.length}
          dotsLabel={t('pin.dots', { entered: typed.length, length })}
          wrong={note === 'wrong' && typed === ''}
          disabled={isChecking}
          onDigit={press}
          onBackspace={() => setTyped(typed.slice(0, -1))}
          backspaceLabel={t('pin.back')}
        />
        <div role="status" className="p-pin-status">
          {what !== null && <p className={note === 'wrong' ? 'p-pin-wrong' : undefined}>{what}</p>}
          <p>{left}</p>
          <TryDots {...tries} />
        </div>
        <p className="p-pin-forgotten">{t('pin.forgotten')}</p>
        <LinkButton variant="quiet" size="l" icon={iconLanguage} href={hrefTo(secret, { at: 'language' })}>
          {t('help.language')}
        </LinkButton>
      </div>
    </>
  );
}
