// One sentence that concerns the whole page.
import type { ReactNode } from 'react';
import { iconAlertTriangle, iconCircleCheck, iconClock, iconInfoCircle } from './icon-paths.ts';
import { Icon, type IconPicture } from './icon.tsx';
import './banner.css';

const glyphByTone = { info: iconInfoCircle, wait: iconClock, bad: iconAlertTriangle, done: iconCircleCheck };

type BannerProps = {
  tone: keyof typeof glyphByTone;
  icon?: IconPicture | undefined;
  /** At most one: a quiet button. */
  action?: ReactNode;
  children: ReactNode;
};

/** A banner; bad is announced at once, the others when there is a pause. */
export function Banner({ tone, icon, action, children }: BannerProps) {
  return (
    <div className={`g-banner g-banner-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon icon={icon ?? glyphByTone[tone]} />
      <span className="g-banner-words">{children}</span>
      {action}
    </div>
  );
}
