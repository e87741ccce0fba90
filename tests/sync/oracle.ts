// The judge of a simulation: knows what every author saw and saved, and nothing of how the product works.
import type { Json } from '#domain/json.ts';
import type { VersionedRecord } from '#domain/record.ts';

/** What an author saved: a value never used before, at one path, and the values that path showed her. */
export type SavedEdit = {
  readonly recordId: string;
  readonly path: string;
  readonly value: Json;
  readonly saw: readonly Json[];
  readonly device: string;
};

export type Oracle = {
  readonly saved: (edit: SavedEdit) => void;
  /** Edits that neither stand in the record, nor were replaced by one who had seen them, nor stand refused. */
  readonly lost: (
    records: ReadonlyMap<string, VersionedRecord>,
    refused: ReadonlySet<string>,
  ) => readonly SavedEdit[];
  readonly count: () => number;
};

const key = (value: Json): string => JSON.stringify(value);

/** All values a path still holds: the one shown and those beside it. */
export const valuesAt = (record: VersionedRecord | undefined, path: string): readonly Json[] => {
  if (record === undefined || record.values[path] === undefined) return [];
  return [record.values[path], ...(record.versions[path] ?? []).map((version) => version.value)];
};

/** Makes a judge. */
export const createOracle = (): Oracle => {
  const edits: SavedEdit[] = [];
  const replaced = new Map<string, Set<string>>();
  const placeOf = (edit: Pick<SavedEdit, 'recordId' | 'path'>): string => `${edit.recordId}|${edit.path}`;
  return {
    saved: (edit) => {
      edits.push(edit);
      const seen = replaced.get(placeOf(edit)) ?? new Set();
      for (const value of edit.saw) if (key(value) !== key(edit.value)) seen.add(key(value));
      replaced.set(placeOf(edit), seen);
    },
    lost: (records, refused) =>
      edits.filter((edit) => {
        const standing = valuesAt(records.get(edit.recordId), edit.path).map(key);
        if (standing.includes(key(edit.value)) || refused.has(key(edit.value))) return false;
        return !(replaced.get(placeOf(edit))?.has(key(edit.value)) ?? false);
      }),
    count: () => edits.length,
  };
};
