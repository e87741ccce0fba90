// How often waiting changes have grown, in whichever tab: who knows of every growth need not read the rows before sending.
import type { DeviceDatabase } from './database.ts';

const KEY = 'grown';

/** The count as it stands on the disk; within a transaction. */
export const readGrown = async (database: DeviceDatabase): Promise<number> => {
  const stored = (await database.meta.get(KEY))?.value;
  return typeof stored === 'number' ? stored : 0;
};

/** Counts a growth within the saving transaction; returns the count before. */
export const countGrowth = async (database: DeviceDatabase): Promise<number> => {
  const before = await readGrown(database);
  await database.meta.put({ key: KEY, value: before + 1 });
  return before;
};
