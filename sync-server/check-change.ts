// Whether a change may be taken: its kind, its case, its author's rights, and every leaf it sets.
import { can } from '#domain/access.ts';
import type { Change } from '#domain/change.ts';
import { limitsIdOf, personIdOf, planIdOf } from '#domain/id.ts';
import { isServerPath, kindByName } from '#domain/kinds.ts';
import { leafSchemaAt, type KindDefinition, type VersionedRecord } from '#domain/record.ts';
import type { Refusal } from '#domain/receipt.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { onCaseById } from './case-access.ts';
import { checkContribution, checkDecision, wasAllowed } from './contributions.ts';
import { isKeptForCase } from './kept-ids.ts';
import { checkLink } from './link-changes.ts';
import type { Account, Reading } from './storage/storage.ts';

/** Kinds of which a case has one record, under an id that follows from the case. */
const single: Readonly<Record<string, (caseId: string) => string>> = {
  case: (caseId) => caseId,
  person: personIdOf,
  plan: planIdOf,
  limits: limitsIdOf,
};

const hasItsPlace = (kind: KindDefinition, change: Change): boolean => {
  if (kind.ofCase !== (change.caseId !== null)) return false;
  const idOf = Object.hasOwn(single, kind.name) ? single[kind.name] : undefined;
  return change.caseId === null || idOf === undefined || idOf(change.caseId) === change.recordId;
};

const isElsewhere = (a: Pick<Change, 'kind' | 'caseId'>, b: Change): boolean =>
  a.kind !== b.kind || a.caseId !== b.caseId;

const checkLeaves = (kind: KindDefinition, change: Change, isNewer: boolean): Refusal | undefined => {
  for (const [path, value] of Object.entries(change.set)) {
    const schema = leafSchemaAt(kind, path);
    if (schema === undefined) {
      if (isNewer) continue;
      return { type: 'unknown-path', path };
    }
    if (isServerPath(kind.name, path)) return { type: 'not-allowed', path };
    if (value !== null && !schema.safeParse(value).success) return { type: 'invalid-value', path };
  }
  return undefined;
};

/** A change is right, is kept for whoever has its case now (S10), or is refused for a reason (S7). */
export type Verdict = 'right' | 'contribution' | Refusal;

/** Whether a change stands where its record does. */
const checkPlace = (
  kind: KindDefinition,
  before: VersionedRecord | undefined,
  change: Change,
  deed: readonly Change[],
): Refusal | undefined => {
  const sameRecord = deed.filter((other) => other.recordId === change.recordId);
  const isMoved = [before, ...sameRecord].some((other) => other !== undefined && isElsewhere(other, change));
  return hasItsPlace(kind, change) && !isMoved ? undefined : { type: 'wrong-case' };
};

/** What its author may: the case as it is led now decides. */
const checkRights = async (
  reading: Reading,
  account: Account,
  change: Change,
  deed: readonly Change[],
): Promise<Verdict> => {
  const people = change.caseId === null ? undefined : await onCaseById(reading, change.caseId);
  const subject = {
    kind: change.kind,
    caseId: change.caseId,
    owner: people?.owner ?? null,
    deputies: people?.deputies ?? [],
  };
  const opens =
    people === undefined && deed.some((other) => other.kind === 'case' && other.recordId === change.caseId);
  if (change.caseId !== null && people === undefined && !opens) return { type: 'not-allowed' };
  const isNewCase = opens && change.kind === 'case';
  const own = opens && !isNewCase ? { ...subject, owner: account.id } : subject;
  if (can(account, isNewCase ? 'create' : 'write', own)) return 'right';
  const isLost = people !== undefined && (await wasAllowed(reading, account, change));
  return isLost ? 'contribution' : { type: 'not-allowed' };
};

/**
 * Judges a change.
 * @param protocol the wire the device speaks: an unknown path of a newer one is kept, of another refused
 * @param deed the other changes of its deed: a case that one of them opens counts as the author's
 */
export const judgeChange = async (
  reading: Reading,
  account: Account,
  change: Change,
  protocol: number,
  deed: readonly Change[],
): Promise<Verdict> => {
  const kind = kindByName(change.kind);
  if (kind === undefined) return { type: 'unknown-kind' };
  const misplaced = checkPlace(kind, await reading.record(change.recordId), change, deed);
  if (misplaced !== undefined) return misplaced;
  const isItself = kind.name !== 'case' && Object.hasOwn(single, kind.name);
  if (!isItself && (await isKeptForCase(reading, change.recordId))) return { type: 'wrong-case' };
  const rights = await checkRights(reading, account, change, deed);
  if (typeof rights === 'object') return rights;
  const wrong =
    checkLeaves(kind, change, protocol > PROTOCOL) ??
    (await checkDecision(reading, change)) ??
    (await checkLink(reading, change));
  if (wrong !== undefined) return wrong;
  return (rights === 'contribution' ? await checkContribution(reading, change) : undefined) ?? rights;
};
