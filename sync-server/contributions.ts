// Contributions (S10): what somebody wrote in a case that had gone to somebody else meanwhile is kept, decided, and applied.
import { isSameContent, type Change } from '#domain/change.ts';
import {
  changeToContribution,
  contributionKindOf,
  contributionToChange,
  decisionOf,
  decisionPath,
  decisionSchema,
  isContributionKind,
} from '#domain/contribution.ts';
import { SERVER } from '#domain/id.ts';
import { jsonSchema } from '#domain/json.ts';
import { headsOf, type VersionedRecord } from '#domain/record.ts';
import type { Refusal } from '#domain/receipt.ts';
import { checkLink, noteLink } from './link-changes.ts';
import { changeOfServer, type NewId } from './server-changes.ts';
import type { Account, Outcome, Reading, Writing } from './storage/storage.ts';
import { takeChanges } from './take-change.ts';

type World = { readonly now: string; readonly newId: NewId };

/** Who reads every case loses nothing by `scope` when her role changes: that she could is remembered here. */
const oversawFact = (user: string): string => `oversaw ${user}`;

/** Remembers that somebody could read every case until now. */
export const noteOversight = (writing: Writing, user: string, now: string): Promise<void> =>
  writing.putFact(oversawFact(user), now);

/** Whether the author of a change once could write it, and would still if the case had not gone from her. */
export const wasAllowed = async (reading: Reading, account: Account, change: Change): Promise<boolean> => {
  // What is decided about a contribution is decided by whoever has the case.
  if (change.caseId === null || isContributionKind(change.kind)) return false;
  const wasOn = await reading.wasOnCase(account.id, change.caseId);
  if (change.kind === 'limits') return wasOn && account.mayReadLimits;
  return wasOn || (await reading.fact(oversawFact(account.id))) !== undefined;
};

/** The contribution that bears this change's id already, perhaps sent under another number (S2). */
const keptBefore = async (reading: Reading, change: Change): Promise<VersionedRecord | undefined> => {
  const record = await reading.record(change.id);
  return record !== undefined && isContributionKind(record.kind) && record.values['by'] === change.by
    ? record
    : undefined;
};

const saysOtherwise = (before: VersionedRecord | undefined, change: Change): boolean => {
  const kept = before === undefined ? undefined : contributionToChange(before);
  return kept !== undefined && !isSameContent(kept, change);
};

/** Whether a contribution that bears this change's id says something else: a copied device let it grow (S2). */
export const isKeptOtherwise = async (reading: Reading, change: Change): Promise<boolean> =>
  saysOtherwise(await keptBefore(reading, change), change);

/** Why a change cannot be kept as a contribution. */
export const checkContribution = async (reading: Reading, change: Change): Promise<Refusal | undefined> => {
  if ((await keptBefore(reading, change)) !== undefined) return undefined;
  if ((await reading.record(change.id)) !== undefined) return { type: 'not-allowed' };
  const isStorable = [change.set, change.base].every((part) => jsonSchema.safeParse(part).success);
  return isStorable ? undefined : { type: 'invalid-value' };
};

/**
 * Keeps a change for whoever has its case now. Nobody else knows its id, so one that grew on both sides of a copied device
 * is kept twice.
 * @param at the author's clock, corrected
 */
export const keepContribution = async (
  writing: Writing,
  change: Change,
  at: string,
  { now, newId }: World,
): Promise<Outcome> => {
  const before = await keptBefore(writing, change);
  const isOther = saysOtherwise(before, change);
  if (before !== undefined && !isOther) return { result: 'contribution' };
  const kind = contributionKindOf(change.kind);
  const edit = {
    caseId: change.caseId,
    kind,
    recordId: isOther ? newId() : change.id,
    set: changeToContribution(change, at),
  };
  await takeChanges(writing, undefined, [{ change: changeOfServer(edit, undefined, now, newId), at: now }]);
  return { result: 'contribution' };
};

/** What could not be applied any more: its record became another's, or its link would open another plan. */
const checkApplying = async (reading: Reading, kept: Change): Promise<Refusal | undefined> => {
  if ((await reading.changeById(kept.id)) !== undefined) return undefined;
  const before = await reading.record(kept.recordId);
  if (before !== undefined && (before.kind !== kept.kind || before.caseId !== kept.caseId))
    return { type: 'wrong-case' };
  return checkLink(reading, kept);
};

/**
 * Why a change to a contribution is refused. Nobody makes one but the server. The first decision that arrives counts:
 * another one is taken only from somebody who saw it, and none after the content was applied.
 */
export const checkDecision = async (reading: Reading, change: Change): Promise<Refusal | undefined> => {
  if (!isContributionKind(change.kind)) return undefined;
  const before = await reading.record(change.recordId);
  if (before === undefined) return { type: 'not-allowed' };
  const wanted = decisionSchema.safeParse(change.set[decisionPath]);
  if (!wanted.success) return { type: 'invalid-value', path: decisionPath };
  const standing = decisionOf(before);
  if (wanted.data === standing) return undefined;
  const hasSeen = headsOf(before, decisionPath).every((head) => change.base[decisionPath]?.includes(head));
  if (standing === 'accepted' || !hasSeen) return { type: 'already-decided', path: decisionPath };
  const kept = contributionToChange(before);
  if (kept === undefined) return { type: 'wrong-case' };
  return wanted.data === 'accepted' ? checkApplying(reading, kept) : undefined;
};

/**
 * After a decision was taken: an accepted contribution is applied as it was made. Once: its change has its id for ever.
 * Nobody's device holds it any more, its author's neither, so everybody is told of it.
 */
export const applyDecision = async (writing: Writing, change: Change, { now }: World): Promise<void> => {
  if (!isContributionKind(change.kind) || change.set[decisionPath] !== 'accepted') return;
  const contribution = await writing.record(change.recordId);
  const kept = contribution === undefined ? undefined : contributionToChange(contribution);
  if (kept === undefined || (await writing.changeById(kept.id)) !== undefined) return;
  const before = await writing.record(kept.recordId);
  await takeChanges(writing, before, [{ change: kept, at: kept.at, knownTo: SERVER }]);
  await noteLink(writing, kept, now);
};
