// How a change becomes part of a record: the same function on tablet and server, without clock, network or chance.
import { ledByAuthor } from './case.ts';
import { MOST_HEADS, type Change } from './change.ts';
import { isSameJson, type Json } from './json.ts';
import { gonePathOf, isGonePath, partsOfPath } from './path.ts';
import { headsOf, type Version, type VersionedRecord } from './record.ts';

/** Who wrote a change; null where this device has not been told. */
export type Author = Pick<Version, 'by' | 'device' | 'at'>;
/** Looks up who wrote a change. */
export type AuthorOf = (changeId: string) => Author | undefined;

/** A record after a change, and the paths whose state the change altered (its own, and deletions it touched). */
export type Applied = { readonly record: VersionedRecord; readonly touched: readonly string[] };

/** A copy that is written path by path and given out once. */
type Draft = VersionedRecord;

const unknownAuthor: Author = { by: null, device: null, at: null };

/** The record a first change makes out of nothing: every leaf rests on it alone. */
const firstApplied = (change: Change): Applied => {
  const { id: head, recordId: id, caseId, kind } = change;
  const values = { ...ledByAuthor(change), ...change.set };
  return {
    record: { id, caseId, kind, seq: 0, head, heads: {}, values, versions: {} },
    touched: Object.keys(values),
  };
};

const versionsAt = (record: VersionedRecord, path: string, authorOf: AuthorOf): readonly Version[] => {
  const known = record.versions[path];
  if (known !== undefined) return known;
  const value = record.values[path];
  if (value === undefined) return [];
  return headsOf(record, path).map((change) => ({ change, value, ...(authorOf(change) ?? unknownAuthor) }));
};

/** Of several values of a deletion mark, "still there" is shown: an edit the deletion had not seen keeps the thing. */
const shownOf = (path: string, versions: readonly Version[]): Json =>
  isGonePath(path) && versions.some((version) => version.value !== true)
    ? false
    : (versions[0]?.value ?? null);

const put = (draft: Draft, path: string, versions: readonly Version[]): void => {
  const heads = versions.map((version) => version.change);
  const isContested = versions.some((version) => !isSameJson(version.value, versions[0]?.value));
  draft.values[path] = shownOf(path, versions);
  if (heads.length === 1 && heads[0] === draft.head) Reflect.deleteProperty(draft.heads, path);
  else draft.heads[path] = heads;
  if (isContested) draft.versions[path] = [...versions];
  else Reflect.deleteProperty(draft.versions, path);
};

/** The paths of all leaves that a deletion mark would take away. */
const leavesUnder = (record: VersionedRecord, gonePath: string): readonly string[] => {
  const { map, item } = partsOfPath(gonePath);
  const prefix = map === undefined || item === undefined ? '' : `${map}/${item}/`;
  return Object.keys(record.values).filter((path) => path.startsWith(prefix) && path !== gonePath);
};

/** A head that a deletion had not seen, among the leaves it takes away. */
const unseenHead = (record: VersionedRecord, gonePath: string, change: Change): string | undefined =>
  leavesUnder(record, gonePath)
    .flatMap((path) => headsOf(record, path).filter((head) => !(change.base[path] ?? []).includes(head)))
    .find((head) => head !== change.id);

/**
 * Applies a change to a record (S3, S4, S6). A change replaces the heads it names in its base; a head it had not seen,
 * with another value, stays beside it: the path is contested, and the value accepted first is shown.
 * @param record the record so far; undefined if this change makes it
 * @param change the change; on the server in the order of acceptance, on a device in the order of its numbers
 * @param authorOf who wrote the other changes, as far as known
 */
