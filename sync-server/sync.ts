// One request of a device, from the session to the answer: takes its changes, then tells it what is new.
import { ok, type Result } from '#domain/result.ts';
import { answerTo1, type AnswerHead } from '#protocol/older.ts';
import type { SyncRequest } from '#protocol/sync.ts';
import { scopeOf } from './case-access.ts';
import { safeNumberOf } from './backup-mark.ts';
import { beyondOwn, parseCursor, readCursor } from './cursor.ts';
import { epochOf, isAhead, isFromBefore, renewEpoch, sentAgainFrom } from './epoch.ts';
import { noteFork, reachOf } from './reach.ts';
import { PAGE_BYTES, pull, type Pulled } from './pull.ts';
import { push, type Fork, type Pushed, type World } from './push.ts';
import type { Account, Device, Storage } from './storage/storage.ts';

/** What is said beside the receipts and the records. */
type Beside = { readonly clock: string; readonly anew: boolean; readonly safe: number };

/** An answer in the words of the version that the device speaks (S13). */
const answerText = (
  protocol: number,
  since: number,
  { records, ...rest }: Pulled,
  pushed: Pushed,
  beside: Beside,
): string => {
  const { deltas, gone, ...where } = rest;
  const { receipts, expect } = pushed;
  const all = { receipts: [...receipts], expect, deltas: [...deltas], gone: [...gone], ...where, ...beside };
  const head = JSON.stringify(protocol < 2 ? answerTo1(all, since) : (all satisfies AnswerHead));
  return `${head.slice(0, -1)},"records":[${records.join(',')}]}`;
};

/** A device that only reads is noted as heard now and then, not at every look. Milliseconds. */
const HEARD_FOR = 5 * 60_000;
const isLongUnheard = ({ lastSeen }: Device, now: string): boolean =>
  lastSeen === null || Date.parse(now) - Date.parse(lastSeen) > HEARD_FOR;

/**
 * Answers a device.
 * @param who the person signed in, and her device, both known to be active and hers
 * @param world its clock and ids, and about how many bytes of records one answer carries
 * @param told gets up to which number the answer tells the device what is new
 * @returns the answer as JSON text of `syncResponseSchema`, or `fork` if the device's numbers or ids were used by a clone
 */
export const sync = async (
  storage: Storage,
  who: { readonly account: Account; readonly device: Device },
  request: SyncRequest,
  { pageBytes = PAGE_BYTES, ...world }: World & { readonly pageBytes?: number },
  told: (upTo: number) => void = () => undefined,
): Promise<Result<string, Fork>> => {
  const stand = parseCursor(request.cursor);
  if (stand !== undefined && (await storage.read((reading) => isAhead(reading, stand))))
    await storage.write((writing) => renewEpoch(writing, stand.epoch, world.newId));
  const isSaying = [request.changes, request.voids, request.purged].some((list) => list.length > 0);
  const sends = isSaying || isLongUnheard(who.device, world.now);
  const nothing: Pushed = { receipts: [], expect: who.device.next, stretch: undefined };
  const pushed: Result<Pushed, Fork> = sends
    ? await storage.write(async (writing) => {
        const device = (await writing.device(who.device.id)) ?? who.device;
        // What was sent before a restore is taken when its device knows of it, and can hear how it ends this time. It is
        // told what it may read already, and so has to be told what leaves it (S10).
        if (isFromBefore(stand, await epochOf(writing))) {
          await writing.putDevice({ ...device, lastSeen: world.now });
          return ok(nothing);
        }
        for (const { caseId, seq } of request.purged) await writing.notePurged(device.id, caseId, seq);
        const taken = await push(writing, who.account, device, request, world);
        if (!taken.ok) await noteFork(writing, device.id);
        return taken;
      })
    : ok(nothing);
  if (!pushed.ok) return pushed;
  return storage.read(async (reading) => {
    const epoch = await epochOf(reading);
    const scope = scopeOf(who.account);
    const reach = await reachOf(reading, who.account, who.device.id, request.protocol);
    const { cursor, anew } = readCursor(request.cursor, epoch, reach);
    const expect = isFromBefore(stand, epoch)
      ? await sentAgainFrom(reading, (await reading.device(who.device.id)) ?? who.device, [
          ...request.voids,
          ...request.changes.map(({ number }) => number),
        ])
      : pushed.value.expect;
    const pulled = await pull(
      reading,
      scope,
      who.device.id,
      beyondOwn(cursor, pushed.value.stretch),
      pageBytes,
    );
    told(pulled.upTo);
    const beside = { clock: world.now, anew, safe: await safeNumberOf(reading, who.device.id) };
    return ok(answerText(request.protocol, cursor.since, pulled, { ...pushed.value, expect }, beside));
  });
};
