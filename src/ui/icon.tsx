// A line icon. Takes the drawing itself, so that a page carries only the icons it shows.
import { classNames } from './class-names.ts';
import './icon.css';

/** One drawing on a 24 grid; mirrored says that it points somewhere and turns round in right-to-left scripts. */
export type IconPicture = { readonly d: string; readonly mirrored?: true };

type IconProps = {
  icon: IconPicture;
  /** CSS pixels; 22 in buttons, 24 in the rail, 26 on the plan, 19 in a sync mark. */
  size?: number | undefined;
  /** Spoken name. Without it the icon is decoration. */
  label?: string | undefined;
  heavy?: boolean | undefined;
  className?: string | undefined;
};

/** Draws an icon: `<Icon icon={iconCheck} />`. */
export function Icon({ icon, size = 22, label, heavy = false, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={classNames('g-icon', heavy && 'g-icon-heavy', icon.mirrored && 'g-icon-mirrored', className)}
      style={{ '--icon-size': `${size}px` }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <path d={icon.d} />
    </svg>
  );
}
