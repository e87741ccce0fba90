// What waits on this device, told before anybody has unlocked it.
import { useTexts } from '#i18n/react.tsx';
import { iconClock } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import './sign-in.css';

/** A line with a clock; nothing where nothing waits. */
export function WaitingHere({ count }: { readonly count: number }) {
  const { t } = useTexts('app');
  if (count === 0) return null;
  return (
    <p className="g-way-in-waiting">
      <Icon icon={iconClock} size={20} />
      <span>{t('signIn.waitingHere', { count })}</span>
    </p>
  );
}
