// The epoch: the life of one database. An older backup that was restored begins a new one, and nobody has to tell (S12).
import type { Cursor } from './cursor.ts';
import type { NewId } from './server-changes.ts';
import type { Reading, Writing } from './storage/storage.ts';

/** The fact under which the county's epoch stands. */
export const EPOCH = 'epoch';

export const epochOf = async (reading: Reading): Promise<string> => (await reading.fact(EPOCH)) ?? '';

/** Begins a new epoch, unless somebody was quicker. Every device then reads anew and sends again what is missing. */
export const renewEpoch = async (writing: Writing, former: string, newId: NewId): Promise<void> => {
  if ((await epochOf(writing)) === former) await writing.putFact(EPOCH, newId());
};

/** Whether a device has read further than this database has ever come: it was told so before a restore. */
export const isAhead = async (reading: Reading, cursor: Cursor | undefined): Promise<boolean> => {
  if (cursor === undefined || cursor.epoch !== (await epochOf(reading))) return false;
  return Math.max(cursor.since, cursor.position) > (await reading.head());
};
