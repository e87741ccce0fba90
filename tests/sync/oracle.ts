// The judge of a simulation: knows what every author saw and saved, and nothing of how the product works.
import type { Json } from '#domain/json.ts';
import type { VersionedRecord } from '#domain/record.ts';

/** What an author saved: a value never used before, at one path, and the values that path showed her. */
export type SavedEdit = {
  readonly caseId: string | null;
  readonly recordId: string;
  readonly path: string;
  readonly value: Json;
  readonly saw: readonly Json[];
  readonly tablet: string;
  /** Whether it was a deed of its own: only such a one takes the place of what has not left yet. */
  readonly isAlone: boolean;
  /** Whether the author was shown that the thing is deleted. */
  readonly sawGone: boolean;
};

/** A deletion, and the values it took away as its author saw them. */
export type Deletion = {
  readonly recordId: string;
  readonly under: string;
  readonly saw: readonly Json[];
  readonly tablet: string;
};

/** What is shown at a quiet point, and what stands refused. */
export type Standing = {
  readonly records: ReadonlyMap<string, VersionedRecord>;
  readonly refused: ReadonlySet<string>;
  /** What is kept for whoever leads the case now. It may be taken in much later, and stands beside later ones then. */
  readonly contributed: ReadonlySet<string>;
};

export type Verdict = {
  /** Edits that neither stand, nor were replaced by one who had seen them, nor are accounted for. */
  readonly lost: readonly SavedEdit[];
  /** Edits that stand again although an edit that had seen them took their place (S4). */
  readonly risen: readonly SavedEdit[];
  /** Edits that a deletion hides which had not seen them (S6). */
  readonly hidden: readonly SavedEdit[];
  /** Edits that were shown, and stand beside another one now without having been decided upon (S3). */
  readonly overtaken: readonly SavedEdit[];
};

export type Oracle = {
  readonly saved: (edit: SavedEdit) => void;
  readonly deleted: (deletion: Deletion) => void;
  readonly broughtBack: (thing: Pick<Deletion, 'recordId' | 'under'>) => void;
  /** The values are accounted for: given up by a person, lost with a damaged row. */
  readonly accountFor: (values: readonly Json[]) => void;
  /** The values of a tablet were seen in the network. */
  readonly left: (tablet: string, values: readonly Json[]) => void;
  /** The values were refused and go out anew, resting on what their author had seen then: they may stand beside later ones. */
  readonly sentAnew: (tablet: string, values: readonly Json[]) => void;
  /**
   * A profile is copied: both tablets know what one of them has written. Values that wait there may stand beside what they
   * grow into on one side, if they do not on the other.
   */
  readonly copied: (tablet: string, copy: string, waiting: readonly Json[]) => void;
  /** The values are kept for whoever leads the case now: their author's tablet has nothing of them any more. */
  readonly handed: (values: readonly Json[]) => void;
  /** A case is erased: nothing of it is to be found any more. */
  readonly erased: (caseId: string) => void;
  /**
   * The server was restored: what rests on something that is gone counts as not seen, so that replaced values may stand
   * beside the ones that replaced them. What was written in these cases may be nowhere any more, nor what was handed over.
   */
  readonly restored: (cases: ReadonlySet<string>) => void;
  readonly judge: (standing: Standing) => Verdict;
  /** Whether a value may be missing where this tablet shows a path: it was replaced, or is accounted for. */
  readonly mayBeMissing: (edit: SavedEdit, refused: ReadonlySet<string>) => boolean;
  /** What this tablet saved and nobody has judged since. */
  readonly unjudged: (tablet: string) => readonly SavedEdit[];
  /** A tablet has lost what the server holds: it may show what it saved only when it has read again. */
  readonly hasToRead: (tablet: string) => void;
  readonly count: () => number;
};

/** A value as a key. */
export const keyOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** All values a path still holds: the one shown and those beside it. */
export const valuesAt = (record: VersionedRecord | undefined, path: string): readonly Json[] => {
  if (record === undefined || record.values[path] === undefined) return [];
  return [record.values[path], ...(record.versions[path] ?? []).map((version) => version.value)];
};

const underOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/**
 * `ownKeys`: what the author had written there before, whichever tab or form she wrote in; `unsentKeys`: what of it had not
 * left then. `knownTo`: the tablets on which it was written; the copy of one is another.
 */
type Kept = SavedEdit & {
  readonly key: string;
  readonly knownTo: ReadonlySet<string>;
  readonly sawKeys: readonly string[];
  readonly ownKeys: readonly string[];
  readonly unsentKeys: readonly string[];
};
const hasSeen = ({ sawKeys, ownKeys }: Kept, key: string): boolean =>
  sawKeys.includes(key) || ownKeys.includes(key);

/**
 * What is judged and forgotten passes on what it had seen: the edit it grew into has seen that as well, and may be taken in
 * much later, as a contribution.
 */
