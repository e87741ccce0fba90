// Whether a copy of a county's database is sound: opened, read through, and of a form that this program knows.
import Sqlite, { type Database } from 'better-sqlite3';
import { fail, ok, type Result } from '#domain/result.ts';
import { EPOCH } from '#server/epoch.ts';
import { checkMigrations } from '#server/migrations/apply-sqlite.ts';

/** What a sound copy holds: its epoch, how far it has come, and the highest number of each device in it. */
export type Contents = {
  readonly epoch: string;
  readonly seq: number;
  readonly devices: Readonly<Record<string, number>>;
};
/** `reason` is a sentence for the console. */
export type NotSound = { readonly type: 'not-sound'; readonly reason: string };

const notSound = (reason: string): Result<never, NotSound> => fail({ type: 'not-sound', reason });

const look = (database: Database): Result<Contents, NotSound> => {
  const found = database.pragma('integrity_check', { simple: true });
  if (found !== 'ok') return notSound(`The integrity check found: ${String(found)}.`);
  checkMigrations(database);
  const seq = database.prepare<[], number>('select seq from numbering').pluck().get();
  const highest = database.prepare<[], number | null>('select max(seq) from change').pluck().get() ?? 0;
  const epoch = database.prepare<[string], string>('select value from fact where key = ?').pluck().get(EPOCH);
  if (seq === undefined || epoch === undefined) return notSound('It holds no county.');
  if (seq < highest) return notSound(`Its numbering stands at ${seq}, but it holds a change ${highest}.`);
  const rows = database
    .prepare<[], { readonly id: string; readonly next: number }>('select id, next from device')
    .all();
  return ok({ epoch, seq, devices: Object.fromEntries(rows.map(({ id, next }) => [id, next - 1])) });
};

/** Opens a file without changing it, and looks. */
export const verifyDatabase = (file: string): Result<Contents, NotSound> => {
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      return look(database);
    } finally {
      database.close();
    }
  } catch (error) {
    return notSound(error instanceof Error ? `${error.message}.`.replace('..', '.') : String(error));
  }
};
