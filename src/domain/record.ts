// What a record is: one JSON document of one kind, kept as a flat list of leaves, each with the changes that last wrote it.
import * as z from 'zod/mini';
import { idSchema, isId, itemIdSchema } from './id.ts';
import { isPlainObject, jsonSchema, type Json } from './json.ts';
import { areLeaves } from './leaves.ts';
import { partsOfPath, pathSchema } from './path.ts';

type Leaves = Readonly<Record<string, z.ZodMiniType<Json | undefined>>>;
type Maps = Readonly<Record<string, Leaves>>;

/** A kind of record: its leaves (`fields`), its maps of items, and to whom it belongs. */
export type KindDefinition<F extends Leaves = Leaves, M extends Maps = Maps> = {
  readonly name: string;
  /** Whether a record of this kind belongs to a case; otherwise it is the county's. */
  readonly ofCase: boolean;
  readonly fields: F;
  readonly maps: M;
};

type Item<L extends Leaves> = { readonly [Field in keyof L]?: z.infer<L[Field]> } & {
  readonly order?: string;
  readonly gone?: boolean;
};

/** The document of a kind: every leaf may be missing; items that are gone are not in it. */
export type DocumentOf<K extends KindDefinition> = {
  readonly [F in keyof K['fields']]?: z.infer<K['fields'][F]>;
} & {
  readonly [M in keyof K['maps']]?: Readonly<Record<string, Item<K['maps'][M]>>>;
} & { readonly gone?: boolean };

/** Defines a kind; the type of its documents is `DocumentOf<typeof xKind>`. */
export const defineKind = <const F extends Leaves, const M extends Maps>(
  definition: KindDefinition<F, M>,
): KindDefinition<F, M> => definition;

const orderSchema = z.string().check(z.regex(/^[0-9A-Za-z]{1,250}$/));
const goneSchema = z.boolean();

/** The schema of the leaf at a path of a kind, or undefined if this program knows no such leaf. */
export const leafSchemaAt = (
  kind: KindDefinition,
  path: string,
): z.ZodMiniType<Json | undefined> | undefined => {
  const { field, map } = partsOfPath(path);
  if (field === 'gone') return map === undefined || Object.hasOwn(kind.maps, map) ? goneSchema : undefined;
  if (map === undefined) return Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined;
  if (!Object.hasOwn(kind.maps, map)) return undefined;
  if (field === 'order') return orderSchema;
  const leaves = kind.maps[map];
  return leaves !== undefined && Object.hasOwn(leaves, field) ? leaves[field] : undefined;
};

/** One of several values that were written without seeing each other. `by`, `device` and `at` are null until the server tells. */
export const versionSchema = z.strictObject({
  change: idSchema,
  value: jsonSchema,
  by: z.nullable(z.string()),
  device: z.nullable(z.string()),
  at: z.nullable(z.string()),
});
export type Version = z.infer<typeof versionSchema>;

/**
 * A record with the versions of its leaves. `values` has every path ever written (null: emptied). The heads of a path,
 * the changes its value rests on, are `heads[path]`, or `[head]` where nothing stands there. `versions` has the values
 * of a contested path, the one accepted first in front. `seq` is the server's number as of which this was true.
 */
export const recordSchema = z.strictObject({
  id: idSchema,
  caseId: z.nullable(idSchema),
  kind: z.string().check(z.maxLength(40)),
  seq: z.int().check(z.nonnegative()),
  head: idSchema,
  heads: z.record(pathSchema, z.array(idSchema)),
  values: z.custom<Record<string, Json>>(areLeaves).check(z.meta({ description: 'path: value' })),
  versions: z.record(pathSchema, z.array(versionSchema)),
});
export type VersionedRecord = z.infer<typeof recordSchema>;

const isEmpty = (value: unknown): boolean => isPlainObject(value) && Object.keys(value).length === 0;

/** Whether a value is a record as nearly all are: nothing in it is contested or rests on several changes. */
const isPlainRecord = (value: unknown): value is VersionedRecord => {
  if (!isPlainObject(value) || Object.keys(value).length !== 8) return false;
  const { id, caseId, kind, seq, head, heads, values, versions } = value;
  return (
    [id, caseId ?? id, head].every((each) => typeof each === 'string' && isId(each)) &&
    typeof kind === 'string' &&
    kind.length <= 40 &&
    Number.isSafeInteger(seq) &&
    Number(seq) >= 0 &&
    isEmpty(heads) &&
    isEmpty(versions) &&
    areLeaves(values)
  );
};

