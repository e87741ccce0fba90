// Buttons and links that look like buttons.
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconPicture } from './icon.tsx';
import { Link, type LinkProps } from './link.tsx';
import './button.css';

/** primary: one a screen. soft and tint: the person's plan (voice, print, call). */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'soft' | 'tint';

type Look = {
  variant?: ButtonVariant | undefined;
  /** m is 48 high, l 56. */
  size?: 'm' | 'l' | undefined;
  icon?: IconPicture | undefined;
  iconEnd?: IconPicture | undefined;
  /** Fills the row. */
  wide?: boolean | undefined;
  /** Fully round ends: voice buttons. */
  pill?: boolean | undefined;
};

const lookToClass = (
  { variant = 'secondary', size = 'm', wide, pill }: Look,
  ...more: readonly (string | false | undefined)[]
): string =>
  classNames(
    'g-button',
    `g-button-${variant}`,
    size === 'l' && 'g-button-l',
    wide && 'g-button-wide',
    pill && 'g-button-pill',
    ...more,
  );

function Inside({ icon, iconEnd, size, children }: Look & { children: ReactNode }) {
  const pixels = size === 'l' ? 24 : 22;
  return (
    <>
      {icon && <Icon icon={icon} size={pixels} />}
      <span>{children}</span>
      {iconEnd && <Icon icon={iconEnd} size={pixels} />}
    </>
  );
}

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Look & {
    children: ReactNode;
    /** Work is under way: the button stays, says so, and takes no second press. */
    busy?: boolean | undefined;
  };

/** A button with a word; secondary unless told otherwise. */
export function Button({
  variant,
  size,
  icon,
  iconEnd,
  wide,
  pill,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={lookToClass({ variant, size, wide, pill }, className)}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <Inside icon={icon} iconEnd={iconEnd} size={size}>
        {children}
      </Inside>
    </button>
  );
}

export type LinkButtonProps = Omit<LinkProps, 'children'> & Look & { children: ReactNode };

/** A link that looks like a button. */
export function LinkButton({
  variant,
  size,
  icon,
  iconEnd,
  wide,
  pill,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={lookToClass({ variant, size, wide, pill }, className)}>
      <Inside icon={icon} iconEnd={iconEnd} size={size}>
        {children}
      </Inside>
    </Link>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Pick<Look, 'variant' | 'size' | 'pill'> & {
    icon: IconPicture;
    /** Spoken name, and the tooltip. */
    label: string;
  };

/** A button with a picture only: back, audio, lock, previous and next. */
export function IconButton({
  icon,
  label,
  variant = 'quiet',
  size,
  pill,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={lookToClass({ variant, size, pill }, 'g-button-round', className)}
    >
      <Icon icon={icon} size={size === 'l' ? 26 : 22} />
    </button>
  );
}

type IconLinkProps = Omit<LinkProps, 'children'> &
  Pick<Look, 'variant' | 'size' | 'pill'> & { icon: IconPicture; label: string };

/** The same as a link. */
export function IconLink({ icon, label, variant = 'quiet', size, pill, className, ...rest }: IconLinkProps) {
  return (
    <Link
      title={label}
      aria-label={label}
      {...rest}
      className={lookToClass({ variant, size, pill }, 'g-button-round', className)}
    >
      <Icon icon={icon} size={size === 'l' ? 26 : 22} />
    </Link>
  );
}

/** Buttons in a row that wraps; at the end edge with `end`. */
export function ButtonRow({ end = false, children }: { end?: boolean; children: ReactNode }) {
  return <div className={classNames('g-button-row', end && 'g-button-row-end')}>{children}</div>;
}