export const applyChange = (
  record: VersionedRecord | undefined,
  change: Change,
  authorOf: AuthorOf = () => undefined,
): Applied => {
  if (record === undefined) return firstApplied(change);
  const before = record;
  const draft: Draft = {
    ...before,
    values: { ...before.values },
    heads: { ...before.heads },
    versions: { ...before.versions },
  };
  const touched = new Set<string>();
  const own = (value: Json): Version => ({
    change: change.id,
    value,
    ...(authorOf(change.id) ?? { by: change.by, device: change.device, at: change.at }),
  });

  for (const [path, value] of Object.entries(change.set)) {
    if (headsOf(before, path).includes(change.id)) continue;
    const seen = change.base[path] ?? [];
    const unseen = versionsAt(before, path, authorOf).filter((version) => !seen.includes(version.change));
    if (isGonePath(path) && value === true) {
      const head = unseenHead(before, path, change);
      if (head !== undefined && !unseen.some((version) => version.change === head)) {
        unseen.push({ change: head, value: false, ...(authorOf(head) ?? unknownAuthor) });
      }
    }
    put(draft, path, [...unseen, own(value)]);
    touched.add(path);
  }

  for (const path of Object.keys(change.set)) {
    for (const gonePath of new Set([gonePathOf(path), 'gone'])) {
      if (path === gonePath || touched.has(gonePath) || draft.values[gonePath] !== true) continue;
      const seen = change.base[gonePath] ?? [];
      const deletions = versionsAt(before, gonePath, authorOf);
      if (deletions.every((version) => seen.includes(version.change))) continue;
      put(draft, gonePath, [...deletions, own(false)]);
      touched.add(gonePath);
    }
  }
  return { record: draft, touched: [...touched] };
};

/** What is shown on a device: what was pulled, and on top of it the device's own changes that wait, in their order. */
export const merge = (
  pulled: VersionedRecord | undefined,
  waiting: readonly Change[],
): VersionedRecord | undefined =>
  [...waiting]
    .sort((a, b) => a.number - b.number)
    .reduce<VersionedRecord | undefined>((record, change) => applyChange(record, change).record, pulled);

/**
 * What a change may name of all that its author saw at a path: what was shown comes first, then what is newest. One that is
 * not named stands beside the change, should it still count: then somebody is asked, and nothing is lost.
 */
export const namedOf = (heads: Iterable<string>): string[] => [...new Set(heads)].slice(0, MOST_HEADS);

/**
 * The base of an edit: for each path the heads the author saw. For a deletion, those of every leaf it takes away.
 * Own changes that wait name their bases too, so that a refusal of one of them leaves no false conflict behind.
 * @param shown the record as the author saw it
 * @param waiting the author's own changes to this record that wait or were refused
 * @param seen the heads that a field showed when it was opened, where that was earlier
 */
export const baseOf = (
  shown: VersionedRecord | undefined,
  set: Readonly<Record<string, Json>>,
  waiting: readonly Pick<Change, 'id' | 'set' | 'base'>[] = [],
  seen: Readonly<Record<string, readonly string[]>> = {},
): Record<string, string[]> => {
  if (shown === undefined) return {};
  const base: Record<string, string[]> = {};
  const note = (path: string, seenThere = seen[path] ?? headsOf(shown, path)): void => {
    const own = waiting.filter((change) => Object.hasOwn(change.set, path)).toReversed();
    const before = own.flatMap((change) => change.base[path] ?? []);
    const heads = namedOf([...seenThere, ...own.map((change) => change.id), ...before]);
    if (heads.length > 0) base[path] = heads;
  };
  for (const [path, value] of Object.entries(set)) {
    note(path);
    // Who says what he saw of a thing has seen nothing else of it: neither what is under it, nor that it was deleted since.
    const seenOf = (leaf: string) => seen[leaf] ?? (seen[path] === undefined ? headsOf(shown, leaf) : []);
    if (isGonePath(path) && value === true)
      for (const leaf of leavesUnder(shown, path)) note(leaf, seenOf(leaf));
    if (isGonePath(path)) continue;
    // A deletion that somebody objects to takes nothing away yet. Should the objection fall, this edit stands against it.
    const gonePath = gonePathOf(path);
    if (shown.values[gonePath] === true) note(gonePath, seenOf(gonePath));
  }
  return base;
};
