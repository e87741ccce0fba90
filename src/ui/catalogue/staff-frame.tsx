// The rail as the staff see it, around a page of the catalogue.
import type { ReactNode } from 'react';
import { Frame, Rail, RailButton, RailItem, RailPerson } from '#ui/frame.tsx';
import { iconArrowsUpDown, iconDots, iconLock, iconSun, iconUsers } from '#ui/icon-paths.ts';
import { SyncMark } from '#ui/sync-mark.tsx';

/** A caseworker's frame with one place chosen. */
export function StaffFrame({
  at,
  waiting = 3,
  children,
}: {
  at: string;
  waiting?: number;
  children: ReactNode;
}) {
  const items = [
    { href: '/today', icon: iconSun, label: 'Heute' },
    { href: '/cases', icon: iconUsers, label: 'Fälle' },
    {
      href: '/transfer',
      icon: iconArrowsUpDown,
      label: 'Übertragung',
      count: waiting,
      countLabel: '3 Einträge warten',
    },
    { href: '/more', icon: iconDots, label: 'Mehr' },
  ];
  return (
    <Frame
      skipLabel="Zum Inhalt"
      rail={
        <Rail
          label="Bereiche"
          foot={
            <>
              <RailButton icon={iconLock} label="Sperren" />
              <RailPerson initials="WA" name="Wiebke Ahlers" />
            </>
          }
        >
          {items.map((item) => (
            <RailItem key={item.href} {...item} current={item.href === at} />
          ))}
        </Rail>
      }
    >
      {children}
    </Frame>
  );
}

/** The sentence at the end of a page head. */
export function WaitingSentence() {
  return (
    <SyncMark state="waiting">
      <b>{'3 warten'}</b>
      {' · zuletzt übertragen heute 09:42'}
    </SyncMark>
  );
}
