// Takes what a device sends: by number, each once, deed by deed, every change ending in one receipt (S2, S7, S8).
import { isSameContent, type Change } from '#domain/change.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Refusal } from '#domain/receipt.ts';
import type { Receipt } from '#domain/receipt.ts';
import { forkDetail } from '#protocol/error.ts';
import type { SyncRequest } from '#protocol/sync.ts';
import { judgeChange, type Verdict } from './check-change.ts';
import { applyDecision, isKeptOtherwise, keepContribution } from './contributions.ts';
import { noteLink } from './link-changes.ts';
import type { NewId } from './server-changes.ts';
import type { Account, Device, Outcome, UsedNumber, Writing } from './storage/storage.ts';
import { beginStroke, type Stretch } from './stroke.ts';
import { takeChanges } from './take-change.ts';

/** What the push needs of the world. `now` is an ISO instant. */
export type World = { readonly now: string; readonly newId: NewId };
export type Pushed = {
  readonly receipts: readonly Receipt[];
  readonly expect: number;
  /** The county's numbers it used; undefined if nothing came. */
  readonly stretch: Stretch | undefined;
};

/** A clock is believed within this; beyond, the author's times are corrected by how wrong it was (S5). Milliseconds. */
const BELIEVED_SKEW = 60_000;

const correctedAt = (at: string, request: SyncRequest, now: string): string => {
  const skew = Date.parse(now) - Date.parse(request.clock);
  if (Math.abs(skew) <= BELIEVED_SKEW) return at;
  const corrected = new Date(Date.parse(at) + skew);
  return Number.isNaN(corrected.getTime()) ? now : corrected.toISOString();
};

const receiptOf = (number: number, id: string, outcome: Outcome): Receipt => {
  if (outcome.result === 'accepted') return { number, id, ...outcome };
  if (outcome.result === 'refused' || outcome.result === 'contribution') return { number, id, ...outcome };
  return { number, result: 'void' };
};

type Sent = { readonly number: number; readonly change: Change | null };

/** Changes and voids in the order of their numbers; a number named twice counts once. */
const inNumberOrder = (request: SyncRequest): readonly Sent[] => {
  const sent = new Map<number, Sent>(request.voids.map((number) => [number, { number, change: null }]));
  for (const change of request.changes) sent.set(change.number, { number: change.number, change });
  return [...sent.values()].sort((a, b) => a.number - b.number);
};

/** Consecutive changes of one deed stay together; a void stands alone. */
const inDeeds = (sent: readonly Sent[]): readonly (readonly Sent[])[] => {
  const deeds: Sent[][] = [];
  for (const entry of sent) {
    const last = deeds.at(-1);
    const before = last?.at(-1);
    const continues =
      last !== undefined &&
      before?.change != null &&
      before.change.deed === entry.change?.deed &&
      before.number + 1 === entry.number;
    if (continues) last.push(entry);
    else deeds.push([entry]);
  }
  return deeds;
};

/**
 * Checks a whole deed before any of it is taken: it is accepted or refused together. What it says of a case that its
 * author has no more is kept together as contributions.
 */
const takeDeed = async (
  writing: Writing,
  account: Account,
  changes: readonly Change[],
  request: SyncRequest,
  world: World,
  erased: ReadonlySet<string>,
): Promise<readonly Outcome[]> => {
  const verdicts: Verdict[] = [];
  for (const change of changes) {
    const isLate = change.caseId !== null && erased.has(change.caseId);
    if (isLate) verdicts.push({ type: 'erased' });
    else verdicts.push(await judgeChange(writing, account, change, request.protocol, changes));
  }
  if (verdicts.some((verdict) => typeof verdict === 'object')) {
    const reasonOf = (verdict: Verdict): Refusal =>
      typeof verdict === 'object' ? verdict : { type: 'deed-refused' };
    return verdicts.map((verdict) => ({ result: 'refused', reason: reasonOf(verdict) }));
  }
  const outcomes: Outcome[] = [];
  for (const [index, change] of changes.entries()) {
    const at = correctedAt(change.at, request, world.now);
    if (verdicts[index] === 'contribution') {
      outcomes.push(await keepContribution(writing, change, at, world));
      continue;
    }
    const before = await writing.record(change.recordId);
    const { numbers } = await takeChanges(writing, before, [{ change, at }]);
    await noteLink(writing, change, world.now);
    await applyDecision(writing, change, world);
    outcomes.push({ result: 'accepted', seq: numbers[0] ?? 0, at });
  }
  return outcomes;
};

