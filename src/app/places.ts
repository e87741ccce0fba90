// The places of each role in the rail, and where she begins.
import type { UserRole } from '#domain/user.ts';
import {
  iconArrowsUpDown,
  iconDots,
  iconLayoutDashboard,
  iconSun,
  iconUsers,
  iconUsersGroup,
} from '#ui/icon-paths.ts';
import type { IconPicture } from '#ui/icon.tsx';

/** A place; its key is its word in app.json. */
export type Place = {
  readonly href: string;
  readonly key: 'today' | 'cases' | 'caseload' | 'transfer' | 'team' | 'more';
  readonly icon: IconPicture;
};

const places: Readonly<Record<Place['key'], Place>> = {
  today: { href: '/', key: 'today', icon: iconSun },
  cases: { href: '/faelle', key: 'cases', icon: iconUsers },
  caseload: { href: '/fallbestand', key: 'caseload', icon: iconLayoutDashboard },
  transfer: { href: '/uebertragung', key: 'transfer', icon: iconArrowsUpDown },
  team: { href: '/team', key: 'team', icon: iconUsersGroup },
  more: { href: '/mehr', key: 'more', icon: iconDots },
};

const { today, cases, caseload, transfer, team, more } = places;

/** The places of each role, the first one being where she begins. */
export const placesOf: Readonly<Record<UserRole, readonly Place[]>> = {
  caseworker: [today, cases, transfer, more],
  supervisor: [caseload, transfer, team, more],
  administrator: [team, more],
};

/** Where somebody of a role begins. */
export const homeOf = (role: UserRole): string => placesOf[role][0]?.href ?? more.href;

/** Whether an address belongs to a place. */
export const isAt = (path: string, { href }: Place, role: UserRole): boolean => {
  if (href === '/') return path === '/';
  // A supervisor opens cases from the caseload.
  const own = href === caseload.href && role === 'supervisor' ? [href, cases.href] : [href];
  return own.some((begin) => path === begin || path.startsWith(`${begin}/`));
};
