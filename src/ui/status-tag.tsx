// A word of state in a pill.
import type { ReactNode } from 'react';
import { Icon, type IconPicture } from './icon.tsx';
import './status-tag.css';

type StatusTagProps = {
  /** next is the one warm spot of the screen. */
  tone?: 'next' | 'done' | 'wait' | 'bad' | 'info' | 'plain' | undefined;
  icon?: IconPicture | undefined;
  children: ReactNode;
};

/** `<StatusTag tone="next">…</StatusTag>`. */
export function StatusTag({ tone = 'plain', icon, children }: StatusTagProps) {
  return (
    <span className={`g-tag g-tag-${tone}`}>
      {icon && <Icon icon={icon} size={18} />}
      <span>{children}</span>
    </span>
  );
}
