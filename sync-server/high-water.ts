// How far the county had come, noted outside its database: a database that is behind was restored from a backup (S12).
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { epochOf, noteBeginning, renewEpoch } from './epoch.ts';
import type { NewId } from './server-changes.ts';
import type { Reading, Storage } from './storage/storage.ts';
import { replaceFile } from './whole-file.ts';

/** Its name in the data folder. */
export const HIGH_WATER = 'high-water.json';

/** How long after a commit the mark is written, at the latest. Milliseconds. It may lag behind, but never run ahead. */
const PAUSE = 1_000;

const highWaterSchema = z.object({ epoch: z.string(), seq: z.number().int().nonnegative() });
type HighWater = z.infer<typeof highWaterSchema>;

const highWaterOf = async (reading: Reading): Promise<HighWater> => ({
  epoch: await epochOf(reading),
  seq: await reading.head(),
});

/** The mark; `damaged` if there is one that nobody can read; undefined before the first. */
const readHighWater = (file: string): HighWater | 'damaged' | undefined => {
  try {
    return highWaterSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? undefined : 'damaged';
  }
};

export const writeHighWater = (file: string, mark: HighWater): Promise<void> =>
  replaceFile(file, `${JSON.stringify(mark)}\n`);

/**
 * Before the server answers anyone: begins a new epoch if the database is not the one the mark was written for, or is
 * behind it. Sessions of the restored database end, for some of them may have been ended since.
 * @returns whether a new epoch began
 */
export const noticeRestore = async (storage: Storage, file: string, newId: NewId): Promise<boolean> => {
  const mark = readHighWater(file);
  const now = await storage.read(highWaterOf);
  const isKnown =
    mark === undefined || (mark !== 'damaged' && mark.epoch === now.epoch && mark.seq <= now.seq);
  if (!isKnown) {
    await storage.write(async (writing) => {
      await renewEpoch(writing, now.epoch, newId);
      for (const { id } of await writing.accounts()) await writing.deleteSessionsOf(id);
    });
  }
  // `npm run restore` has begun one by itself.
  await storage.write(noteBeginning);
  await writeHighWater(file, await storage.read(highWaterOf));
  return !isKnown;
};

/** A storage that notes after its commits how far it has come; the last note is written before it closes. */
export const withHighWater = (storage: Storage, file: string): Storage => {
  let noted: HighWater | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const noteNow = async (): Promise<void> => {
    const mark = await storage.read(highWaterOf);
    if (mark.epoch === noted?.epoch && mark.seq === noted.seq) return;
    await writeHighWater(file, mark);
    noted = mark;
  };
  /** One after the other: a later note is never overtaken by an earlier one. */
  const note = (): Promise<void> => {
    const next = last.then(noteNow);
    last = next.catch(() => undefined);
    return next;
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // A disk that cannot take the mark will soon refuse a commit as well: that one is told.
      note().catch(() => undefined);
    }, PAUSE).unref();
  };
  return {
    ...storage,
    write: async (work) => {
      const result = await storage.write(work);
      soon();
      return result;
    },
    close: async () => {
      clearTimeout(timer);
      await note();
      await storage.close();
    },
  };
};
