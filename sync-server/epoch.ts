// The epoch: the life of one database. An older backup that was restored begins a new one, and nobody has to tell (S12).
import { z } from 'zod';
import type { Cursor } from './cursor.ts';
import type { NewId } from './server-changes.ts';
import type { Device, Reading, Writing } from './storage/storage.ts';

/** The fact under which the county's epoch stands. */
export const EPOCH = 'epoch';

export const epochOf = async (reading: Reading): Promise<string> => (await reading.fact(EPOCH)) ?? '';

/** The fact that tells where every device stood when the epoch began. */
const BEGINNING = 'epoch-beginning';
const beginningSchema = z.strictObject({
  epoch: z.string(),
  devices: z.record(z.string(), z.number().int().positive()),
});

/** Where the devices stood when this epoch began; undefined if nobody has noted it yet. */
const beginningOf = async (reading: Reading): Promise<ReadonlyMap<string, number> | undefined> => {
  const noted = beginningSchema.safeParse(JSON.parse((await reading.fact(BEGINNING)) ?? 'null')).data;
  return noted?.epoch === (await epochOf(reading)) ? new Map(Object.entries(noted.devices)) : undefined;
};

/** Notes where every device stands as an epoch begins, before any of them is answered. */
export const noteBeginning = async (writing: Writing): Promise<void> => {
  if ((await beginningOf(writing)) !== undefined) return;
  const devices: Record<string, number> = {};
  for (const { id: user } of await writing.accounts())
    for (const { id, next } of await writing.devicesOf(user)) devices[id] = next;
  const epoch = await epochOf(writing);
  await writing.putFact(
    BEGINNING,
    JSON.stringify({ epoch, devices } satisfies z.infer<typeof beginningSchema>),
  );
};

/** Begins a new epoch, unless somebody was quicker. Every device then reads anew and sends again what is missing. */
export const renewEpoch = async (writing: Writing, former: string, newId: NewId): Promise<void> => {
  if ((await epochOf(writing)) !== former) return;
  await writing.putFact(EPOCH, newId());
  await noteBeginning(writing);
};

/** Whether a request was written before a restore: by a device that has not heard of it, or it came late. */
export const isFromBefore = (cursor: Cursor | undefined, epoch: string): boolean =>
  cursor !== undefined && cursor.epoch !== epoch;

/**
 * From which number on a device sends again after a restore. What it had sent may have come once more meanwhile, by a late
 * letter or from a copy of its profile, and may have ended otherwise than the device was told: it hears of that as well.
 * The backup may hold what the device was never answered for: of that it hears by sending it.
 * @param sent the numbers of the request that was not taken
 */
export const sentAgainFrom = async (
  reading: Reading,
  { id, next }: Device,
  sent: readonly number[],
): Promise<number> => Math.min(next, (await beginningOf(reading))?.get(id) ?? next, ...sent);

/** Whether a device has read further than this database has ever come: it was told so before a restore. */
export const isAhead = async (reading: Reading, cursor: Cursor | undefined): Promise<boolean> => {
  if (cursor === undefined || cursor.epoch !== (await epochOf(reading))) return false;
  return Math.max(cursor.since, cursor.position) > (await reading.head());
};
