// What the newest verified backup holds: the server tells each device, which may then cut its journal (S12).
import { z } from 'zod';
import { epochOf } from './epoch.ts';
import type { Reading, Storage } from './storage/storage.ts';

/** The file in the data folder by which a backup that was made beside a working server tells it. */
export const BACKUP_MARK = 'backup-mark.json';

/** The fact under which it stands. */
const BACKUP = 'backup';

/** `devices`: the highest number of each device that is in the file. It holds for the epoch it was made in, no other. */
export const backupMarkSchema = z.strictObject({
  epoch: z.string(),
  seq: z.number().int().nonnegative(),
  file: z.string(),
  at: z.iso.datetime(),
  devices: z.record(z.string(), z.number().int().nonnegative()),
});
export type BackupMark = z.infer<typeof backupMarkSchema>;

/** The mark as the server keeps it; undefined if no backup has been made in this epoch. */
export const backupMark = async (reading: Reading): Promise<BackupMark | undefined> => {
  const text = await reading.fact(BACKUP);
  if (text === undefined) return undefined;
  const mark = backupMarkSchema.parse(JSON.parse(text));
  return mark.epoch === (await epochOf(reading)) ? mark : undefined;
};

/** The highest number of a device that a verified backup holds. */
export const safeNumberOf = async (reading: Reading, device: string): Promise<number> =>
  (await backupMark(reading))?.devices[device] ?? 0;

/** Takes a mark in, unless the county knows a newer one. One of another epoch counts for nothing (`backupMark`). */
export const keepBackupMark = (storage: Storage, mark: BackupMark): Promise<void> =>
  storage.write(async (writing) => {
    if (((await backupMark(writing))?.seq ?? -1) > mark.seq) return;
    await writing.putFact(BACKUP, JSON.stringify(mark));
  });