/** The same as `recordSchema`, with one look at what nearly all records are: an answer holds them by the thousand. */
export const quickRecordSchema = z.custom<VersionedRecord>(
  (value) => isPlainRecord(value) || recordSchema.safeParse(value).success,
);

/** Records that this program wrote itself, on its own disk or in its own database: trusted as they come. */
export const ownRecordSchema = z.custom<VersionedRecord>();

/** The ids of the changes that the value at a path rests on; none if it was never written. */
export const headsOf = (record: VersionedRecord | undefined, path: string): readonly string[] => {
  if (record === undefined || !Object.hasOwn(record.values, path)) return [];
  return (Object.hasOwn(record.heads, path) ? record.heads[path] : undefined) ?? [record.head];
};

/** The paths of a record for which there are two values, each written without seeing the other. */
export const contestedPaths = (record: VersionedRecord): readonly string[] => Object.keys(record.versions);

/** Whether a record is deleted. */
export const isGone = (record: VersionedRecord): boolean => record.values['gone'] === true;

/** Builds the nested document from the flat leaves: emptied leaves and gone items are left out. */
export const documentOf = (record: VersionedRecord): { readonly [key: string]: Json } => {
  const document: { [key: string]: Json } = {};
  const maps = new Map<string, Map<string, { [key: string]: Json }>>();
  for (const [path, value] of Object.entries(record.values)) {
    if (value === null) continue;
    const { field, map, item } = partsOfPath(path);
    if (map === undefined || item === undefined) {
      document[field] = value;
      continue;
    }
    const items = maps.get(map) ?? new Map<string, { [key: string]: Json }>();
    maps.set(map, items);
    const entry = items.get(item) ?? {};
    items.set(item, entry);
    entry[field] = value;
  }
  for (const [map, items] of maps) {
    const living = [...items].filter(
      ([id, entry]) => itemIdSchema.safeParse(id).success && entry['gone'] !== true,
    );
    document[map] = Object.fromEntries(living);
  }
  return document;
};

/** Whether there are two values at a path, each written without seeing the other (S6). */
export const isContestedAt = (record: VersionedRecord, path: string): boolean =>
  Object.hasOwn(record.versions, path);

/** What stands at one path: the value that is shown, its heads, and the versions if it is contested. */
export type PathState = {
  readonly value: Json;
  readonly heads: string[];
  readonly versions?: Version[] | undefined;
};

/** The state of one path, as it travels to a device that has the rest of the record. */
export const stateAt = (record: VersionedRecord, path: string): PathState => {
  const versions = isContestedAt(record, path) ? record.versions[path] : undefined;
  const state = { value: record.values[path] ?? null, heads: [...headsOf(record, path)] };
  return versions === undefined ? state : { ...state, versions };
};

const without = <Value>(
  entries: Readonly<Record<string, Value>>,
  paths: ReadonlySet<string>,
): Record<string, Value> => Object.fromEntries(Object.entries(entries).filter(([path]) => !paths.has(path)));

/** Lays the states of some paths over a record: what a device does with what the server tells it. */
export const withStates = (
  record: VersionedRecord,
  states: Readonly<Record<string, PathState>>,
  seq: number,
): VersionedRecord => {
  const paths = new Set(Object.keys(states));
  const values = { ...record.values };
  const heads = without(record.heads, paths);
  const versions = without(record.versions, paths);
  for (const [path, state] of Object.entries(states)) {
    values[path] = state.value;
    if (state.heads.length !== 1 || state.heads[0] !== record.head) heads[path] = state.heads;
    if (state.versions !== undefined) versions[path] = state.versions;
  }
  return { ...record, seq, values, heads, versions };
};

/**
 * The document of a record as its kind has it. Every leaf was checked before it was taken, so its shape is trusted here;
 * what only a newer program knows is in it too and is not looked at.
 */
export const readDocument = <K extends KindDefinition>(_kind: K, record: VersionedRecord): DocumentOf<K> =>
  z.custom<DocumentOf<K>>().parse(documentOf(record));
