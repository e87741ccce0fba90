// A dispute: a place in a record for which there are two versions, whom it concerns, and how it is decided (S6).
import type { Edit } from './change.ts';
import type { Json } from './json.ts';
import { gonePathOf, isGonePath, partsOfPath } from './path.ts';
import { headsOf, type Version, type VersionedRecord } from './record.ts';

/** One place with two or more versions. `by`: who wrote them, as far as this device has been told. */
export type Dispute = {
  readonly kind: string;
  readonly recordId: string;
  readonly path: string;
  readonly by: readonly string[];
};

/** A leaf of a deleted thing is decided: whoever deleted the thing had seen all of it. */
const isDecided = (record: VersionedRecord, path: string): boolean =>
  [gonePathOf(path), 'gone'].some((gonePath) => gonePath !== path && record.values[gonePath] === true);

/** The versions at a path, the one accepted first in front; none if nothing there waits for a decision. */
export const versionsToDecide = (record: VersionedRecord, path: string): readonly Version[] => {
  const versions = Object.hasOwn(record.versions, path) ? record.versions[path] : undefined;
  return versions === undefined || isDecided(record, path) ? [] : versions;
};

/** All places of a record that wait for a decision. */
export const disputesOf = (record: VersionedRecord): Dispute[] =>
  Object.entries(record.versions)
    .filter(([path]) => !isDecided(record, path))
    .map(([path, versions]) => ({
      kind: record.kind,
      recordId: record.id,
      path,
      by: [...new Set(versions.flatMap(({ by }) => by ?? []))],
    }));

/** Whoever leads a case or stands in for who does; nobody for what is the county's. */
export type OnCase = { readonly owner: string | null; readonly deputies: readonly string[] };

/** Whether somebody is asked to decide: who wrote one of the versions, and who leads the case or stands in. */
export const isConcerned = ({ by }: Pick<Dispute, 'by'>, user: string, on?: OnCase): boolean =>
  by.includes(user) || on?.owner === user || on?.deputies.includes(user) === true;

const leavesUnder = (record: VersionedRecord, gonePath: string): readonly string[] => {
  const { map, item } = partsOfPath(gonePath);
  const prefix = map === undefined || item === undefined ? '' : `${map}/${item}/`;
  return Object.keys(record.values).filter((path) => path.startsWith(prefix) && !isGonePath(path));
};

/**
 * What an edit wrote that keeps a deleted thing on the screen: the leaves that rest on the same change. The mark "still
 * there" stands in the name of such an edit and has no value of its own to show.
 */
export const leavesOfChange = (
  record: VersionedRecord,
  gonePath: string,
  change: string,
): readonly string[] =>
  leavesUnder(record, gonePath).filter((path) => headsOf(record, path).includes(change));

/**
 * The edit that decides: it names the heads of every version that was on the screen, and of nothing that came later; of a
 * thing that goes, those of each of its leaves.
 * @param shown the record as it stood beside the choice
 */
export const decisionOf = (shown: VersionedRecord, path: string, value: Json): Edit => {
  const { caseId, kind, id: recordId } = shown;
  const leaves = isGonePath(path) ? leavesUnder(shown, path) : [];
  const seen = Object.fromEntries([path, ...leaves].map((leaf) => [leaf, headsOf(shown, leaf)]));
  return { caseId, kind, recordId, set: { [path]: value }, seen };
};

/**
 * The edits, one deed, that take a decision back: the versions stand side by side again, each unseen by the others. They
 * bear the name of who takes it back, for a change that was replaced cannot become a head again.
 * @param before the record before the decision
 * @param after the record since the decision
 */
export const reopeningOf = (before: VersionedRecord, after: VersionedRecord, path: string): readonly Edit[] =>
  (before.versions[path] ?? []).map(({ value }) => decisionOf(after, path, value));