/** A change that came before, perhaps under a number of a device that was cloned: its outcome stands (S2). */
const takenBefore = async (
  writing: Writing,
  account: Account,
  change: Change,
): Promise<Outcome | undefined> => {
  const known = await writing.changeById(change.id);
  if (known === undefined) return undefined;
  if (known.by !== account.id) return { result: 'refused', reason: { type: 'not-allowed' } };
  return (await writing.usedNumber(known.device, known.number))?.outcome;
};

/** Whether a number was used for something else: another change, or the same one before it grew on a copied device. */
const isFork = async (writing: Writing, used: UsedNumber | undefined, { change }: Sent): Promise<boolean> => {
  if (used === undefined || change === null) return false;
  return (
    used.id !== change.id ||
    (used.outcome.result === 'contribution' && (await isKeptOtherwise(writing, change)))
  );
};

/** The numbers of changes whose ids are known for something else: they grew on both sides of a copied device. */
const outgrown = async (writing: Writing, account: Account, changes: readonly Change[]) => {
  const numbers: number[] = [];
  for (const change of changes) {
    const known = await writing.changeById(change.id);
    if (known?.by !== account.id || known.content === null) continue;
    if (!isSameContent(known.content, change)) numbers.push(change.number);
  }
  return numbers;
};

/** A device whose numbers or ids a clone has used. `detail` names those of its changes that need other ids. */
export type Fork = { readonly type: 'fork'; readonly detail?: string };

/**
 * Takes a push, in one transaction. Numbers below the expected one were taken before and get the same receipt; one that
 * names another change than before is a fork, and so is an id that is known for something else: nothing is taken then. A gap
 * ends the push, and `expect` tells where.
 */
export const push = async (
  storage: Writing,
  account: Account,
  device: Device,
  request: SyncRequest,
  world: World,
): Promise<Result<Pushed, Fork>> => {
  const { writing, stretch } = await beginStroke(storage, device.id, request.changes);
  const receipts: Receipt[] = [];
  let expect = device.next;
  const settle = async (entry: Sent, outcome: Outcome): Promise<void> => {
    const id = entry.change?.id ?? null;
    await writing.putUsedNumber(device.id, { number: entry.number, id, outcome });
    receipts.push(receiptOf(entry.number, id ?? '', outcome));
    expect = entry.number + 1;
  };

  const others = await outgrown(writing, account, request.changes);
  if (others.length > 0) return fail({ type: 'fork', detail: forkDetail(others) });
  const sent = inNumberOrder(request);
  const fresh: Sent[] = [];
  for (const entry of sent) {
    if (entry.number >= device.next) {
      fresh.push(entry);
      continue;
    }
    const used = await writing.usedNumber(device.id, entry.number);
    if (await isFork(writing, used, entry)) return fail({ type: 'fork' });
    if (used !== undefined) receipts.push(receiptOf(entry.number, used.id ?? '', used.outcome));
  }

  const erased = new Set(fresh.length > 0 ? await writing.erasedCases() : []);
  for (const deed of inDeeds(fresh)) {
    if (deed[0]?.number !== expect) break;
    const fresher: Change[] = [];
    const before = new Map<number, Outcome>();
    for (const entry of deed) {
      if (entry.change === null) continue;
      const outcome = await takenBefore(writing, account, entry.change);
      if (outcome === undefined) fresher.push(entry.change);
      else before.set(entry.number, outcome);
    }
    const outcomes = await takeDeed(writing, account, fresher, request, world, erased);
    for (const entry of deed) {
      const index = fresher.findIndex((change) => change.number === entry.number);
      await settle(entry, before.get(entry.number) ?? outcomes[index] ?? { result: 'void' });
    }
  }
  await writing.putDevice({ ...device, next: expect, lastSeen: world.now });
  return ok({ receipts, expect, stretch: stretch() });
};
