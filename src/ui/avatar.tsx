// Initials in a circle.
import { classNames } from './class-names.ts';
import './avatar.css';

type AvatarProps = {
  initials: string;
  /** Spoken name; silent if the name stands beside it. */
  label?: string | undefined;
  size?: number | undefined;
  /** Yourself, or the helper on the plan: on tint. */
  own?: boolean | undefined;
};

/** Initials of a member of staff. */
export function Avatar({ initials, label, size = 40, own = false }: AvatarProps) {
  return (
    <span
      className={classNames('g-avatar', own && 'g-avatar-own')}
      style={{ '--avatar-size': `${size}px` }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
      dir="auto"
    >
      {initials}
    </span>
  );
}
