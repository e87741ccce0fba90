// What is known of a leaf while hands are at it: what it showed when it was opened, what was typed, and whether that is on the disk.
import * as z from 'zod/mini';
import { isSameJson, jsonSchema, type Json } from '#domain/json.ts';
import { headsOf, isContestedAt, type KindDefinition, type VersionedRecord } from '#domain/record.ts';
import { judge, type Judged, type Reading } from './judging.ts';

/** `touched`: not on the disk yet. `draft`: cannot be valid, kept aside. `failed`: the disk did not take it. */
type State = 'open' | 'touched' | 'saved' | 'draft' | 'failed';

export type Entry = {
  /** The heads that its author has seen. */
  seen: readonly string[];
  isFocused: boolean;
  state: State;
  raw: Json | undefined;
  judged: Judged | undefined;
  /** Whether a problem is said: not before the field was left once, then with every key until it is mended. */
  isTold: boolean;
};

/** An entry whose value can be stored, and is not yet. */
export type Ready = {
  readonly path: string;
  readonly entry: Entry;
  readonly value: Json;
  readonly raw: Json;
};

/** A leaf that is entered: from here on it is known what it showed. */
export const openEntry = (shown: VersionedRecord | undefined, path: string): Entry => ({
  seen: headsOf(shown, path),
  isFocused: false,
  state: 'open',
  raw: undefined,
  judged: undefined,
  isTold: false,
});

const draftSchema = z.strictObject({ raw: jsonSchema, seen: z.array(z.string()) });

/** What is kept of an entry that cannot be valid. */
export const entryToDraft = ({ seen }: Entry, raw: Json): string => JSON.stringify({ raw, seen });

/** A draft of the day before: it still knows what it had seen. */
export const draftToEntry = (
  text: string | undefined,
  kind: KindDefinition,
  path: string,
  reading: Reading,
): Entry | undefined => {
  const draft = text === undefined ? undefined : draftSchema.safeParse(JSON.parse(text)).data;
  if (draft === undefined) return undefined;
  const { seen, raw } = draft;
  return {
    seen,
    isFocused: false,
    state: 'draft',
    raw,
    judged: judge(kind, path, reading, raw),
    isTold: true,
  };
};

/** After an own save the author has also seen what he wrote himself; what came from others meanwhile he has not. */
export const seenAfterSave = (
  after: VersionedRecord | undefined,
  { path, entry, value }: Ready,
): readonly string[] => {
  if (after === undefined) return entry.seen;
  const versions = isContestedAt(after, path) ? (after.versions[path] ?? []) : undefined;
  const own =
    versions === undefined
      ? headsOf(after, path).filter(() => isSameJson(after.values[path], value))
      : versions.filter((one) => isSameJson(one.value, value)).map(({ change }) => change);
  return [...new Set([...entry.seen, ...own])];
};

/** Nobody is at it, and nothing of it is to be saved. */
export const isLeft = ({ isFocused, state }: Entry): boolean =>
  !isFocused && (state === 'open' || state === 'saved');

/** Whether it holds something that is not on the disk. */
export const isUnsaved = ({ state }: Entry): boolean => state === 'touched' || state === 'failed';

/** The entries that can be saved now. */
export const readyOf = (entries: ReadonlyMap<string, Entry>): Ready[] =>
  [...entries].flatMap(([path, entry]) => {
    if (!isUnsaved(entry) || entry.judged?.ok !== true || entry.raw === undefined) return [];
    return [{ path, entry, value: entry.judged.value, raw: entry.raw }];
  });
