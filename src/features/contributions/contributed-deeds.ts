// The contributions of a case as somebody decides them: what was done in one stroke stands together, the open ones first.
import type { Change } from '#domain/change.ts';
import {
  contributionToChange,
  decisionOf,
  decisionPath,
  isContributionKind,
  type Decision,
} from '#domain/contribution.ts';
import type { Edit } from '#domain/change.ts';
import { isSameJson, type Json } from '#domain/json.ts';
import { applyChange } from '#domain/merge.ts';
import type { VersionedRecord } from '#domain/record.ts';

/** One leaf of a contribution. `now`: what stands there today, where that is something else. */
export type ContributedLeaf = { readonly path: string; readonly value: Json; readonly now: Json | null };

/** What a contribution says of one record. `shown`: the record as it would be, for the names of the things in it. */
export type ContributedPart = {
  readonly contribution: VersionedRecord;
  readonly change: Change;
  readonly shown: VersionedRecord;
  readonly leaves: readonly ContributedLeaf[];
};

/** What one person did at one moment. */
export type ContributedDeed = {
  readonly id: string;
  readonly by: string;
  readonly device: string;
  readonly at: string;
  readonly decision: Decision;
  readonly parts: readonly ContributedPart[];
};

/** Where an item stands in its list, and that it is there at all, is nothing anybody reads. */
const isSaid = (path: string, value: Json): boolean =>
  !path.endsWith('/order') && !(path.endsWith('gone') && value === false);

const partOf = (
  contribution: VersionedRecord,
  change: Change,
  records: ReadonlyMap<string, VersionedRecord>,
): ContributedPart => {
  const before = records.get(change.recordId);
  const nowAt = (path: string, value: Json): Json => {
    const now = before?.values[path] ?? null;
    return isSameJson(now, value) ? null : now;
  };
  const leaves = Object.entries(change.set)
    .filter(([path, value]) => isSaid(path, value))
    .map(([path, value]) => ({ path, value, now: nowAt(path, value) }));
  return { contribution, change, shown: applyChange(before, change).record, leaves };
};

/** All of them: first what is open, the oldest first; then what was decided, the newest first. */
export const contributedDeeds = (
  records: ReadonlyMap<string, VersionedRecord>,
): { readonly open: readonly ContributedDeed[]; readonly decided: readonly ContributedDeed[] } => {
  const deeds = new Map<string, ContributedDeed & { readonly parts: ContributedPart[] }>();
  const kept = [...records.values()]
    .filter(({ kind }) => isContributionKind(kind))
    .flatMap((contribution) => {
      const change = contributionToChange(contribution);
      return change === undefined ? [] : [{ contribution, change }];
    })
    .sort((a, b) => a.change.number - b.change.number);
  for (const { contribution, change } of kept) {
    const decision = decisionOf(contribution);
    const { by, device, at } = change;
    const id = `${change.deed} ${decision}`;
    const deed = deeds.get(id) ?? { id, by, device, at, decision, parts: [] };
    deed.parts.push(partOf(contribution, change, records));
    deeds.set(id, deed);
  }
  const inTime = [...deeds.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    open: inTime.filter(({ decision }) => decision === 'open'),
    decided: inTime.filter(({ decision }) => decision !== 'open').reverse(),
  };
};

/** A decision about all of a deed, in the order in which it was done. */
export const decisionToEdits = ({ parts }: ContributedDeed, decision: Decision): readonly Edit[] =>
  parts.map(({ contribution: { caseId, kind, id } }) => ({
    ...{ caseId, kind, recordId: id },
    set: { [decisionPath]: decision },
  }));
