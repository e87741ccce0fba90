// The PIN of a person's link (docs/decisions/0024): counted before it is compared, for each link and for the county.
import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { burntPath, planLinkKind } from '#domain/plan-link.ts';
import { pinTriesDetail, type PinTries } from '#protocol/plan-view.ts';
import { writeAsServer, type NewId } from './server-changes.ts';
import type { PlanLink, Reading, Writing } from './storage/storage.ts';

/** How often a PIN may be wrong before a phone has the plan, and afterwards on that phone, between two right ones. */
export const TRIES_BEFORE = 5;
export const TRIES_AFTER = 10;
/** How many wrong ones an hour may bring over all links; beyond, no PIN is tried for a phone that has no plan yet. */
export const WRONG_AN_HOUR = 50;
const HOUR = 3_600_000;

/** What is kept of a right PIN: from it nobody gets back to what a phone sends. */
export const checkOfProof = (proof: string): string =>
  createHash('sha256').update(`geleit plan pin ${proof}`).digest('base64url');

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** How many tries a link has left. A phone that has the plan has more: its own copy was tried before. */
export const triesOf = ({ phoneHash, wrongPins }: PlanLink): PinTries => {
  const of = phoneHash === null ? TRIES_BEFORE : TRIES_AFTER;
  return { left: Math.max(0, of - wrongPins), of };
};

const FACT = 'wrong-pins';
const timesSchema = z.array(z.number());

/** When wrong PINs came within the last hour, in milliseconds. */
const wrongPinsOf = async (reading: Reading, now: number): Promise<readonly number[]> => {
  const kept = await reading.fact(FACT);
  const times = kept === undefined ? [] : timesSchema.parse(JSON.parse(kept));
  return times.filter((time) => time > now - HOUR && time <= now);
};

/** The link is dead, and its record says so to the staff. */
const burn = async (writing: Writing, link: PlanLink, at: Date, newId: NewId): Promise<void> => {
  await writing.putPlanLink({ ...link, revoked: true });
  const records = await writing.recordsOfCase(link.caseId);
  const record = records.find(
    ({ kind, values }) => kind === planLinkKind.name && values['hash'] === link.hash,
  );
  if (record === undefined) return;
  const set = { revoked: true, [burntPath]: true };
  const edit = { caseId: link.caseId, kind: planLinkKind.name, recordId: record.id, set };
  await writeAsServer(writing, [edit], at.toISOString(), newId);
};

/** What came of a try. `alarm`: this wrong one was the last that the county takes within the hour. */
export type Tried =
  | { readonly type: 'right'; readonly link: PlanLink }
  | { readonly type: 'plan-pin-wrong'; readonly detail: string; readonly alarm: boolean }
  | { readonly type: 'too-many-tries'; readonly retryAfter: number };

/**
 * Tries a PIN at a link that may be opened and wants one, in the transaction under way: of tries side by side each finds
 * the count of the one before. The last wrong one closes the link.
 * @param proof what the phone derived from PIN and secret
 */
export const tryPin = async (
  writing: Writing,
  link: PlanLink,
  proof: string,
  at: Date,
  newId: NewId,
): Promise<Tried> => {
  const now = at.getTime();
  const before = await wrongPinsOf(writing, now);
  // A phone that has its plan is never turned away for what others do: it has ten tries of its own and no more.
  if (link.phoneHash === null && before.length >= WRONG_AN_HOUR)
    return { type: 'too-many-tries', retryAfter: (before[0] ?? now) + HOUR - now };
  const counted = { ...link, wrongPins: link.wrongPins + 1 };
  await writing.putPlanLink(counted);
  if (link.pinCheck !== null && isSame(checkOfProof(proof), link.pinCheck))
    return { type: 'right', link: { ...link, wrongPins: 0 } };
  const times = [...before, now].slice(-WRONG_AN_HOUR);
  await writing.putFact(FACT, JSON.stringify(times));
  const tries = triesOf(counted);
  if (tries.left === 0) await burn(writing, counted, at, newId);
  return {
    type: 'plan-pin-wrong',
    detail: pinTriesDetail(tries),
    alarm: before.length === WRONG_AN_HOUR - 1,
  };
};
