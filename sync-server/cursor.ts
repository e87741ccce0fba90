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

/** Reads a cursor; undefined if there is none, or it is no cursor. */
export const parseCursor = (text: string | null): Cursor | undefined => {
  const [epoch, reach, since, position] = (text ?? '').split('.');
  if (epoch === undefined || reach === undefined) return undefined;
  if (!/^\d{1,15}$/.test(since ?? '') || !/^\d{1,15}$/.test(position ?? '')) return undefined;
  return { epoch, reach, since: Number(since), position: Number(position) };
};

/** A device that knew everything up to its own push knows everything after it as well: its own is not read again (S9). */
export const beyondOwn = (cursor: Cursor, stretch: Stretch | undefined): Cursor => {
  const knewAll = cursor.since > 0 && cursor.since === stretch?.before && cursor.position === cursor.since;
  if (stretch === undefined || !knewAll || !stretch.isOwnAlone) return cursor;
  return { ...cursor, since: stretch.after, position: stretch.after };
};

/**
 * Where the reading goes on. A cursor of another epoch or of other rights begins anew: `anew` then says that the device
 * must not keep what this reading does not bring. A device without a cursor holds nothing.
 */
export const readCursor = (
  text: string | null,
  epoch: string,
  reach: string,
): { readonly cursor: Cursor; readonly anew: boolean } => {
  const cursor = parseCursor(text);
  if (cursor?.epoch === epoch && cursor.reach === reach) return { cursor, anew: false };
  return { cursor: { epoch, reach, since: 0, position: 0 }, anew: text !== null };
};

/** Writes a cursor. */
export const writeCursor = ({ epoch, reach, since, position }: Cursor): string =>
  `${epoch}.${reach}.${since}.${position}`;
