// The vault was locked a moment ago: a PIN opens it again. Five wrong ones, and only the password does.
import { useState } from 'react';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { usePage } from '#ui/page.ts';
import { PinPad } from '#ui/pin-pad.tsx';
import { UnlockPerson } from '#ui/unlock-frame.tsx';
import type { KnownPerson, UnlockByPin } from './deeds.ts';
import { WaitingHere } from './waiting-here.tsx';
import { WayIn, type WayInFrame } from './way-in.tsx';
import './sign-in.css';

type PinPageProps = {
  readonly frame: WayInFrame;
  readonly person: Pick<KnownPerson, 'name'>;
  /** How many entries of this device the server has not got yet. */
  readonly waiting: number;
  /** How many figures a PIN has. */
  readonly length: number;
  readonly unlock: UnlockByPin;
  /** Leads to the password, or to another person. */
  readonly onPassword: () => void;
};

/** Who it is, the keys, and what waits on this device. */
export function PinPage({ frame, person, waiting, length, unlock, onPassword }: PinPageProps) {
  const { t } = useTexts('app');
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState<number>();
  const [isBusy, setIsBusy] = useState(false);
  usePage(t('signIn.pinPage'));

  const open = async (pin: string): Promise<void> => {
    setIsBusy(true);
    const opened = await unlock(pin);
    if (opened.ok) return;
    setIsBusy(false);
    setTyped('');
    setLeft(opened.error.left);
  };
  const press = (digit: string): void => {
    if (isBusy) return;
    setLeft(undefined);
    const next = `${typed}${digit}`.slice(0, length);
    setTyped(next);
    if (next.length === length) void open(next);
  };

  return (
    <WayIn frame={frame} title={t('signIn.pinTitle')} before={<UnlockPerson name={person.name} />}>
      <PinPad
        length={length}
        entered={typed.length}
        dotsLabel={t('signIn.pinDots', { entered: typed.length, length })}
        wrong={left !== undefined}
        disabled={isBusy}
        onDigit={press}
        onBackspace={() => setTyped(typed.slice(0, -1))}
        backspaceLabel={t('signIn.pinBack')}
      />
      <p className={left === undefined ? 'g-way-in-words' : 'g-way-in-words g-way-in-wrong'} role="status">
        {left === undefined ? t(isBusy ? 'moment' : 'signIn.offline') : t('signIn.pinWrong', { count: left })}
      </p>
      <WaitingHere count={waiting} />
      <p className="g-way-in-deeds">
        <Button variant="quiet" onClick={onPassword}>
          {t('signIn.someoneElse')}
        </Button>
        <Button variant="quiet" onClick={onPassword}>
          {t('signIn.pinForgotten')}
        </Button>
      </p>
    </WayIn>
  );
}
