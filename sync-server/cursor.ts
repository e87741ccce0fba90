// Where a device stands in the server's numbering: opaque to the device, three numbers to the server.
import type { Stretch } from './stroke.ts';

/**
 * `since`: everything up to here is on the device. `position`: how far the round under way has come; a record delivered
 * within a round is told relative to `since`, so a record that moves ahead during a round is never cut short (S8, S9).
 */
export type Cursor = {
  readonly epoch: string;
  /** What its reader could read when it was given out: with other rights the reading begins anew. */
  readonly reach: string;
  readonly since: number;
  readonly position: number;
};

/** Reads a cursor; one of another epoch or of other rights, or none, begins anew. */
export const readCursor = (text: string | null, epoch: string, reach: string): Cursor => {
  const [itsEpoch, itsReach, since, position] = (text ?? '').split('.');
  const isOther = itsEpoch !== epoch || itsReach !== reach;
  if (isOther || !/^\d{1,15}$/.test(since ?? '') || !/^\d{1,15}$/.test(position ?? '')) {
    return { epoch, reach, since: 0, position: 0 };
  }
  return { epoch, reach, since: Number(since), position: Number(position) };
};

/** A device that knew everything up to its own push knows everything after it as well: its own is not read again (S9). */
export const beyondOwn = (cursor: Cursor, stretch: Stretch | undefined): Cursor => {
  const knewAll = cursor.since > 0 && cursor.since === stretch?.before && cursor.position === cursor.since;
  if (stretch === undefined || !knewAll || !stretch.isOwnAlone) return cursor;
  return { ...cursor, since: stretch.after, position: stretch.after };
};

/** Writes a cursor. */
export const writeCursor = ({ epoch, reach, since, position }: Cursor): string =>
  `${epoch}.${reach}.${since}.${position}`;
