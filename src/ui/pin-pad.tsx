// Keys and dots to enter a PIN. What is entered lies with whoever uses the pad; a keyboard works too.
import { useEffect, useEffectEvent } from 'react';
import { classNames } from './class-names.ts';
import { iconBackspace } from './icon-paths.ts';
import { Icon, type IconPicture } from './icon.tsx';
import './pin-pad.css';

type PinPadProps = {
  length: number;
  /** How many figures are in. */
  entered: number;
  /** Spoken with the dots: "3 of 6 figures". */
  dotsLabel: string;
  onDigit: (digit: string) => void;
  onBackspace: () => void;
  backspaceLabel: string;
  wrong?: boolean | undefined;
  disabled?: boolean | undefined;
  /** The key at the start of the last row, such as the fingerprint. */
  extra?: { icon: IconPicture; label: string; onClick: () => void } | undefined;
};

/** Nine keys, zero, backspace: from left to right in every script, as figures are written. */
export function PinPad({
  length,
  entered,
  dotsLabel,
  onDigit,
  onBackspace,
  backspaceLabel,
  wrong = false,
  disabled,
  extra,
}: PinPadProps) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (disabled === true || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    if (/^\d$/.test(event.key)) onDigit(event.key);
    else if (event.key === 'Backspace') onBackspace();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const digit = (key: string) => (
    <button key={key} type="button" className="g-pin-key" disabled={disabled} onClick={() => onDigit(key)}>
      {key}
    </button>
  );
  return (
    <div className="g-pin">
      <div
        className={classNames('g-pin-dots', wrong && 'g-pin-wrong')}
        role="img"
        aria-label={dotsLabel}
        dir="ltr"
      >
        {Array.from({ length }, (_, index) => (
          <span key={index} className={index < entered ? 'g-pin-filled' : undefined} />
        ))}
      </div>
      <div className="g-pin-keys" dir="ltr">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(digit)}
        {extra ? (
          <button
            type="button"
            className="g-pin-key g-pin-key-plain"
            aria-label={extra.label}
            title={extra.label}
            onClick={extra.onClick}
          >
            <Icon icon={extra.icon} size={30} />
          </button>
        ) : (
          <span />
        )}
        {digit('0')}
        <button
          type="button"
          className="g-pin-key g-pin-key-plain"
          aria-label={backspaceLabel}
          title={backspaceLabel}
          disabled={disabled}
          onClick={onBackspace}
        >
          <Icon icon={iconBackspace} size={30} />
        </button>
      </div>
    </div>
  );
}
