// One round of transfer: sends what waits, takes in what is new, until both sides are even. No clock, network or table here.
import { fail, ok, type Result } from '#domain/result.ts';
import type { Purged } from '#domain/receipt.ts';
import { forkedNumbers } from '#protocol/error.ts';
import type { DeviceRequest } from '#protocol/session.ts';
import {
  LARGEST_BODY,
  MOST_CHANGES,
  MOST_PURGED,
  type SyncRequest,
  type SyncResponse,
} from '#protocol/sync.ts';
import { PROTOCOL } from '#protocol/version.ts';
import type { Outgoing } from '#store/outgoing.ts';
import type { Store } from '#store/store.ts';
import type { CallFailure } from './http.ts';

/** What a round needs of the world; a simulation hands in its own. */
export type RoundPorts = {
  readonly store: Pick<
    Store,
    | 'takeOutgoing'
    | 'receive'
    | 'renewDevice'
    | 'isRegistered'
    | 'firstNumber'
    | 'purged'
    | 'isHolding'
    | 'tidy'
    | 'transfer'
  >;
  readonly send: (request: SyncRequest) => Promise<Result<SyncResponse, CallFailure>>;
  readonly register: (request: DeviceRequest) => Promise<Result<unknown, CallFailure>>;
  /** Brings what a hand has touched to the disk before a case is let go of; false if something could not be saved. */
  readonly flush?: () => Promise<boolean>;
  readonly deviceName: string;
  readonly now: () => Date;
  readonly newId: () => string;
};

/** A push leaves room for what surrounds the changes. */
const LARGEST_BATCH = LARGEST_BODY * 0.8;
/** A round that makes no progress this often is given up; the next one begins anew. */
const MOST_IDLE = 6;

const enrol = ({ store, register, deviceName }: RoundPorts, device: string) =>
  register({ device, name: deviceName, firstNumber: store.firstNumber() });

/** What can be done about a failure, so that the next request succeeds. */
const repair = async (
  ports: RoundPorts,
  failure: CallFailure,
  device: string,
): Promise<Result<unknown, CallFailure>> => {
  if (failure.type === 'device-unknown') return enrol(ports, device);
  if (failure.type !== 'fork') return fail(failure);
  const renewed = ports.newId();
  await ports.store.renewDevice(renewed, forkedNumbers(failure.detail));
  return enrol(ports, renewed);
};

/** A case is let go of only when nothing is left in an open form: what a hand touched is saved first, and goes out. */
const saveOpen = async ({ store, flush }: RoundPorts, { gone }: SyncResponse): Promise<boolean> =>
  (gone.length === 0 && !store.isHolding()) || flush === undefined || (await flush());

/** What one request and its answer came to; `last` is the answer, `undefined` if none was taken. */
type Stride = { readonly isTaken: boolean; readonly isGap: boolean; readonly last: SyncResponse | undefined };

/**
 * Sends what was taken out, batch after batch, and pulls until there is no more. An answer is taken in while the next
 * request is under way: the cursor it brought is enough for that one. Should the answer not be taken (another tab was
 * quicker), nothing after it is taken either, and the next round asks again.
 */
const stride = async (
  ports: RoundPorts,
  outgoing: Outgoing,
  purged: readonly Purged[],
): Promise<Result<Stride, CallFailure>> => {
  const { store, send, now } = ports;
  const { device, answered } = outgoing;
  const batches = [...outgoing.batches];
  let { cursor } = outgoing;
  let taking = Promise.resolve(true);
  let last: SyncResponse | undefined;
  let isGap = false;
  do {
    const { changes, voids } = batches.shift() ?? { changes: [], voids: [] };
    const isFirst = last === undefined;
    const answer = await send({
      protocol: PROTOCOL,
      device,
      cursor,
      clock: now().toISOString(),
      changes: [...changes],
      voids: [...voids],
      purged: isFirst ? [...purged] : [],
    });
    if (!(await taking)) return ok({ isTaken: false, isGap, last });
    if (!answer.ok) return answer;
    const { value } = answer;
    const asked = cursor;
    taking = saveOpen(ports, value).then((isSaved) => store.receive(asked, value, isSaved));
    // What goes wrong in it is met where it is awaited.
    taking.catch(() => undefined);
    cursor = value.cursor;
    last = value;
    // A gap before or in what was sent, or a server that was restored and lost what it had taken: it is filled next.
    isGap = value.expect <= Math.max(answered, changes.at(-1)?.number ?? 0);
  } while (!isGap && (batches.length > 0 || last.more));
  return ok({ isTaken: await taking, isGap, last });
};

/** Runs a round; the failure is the first thing that stopped it. What was not sent stays, and goes out next time. */
export const runRound = async (ports: RoundPorts): Promise<Result<void, CallFailure>> => {
  const { store } = ports;
  let expected = 0;
  // What an open form saved because a case leaves goes out in the same round, once.
  let wasSaved = false;
  for (let idle = 0; idle < MOST_IDLE;) {
    const outgoing = await store.takeOutgoing(MOST_CHANGES, LARGEST_BATCH);
    if (!store.isRegistered()) {
      const enrolled = await enrol(ports, outgoing.device);
      if (!enrolled.ok) return enrolled;
    }
    const purged = outgoing.purged.slice(0, MOST_PURGED);
    const gone = await stride(ports, outgoing, purged);
    if (!gone.ok) {
      const repaired = await repair(ports, gone.error, outgoing.device);
      if (!repaired.ok) return repaired;
      idle += 1;
      continue;
    }
    const { isTaken, isGap, last } = gone.value;
    const isTold = ({ caseId, seq }: Purged): boolean =>
      purged.some((told) => told.caseId === caseId && told.seq === seq);
    const isToTell = !store.purged().every(isTold);
    const isLeaving = store.isHolding() || (last !== undefined && last.gone.length > 0);
    const isSavedNow: boolean = !wasSaved && isLeaving && store.transfer().waiting.length > 0;
    wasSaved ||= isSavedNow;
    if (isTaken && !outgoing.more && !isGap && !isToTell && !isSavedNow) {
      await store.tidy();
      return ok(undefined);
    }
    const expect = last?.expect ?? expected;
    idle = isTaken && (!isGap || expect > expected) ? 0 : idle + 1;
    if (isTaken) expected = expect;
  }
  return fail({ type: 'server-trouble' });
};
