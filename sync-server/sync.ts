// One request of a device, from the session to the answer: takes its changes, then tells it what is new.
import { ok, type Result } from '#domain/result.ts';
import { answerTo1, type AnswerHead } from '#protocol/older.ts';
import type { SyncRequest } from '#protocol/sync.ts';
import { scopeOf } from './case-access.ts';
import { beyondOwn, readCursor } from './cursor.ts';
import { pull, type Pulled } from './pull.ts';
import { push, type Pushed, type World } from './push.ts';
import type { Account, Device, Storage } from './storage/storage.ts';

/** The fact under which the county's epoch stands: it changes when an older backup was restored (S12). */
export const EPOCH = 'epoch';

/** An answer in the words of the version that the device speaks (S13). */
const answerText = (
  protocol: number,
  since: number,
  { records, ...rest }: Pulled,
  pushed: Pushed,
  clock: string,
): string => {
  const { deltas, gone, ...where } = rest;
  const { receipts, expect } = pushed;
  const told = { receipts: [...receipts], expect, deltas: [...deltas], gone: [...gone], ...where, clock };
  const head = JSON.stringify(protocol < 2 ? answerTo1(told, since) : (told satisfies AnswerHead));
  return `${head.slice(0, -1)},"records":[${records.join(',')}]}`;
};

/** A device that only reads is noted as heard now and then, not at every look. Milliseconds. */
const HEARD_FOR = 5 * 60_000;
const isLongUnheard = ({ lastSeen }: Device, now: string): boolean =>
  lastSeen === null || Date.parse(now) - Date.parse(lastSeen) > HEARD_FOR;

/**
 * Answers a device.
 * @param who the person signed in, and her device, both known to be active and hers
 * @param told gets up to which number the answer tells the device what is new
 * @returns the answer as JSON text of `syncResponseSchema`, or `fork` if the device's numbers were used by a clone
 */
export const sync = async (
  storage: Storage,
  who: { readonly account: Account; readonly device: Device },
  request: SyncRequest,
  world: World,
  told: (upTo: number) => void = () => undefined,
): Promise<Result<string, { readonly type: 'fork' }>> => {
  const isSaying = [request.changes, request.voids, request.purged].some((list) => list.length > 0);
  const sends = isSaying || isLongUnheard(who.device, world.now);
  const pushed: Result<Pushed, { readonly type: 'fork' }> = sends
    ? await storage.write(async (writing) => {
        const device = (await writing.device(who.device.id)) ?? who.device;
        for (const { caseId, seq } of request.purged) await writing.deleteLeaving(device.id, caseId, seq);
        return push(writing, who.account, device, request, world);
      })
    : ok({ receipts: [], expect: who.device.next, stretch: undefined });
  if (!pushed.ok) return pushed;
  return storage.read(async (reading) => {
    const epoch = (await reading.fact(EPOCH)) ?? '';
    const scope = scopeOf(who.account);
    const reach = `${scope.cases}-${scope.mayReadLimits ? 'limits' : 'plain'}`;
    const cursor = readCursor(request.cursor, epoch, reach);
    const pulled = await pull(reading, scope, who.device.id, beyondOwn(cursor, pushed.value.stretch));
    told(pulled.upTo);
    return ok(answerText(request.protocol, cursor.since, pulled, pushed.value, world.now));
  });
};
