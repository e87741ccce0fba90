// Hears of backups that were made beside the working server: by a small file in the data folder.
import { readFile } from 'node:fs/promises';
import { backupMarkSchema, keepBackupMark } from '#server/backup-mark.ts';
import type { Storage } from '#server/storage/storage.ts';

/** How often it is looked for. Milliseconds. */
const PAUSE = 5_000;

/** Takes in the mark that lies there, if it is another than before. A file that nobody can read counts for nothing. */
export const takeMark = async (storage: Storage, file: string, before: string): Promise<string> => {
  try {
    const text = await readFile(file, 'utf8');
    if (text === before) return text;
    await keepBackupMark(storage, backupMarkSchema.parse(JSON.parse(text)));
    return text;
  } catch {
    return before;
  }
};

/** Looks now, and then again and again until it is told to stop. */
export const watchBackupMark = async (storage: Storage, file: string): Promise<() => void> => {
  let seen = await takeMark(storage, file, '');
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void takeMark(storage, file, seen).then((text) => {
      seen = text;
      isLooking = false;
    });
  }, PAUSE).unref();
  return () => clearInterval(timer);
};
