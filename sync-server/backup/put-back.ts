// Puts a backup in the place of the county's database. What was there before is kept aside.
import { constants, existsSync, mkdirSync, renameSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { ok, type Result } from '#domain/result.ts';
import { BACKUP_MARK } from '#server/backup-mark.ts';
import { EPOCH } from '#server/epoch.ts';
import { ERASURES, mergeErasures, readErasures } from '#server/erasure.ts';
import { HIGH_WATER, writeHighWater } from '#server/high-water.ts';
import { applyMigrations } from '#server/migrations/apply-sqlite.ts';
import type { NewId } from '#server/server-changes.ts';
import { lockForWriting } from '#server/storage/sqlite-lock.ts';
import { flushToDisk, removeFile } from '#server/whole-file.ts';
import { verifyDatabase, type NotSound } from './verify.ts';

export type PutBack = {
  readonly seq: number;
  /** The folder with the files that were replaced; undefined if there were none. */
  readonly aside: string | undefined;
};

/** A new epoch, the newest form, and nobody signed in: sessions that were ended since must not live again. */
const prepare = (copy: string, epoch: string): void => {
  const database = new Sqlite(copy);
  try {
    applyMigrations(database);
    database.transaction(() => {
      database
        .prepare(
          'insert into fact (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
        )
        .run(EPOCH, epoch);
      database.exec('delete from session');
    })();
  } finally {
    database.close();
  }
};

/** Brings what lies in the log into the file itself. A file that is broken stays as it is, with its log. */
const bringTogether = (file: string): void => {
  try {
    const database = new Sqlite(file);
    database.pragma('wal_checkpoint(truncate)');
    database.close();
  } catch {
    // Whoever restores may do so because this file opens no more.
  }
};

/** Keeps the present files aside. The file itself stays in its place until the new one is put over it. */
const putAside = async (file: string, aside: string): Promise<void> => {
  bringTogether(file);
  mkdirSync(aside, { recursive: true });
  await copyFile(file, join(aside, 'county.sqlite'), constants.COPYFILE_EXCL);
  for (const beside of ['-wal', '-shm']) {
    // A log that stayed behind would be played into the new file.
    if (existsSync(`${file}${beside}`)) renameSync(`${file}${beside}`, join(aside, `county.sqlite${beside}`));
  }
};

/**
 * Restores a backup. Throws a sentence if a server is at work on the folder.
 * @param backup the file, which stays as it is
 */
export const putBack = async (
  backup: string,
  dataDir: string,
  at: Date,
  newId: NewId,
): Promise<Result<PutBack, NotSound>> => {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'county.sqlite');
  const unlock = lockForWriting(file);
  const copy = `${file}.restoring`;
  try {
    const before = verifyDatabase(backup);
    if (!before.ok) return before;
    await removeFile(copy);
    await copyFile(backup, copy, constants.COPYFILE_EXCL);
    const epoch = newId();
    prepare(copy, epoch);
    const after = verifyDatabase(copy);
    if (!after.ok) return after;
    await flushToDisk(copy);
    // What was erased stays erased: the server replays the ledger before it answers anyone (S11).
    await mergeErasures(join(dataDir, ERASURES), readErasures(join(dirname(backup), ERASURES)));
    const isReplacing = existsSync(file);
    const aside = join(dataDir, `replaced-${at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')}`);
    if (isReplacing) await putAside(file, aside);
    await rename(copy, file);
    await removeFile(join(dataDir, BACKUP_MARK));
    await writeHighWater(join(dataDir, HIGH_WATER), { epoch, seq: after.value.seq });
    return ok({ seq: after.value.seq, aside: isReplacing ? aside : undefined });
  } finally {
    await removeFile(copy);
    await removeFile(`${copy}-journal`);
    unlock();
  }
};
