// One process writes a county's file. The lock is the operating system's: it falls when the process ends, however it ends.
import Sqlite from 'better-sqlite3';

/**
 * Takes the lock beside the file, or throws a sentence for the console.
 * @returns how to give it back
 */
export const lockForWriting = (file: string): (() => void) => {
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    lock.pragma('journal_mode = memory');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new Error(
      `Another Geleit server is already using ${file}. Stop it first, or choose another DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
  return () => {
    lock.close();
  };
};
