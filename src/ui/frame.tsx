// The staff's frame: the rail with its places, and the page beside it.
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Avatar } from './avatar.tsx';
import { Icon, type IconPicture } from './icon.tsx';
import { Link } from './link.tsx';
import { Mark } from './mark.tsx';
import './frame.css';
import './hidden.css';

type FrameProps = {
  rail: ReactNode;
  /** Words of the first link: jumps over the rail. */
  skipLabel: string;
  children: ReactNode;
};

/** Rail and page. The page is `<main id="page">`. */
export function Frame({ rail, skipLabel, children }: FrameProps) {
  return (
    <div className="g-frame">
      <a className="g-skip" href="#page">
        {skipLabel}
      </a>
      {rail}
      <main id="page" className="g-page" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

type RailProps = {
  /** Spoken name of the navigation. */
  label: string;
  /** The product's name, beside the mark when wide. */
  name?: string | undefined;
  /** 216 wide from 1280 on: leadership at a desk. */
  wide?: boolean | undefined;
  /** Lock and person; not shown on a phone, so "more" must offer them too. */
  foot?: ReactNode;
  children: ReactNode;
};

/** The side rail; under 700 px a bar at the foot. */
export function Rail({ label, name, wide = false, foot, children }: RailProps) {
  return (
    <nav className={classNames('g-rail', wide && 'g-rail-wide')} aria-label={label}>
      <div className="g-rail-mark">
        <Mark size={32} />
        {name !== undefined && <span className="g-mark-word">{name}</span>}
      </div>
      <div className="g-rail-items">{children}</div>
      {foot !== undefined && <div className="g-rail-foot">{foot}</div>}
    </nav>
  );
}

type RailItemProps = {
  href: string;
  icon: IconPicture;
  label: string;
  current?: boolean | undefined;
  /** A number on the glyph; nothing at 0. */
  count?: number | undefined;
  /** What is counted, spoken: "3 entries wait". */
  countLabel?: string | undefined;
};

/** One place in the rail. */
export function RailItem({ href, icon, label, current = false, count = 0, countLabel }: RailItemProps) {
  return (
    <Link href={href} className="g-rail-item" aria-current={current ? 'page' : undefined}>
      <span className="g-rail-glyph">
        <Icon icon={icon} size={24} />
        {count > 0 && (
          <span className="g-badge" aria-hidden={countLabel === undefined ? undefined : true}>
            {count}
          </span>
        )}
      </span>
      <span>{label}</span>
      {count > 0 && countLabel !== undefined && <span className="g-hidden">{countLabel}</span>}
    </Link>
  );
}

type RailButtonProps = Omit<ComponentProps<'button'>, 'children'> & { icon: IconPicture; label: string };

/** A deed in the rail's foot, such as locking. */
export function RailButton({ icon, label, ...rest }: RailButtonProps) {
  return (
    <button type="button" {...rest} className="g-rail-item">
      <Icon icon={icon} size={24} />
      <span>{label}</span>
    </button>
  );
}

/** Who is signed in: initials, and name and office in the wide rail. */
export function RailPerson({
  initials,
  name,
  note,
}: {
  initials: string;
  name: string;
  note?: string | undefined;
}) {
  return (
    <div className="g-rail-person">
      <Avatar initials={initials} label={name} />
      <span>
        <bdi>{name}</bdi>
        {note !== undefined && <div className="g-rail-person-note">{note}</div>}
      </span>
    </div>
  );
}
