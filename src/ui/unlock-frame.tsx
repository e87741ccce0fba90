// The screen before one is in: the path picture with the office's name, and the way in beside it.
import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { initialsOf } from './initials.ts';
import { Mark } from './mark.tsx';
import { PathPicture } from './path-picture.tsx';
import './unlock-frame.css';

type UnlockFrameProps = {
  /** The product's name. */
  name: string;
  /** Whose office, line by line. */
  office?: readonly ReactNode[] | undefined;
  children: ReactNode;
};

/** Picture at the start, way in at the end; only the way in where it is narrow. */
export function UnlockFrame({ name, office = [], children }: UnlockFrameProps) {
  return (
    <div className="g-unlock">
      <header className="g-unlock-side">
        <PathPicture />
        <div className="g-unlock-name">
          <Mark size={38} />
          <span>{name}</span>
        </div>
        <p className="g-unlock-office">
          {office.map((line, index) => (
            <span key={index}>{line}</span>
          ))}
        </p>
      </header>
      <main className="g-unlock-page">{children}</main>
    </div>
  );
}

/** Whose vault it is, above the way in. */
export function UnlockPerson({ name, device }: { readonly name: string; readonly device?: string }) {
  return (
    <div className="g-unlock-person">
      <Avatar initials={initialsOf(name)} size={52} />
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
        {device !== undefined && (
          <>
            <br />
            {device}
          </>
        )}
      </p>
    </div>
  );
}