const withWhatTheySaw = (left: readonly Kept[], kept: readonly Kept[]): readonly Kept[] => {
  const forgotten = kept.filter((edit) => !left.includes(edit)).reverse();
  return left.map((edit) => {
    const own = new Set(edit.ownKeys);
    for (const { key, sawKeys } of forgotten)
      if (edit.sawKeys.includes(key) || own.has(key)) for (const seen of sawKeys) own.add(seen);
    own.delete(edit.key);
    return own.size === edit.ownKeys.length ? edit : { ...edit, ownKeys: [...own] };
  });
};

/** Makes a judge. */
export const createOracle = (): Oracle => {
  let edits = 0;
  const places = new Map<string, readonly Kept[]>();
  const recent = new Map<string, Kept[]>();
  const accounted = new Set<string>();
  let wasRestored = false;
  /** What was seen in the network: it has left its tablet, and grows no more. Another tablet may have chosen the same value. */
  const sent = new Set<string>();
  const sentFrom = (tablet: string, key: string): string => `${tablet}|${key}`;
  const handedOver = new Set<string>();
  /** Every value that was ever written, with its place: also those that were judged long ago. */
  const written = new Set<string>();
  /** Values written twice, by somebody who chose between two: which of the two stands cannot be told. */
  const chosen = new Set<string>();
  /** By place: what was shown there at the last quiet point, above what stands beside it (S3). */
  const inFront = new Map<string, string>();
  /** By record and item: what deletions there had seen. */
  const takenAway = new Map<string, Set<string>>();
  /** By record and item: which tablets deleted it. Their own later edits there have seen that, whichever tab they came from. */
  const takers = new Map<string, Set<string>>();
  /** The change that a value was first written in may be sent once more after the value was chosen, and the choice has grown. */
  const isGrown = (one: Kept, later: Kept): boolean => {
    const wasUnsent = chosen.has(one.key) && later.unsentKeys.includes(one.key);
    const mayGrow = wasUnsent || !sent.has(sentFrom(later.tablet, one.key));
    return later.isAlone && one.knownTo.has(later.tablet) && mayGrow;
  };

  /** Judges one path, from the latest edit to the first: whoever was seen by an edit that counts has a successor. */
  const judgePlace = (kept: readonly Kept[], standing: ReadonlySet<string>, refused: ReadonlySet<string>) => {
    const succeeded = new Set<string>();
    /** By an edit whose author was shown the value where it stood. */
    const replaced = new Set<string>();
    const grown: Kept[] = [];
    const undecided = new Set<Kept>();
    const isAccountedFor = ({ key }: Kept): boolean => refused.has(key) || accounted.has(key);
    const [lost, risen, left]: [Kept[], Kept[], Kept[]] = [[], [], []];
    for (const edit of kept.toReversed()) {
      const stands = standing.has(edit.key);
      const isSucceeded = succeeded.has(edit.key);
      const isAccounted = isAccountedFor(edit);
      const grownInto = grown.filter((later) => hasSeen(later, edit.key) && isGrown(edit, later));
      if (!stands && !isSucceeded && !isAccounted && grownInto.length === 0) {
        lost.push(edit);
        continue;
      }
      if (stands && replaced.has(edit.key) && !chosen.has(edit.key)) risen.push(edit);
      if (stands || isSucceeded) {
        for (const key of edit.sawKeys) if (key !== edit.key) succeeded.add(key);
        // What was refused, lost with its row or kept as a contribution, by itself or grown into a later edit, has decided
        // nothing. Where its value stands, it may stand for the one that it chose.
        const isElsewhere = isAccounted || grownInto.some(isAccountedFor);
        const isUndecided =
          (isElsewhere && (!stands || chosen.has(edit.key))) ||
          grownInto.some((later) => undecided.has(later));
        if (isUndecided) undecided.add(edit);
        for (const key of edit.sawKeys) if (key !== edit.key && !isUndecided) replaced.add(key);
        for (const key of edit.ownKeys) succeeded.add(key);
      }
      grown.push(edit);
      if (stands || isAccounted) left.push(edit);
    }
    return { lost, risen, left: withWhatTheySaw(left.reverse(), kept) };
  };

  return {
    saved: (edit) => {
      edits += 1;
      const place = `${edit.recordId}|${edit.path}`;
      const kept = [...(places.get(place) ?? [])];
      const own = kept.filter((other) => other.knownTo.has(edit.tablet)).map((other) => other.key);
      const key = keyOf(edit.value);
      const ownKeys = own.filter((other) => other !== key);
      const hasTaken = ['', underOf(edit.path)].some((under) =>
        takers.get(`${edit.recordId}|${under}`)?.has(edit.tablet),
      );
      const sawGone = edit.sawGone || hasTaken;
      const knownTo = new Set([edit.tablet]);
      const unsentKeys = ownKeys.filter((other) => !sent.has(sentFrom(edit.tablet, other)));
      const entry = { ...edit, sawGone, key, knownTo, sawKeys: edit.saw.map(keyOf), ownKeys, unsentKeys };
      if (written.has(`${place}|${key}`)) {
        chosen.add(entry.key);
        // It stands in a new change now, which may grow until it leaves.
        sent.delete(sentFrom(edit.tablet, key));
      }
      written.add(`${place}|${key}`);
      kept.push(entry);
      places.set(place, kept);
      const mine = recent.get(edit.tablet) ?? [];
      mine.push(entry);
      recent.set(edit.tablet, mine);
    },
    deleted: ({ recordId, under, saw, tablet }) => {
      const place = `${recordId}|${under}`;
      const seen = takenAway.get(place) ?? new Set();
      for (const value of saw) seen.add(keyOf(value));
      // Her own edits she knows, and what they replaced: also where one was refused and is shown in its list alone.
      for (const [at, kept] of places) {
        const [record, path = ''] = at.split('|');
        if (record !== recordId || !(under === '' || path.startsWith(`${under}/`))) continue;
        for (const edit of kept)
          if (edit.knownTo.has(tablet))
            for (const key of [edit.key, ...edit.sawKeys, ...edit.ownKeys]) seen.add(key);
      }
      takenAway.set(place, seen);
      takers.set(place, (takers.get(place) ?? new Set()).add(tablet));
    },
    broughtBack: ({ recordId, under }) => void takers.delete(`${recordId}|${under}`),
    accountFor: (values) => {
      for (const value of values) accounted.add(keyOf(value));
    },
    left: (tablet, values) => {
      for (const value of values) sent.add(sentFrom(tablet, keyOf(value)));
    },
    sentAnew: (tablet, values) => {
      for (const value of values) {
        chosen.add(keyOf(value));
        // It stands in a new change now, which may grow until it leaves.
        sent.delete(sentFrom(tablet, keyOf(value)));
      }
    },
    copied: (tablet, copy, waiting) => {
      for (const value of waiting) chosen.add(keyOf(value));
      for (const [place, kept] of places)
        places.set(
          place,
          kept.map((edit) =>
            edit.knownTo.has(tablet) ? { ...edit, knownTo: new Set([...edit.knownTo, copy]) } : edit,
          ),
        );
      for (const deleters of takers.values()) if (deleters.has(tablet)) deleters.add(copy);
      for (const key of [...sent])
        if (key.startsWith(`${tablet}|`)) sent.add(`${copy}${key.slice(tablet.length)}`);
    },
    handed: (values) => {
      for (const value of values) handedOver.add(keyOf(value));
    },
    erased: (caseId) => {
      for (const [place, kept] of places)
        if (kept.some((edit) => edit.caseId === caseId)) places.delete(place);
    },
    restored: (cases) => {
      wasRestored = true;
      for (const key of handedOver) accounted.add(key);
      for (const kept of places.values())
        for (const edit of kept) if (cases.has(edit.caseId ?? '')) accounted.add(edit.key);
    },
    mayBeMissing: (edit, refused) => {
      const key = keyOf(edit.value);
      if (refused.has(key) || accounted.has(key)) return true;
      const kept = places.get(`${edit.recordId}|${edit.path}`) ?? [];
      return kept.some((later) => later.key !== key && hasSeen(later, key));
    },
    unjudged: (tablet) => recent.get(tablet) ?? [],
    hasToRead: (tablet) => void recent.delete(tablet),
    judge: ({ records, refused: alone, contributed }) => {
      for (const key of contributed) chosen.add(key);
      const refused = new Set([...alone, ...contributed]);
      const [lost, risen, hidden]: [SavedEdit[], SavedEdit[], SavedEdit[]] = [[], [], []];
      const overtaken: SavedEdit[] = [];
      for (const [place, kept] of places) {
        const [recordId = '', path = ''] = place.split('|');
        const record = records.get(recordId);
        const standing = new Set(valuesAt(record, path).map(keyOf));
        const judged = judgePlace(kept, standing, refused);
        const [front] = standing;
        const before = inFront.get(place);
        if (front === undefined) inFront.delete(place);
        else inFront.set(place, front);
        // What somebody chose again stands where the choice does.
        if (
          before !== undefined &&
          front !== before &&
          standing.has(before) &&
          !wasRestored &&
          !chosen.has(before)
        )
          overtaken.push(...kept.filter(({ key }) => key === before).slice(0, 1));
        lost.push(...judged.lost);
        if (!wasRestored) risen.push(...judged.risen);
        const known = new Set(judged.left.map(({ key }) => key));
        const [any] = kept;
        for (const value of valuesAt(record, path))
          if (any !== undefined && !wasRestored && !known.has(keyOf(value))) risen.push({ ...any, value });
        for (const under of new Set([underOf(path), ''])) {
          if (record?.values[under === '' ? 'gone' : `${under}/gone`] !== true) continue;
          const seen = takenAway.get(`${recordId}|${under}`);
          for (const edit of judged.left) {
            if (standing.has(edit.key) && !edit.sawGone && seen?.has(edit.key) !== true) hidden.push(edit);
          }
        }
        places.set(place, judged.left);
      }
      recent.clear();
      return { lost, risen, hidden, overtaken };
    },
    count: () => edits,
  };
};
