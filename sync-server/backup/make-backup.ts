// Makes a backup while the server works: a copy of one moment, opened and verified before it bears a backup's name (S12).
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { ok, type Result } from '#domain/result.ts';
import type { BackupMark } from '#server/backup-mark.ts';
import { ERASURES, mergeErasures, readErasures } from '#server/erasure.ts';
import { flushToDisk, removeFile } from '#server/whole-file.ts';
import { verifyDatabase, type NotSound } from './verify.ts';

export type Backup = { readonly file: string; readonly bytes: number; readonly mark: BackupMark };

const backupNames = /^geleit-\d{8}T\d{6}Z-\d+\.sqlite$/;
const nameOf = (at: Date, seq: number): string =>
  `geleit-${at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')}-${seq}.sqlite`;

/** The backups in a folder, oldest first. */
export const backupsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => backupNames.test(name))
    .sort();

/** `VACUUM INTO` reads one consistent moment, under full load too; a plain copy of an open file may be broken. */
const copyDatabase = (database: string, copy: string): void => {
  const source = new Sqlite(database, { readonly: true, fileMustExist: true, timeout: 30_000 });
  try {
    source.prepare('vacuum into ?').run(copy);
  } finally {
    source.close();
  }
};

/**
 * Makes a backup and throws away the oldest ones.
 * @param database the county's file; a server may be at work on it
 * @param folder where backups lie; made if it is missing
 * @param keep how many stay
 */
export const makeBackup = async (
  database: string,
  folder: string,
  at: Date,
  keep: number,
): Promise<Result<Backup, NotSound>> => {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `unverified-${process.pid}.sqlite`);
  await removeFile(copy);
  try {
    copyDatabase(database, copy);
    const verified = verifyDatabase(copy);
    if (!verified.ok) return verified;
    const { epoch, seq, devices } = verified.value;
    await flushToDisk(copy);
    const name = nameOf(at, seq);
    const file = resolve(folder, name);
    await rename(copy, file);
    await flushToDisk(folder);
    // Who restores on another machine needs to know what was erased since.
    await mergeErasures(join(folder, ERASURES), readErasures(join(dirname(database), ERASURES)));
    for (const old of backupsIn(folder).slice(0, -keep)) await removeFile(join(folder, old));
    const mark = { epoch, seq, file: name, at: at.toISOString(), devices };
    return ok({ file, bytes: statSync(file).size, mark });
  } finally {
    await removeFile(copy);
    await removeFile(`${copy}-journal`);
  }
};
