// What one person did at one moment on one device: some leaves of one record, and what the author had seen there.
import * as z from 'zod/mini';
import { idSchema, isId } from './id.ts';
import { isPlainObject, isSameJson, type Json } from './json.ts';
import { areLeaves } from './leaves.ts';
import { isPath } from './path.ts';

/** The most leaves a change may set. */
export const MOST_LEAVES = 500;
/** The most heads a change may name at one path. */
export const MOST_HEADS = 50;

const isSet = (value: unknown): boolean => {
  if (!areLeaves(value)) return false;
  const { length } = Object.keys(value);
  return length >= 1 && length <= MOST_LEAVES;
};
const isBase = (value: unknown): boolean =>
  isPlainObject(value) &&
  Object.entries(value).every(
    ([path, heads]) =>
      isPath(path) &&
      Array.isArray(heads) &&
      heads.length <= MOST_HEADS &&
      heads.every((head) => typeof head === 'string' && isId(head)),
  );

/**
 * A change. `base` names, for each path, the heads its author saw there (none for a leaf that was empty). A deletion
 * names the heads of every leaf of what it deletes. `deed` joins what is accepted or refused together. `at` is the
 * device's own clock: it is data and decides nothing. `number` counts the device's changes without gaps.
 */
export const changeSchema = z.strictObject({
  id: idSchema,
  deed: idSchema,
  caseId: z.nullable(idSchema),
  kind: z.string().check(z.maxLength(40)),
  recordId: idSchema,
  set: z
    .custom<Record<string, Json>>(isSet)
    .check(z.meta({ description: `path: value, 1 to ${MOST_LEAVES}` })),
  base: z
    .custom<Record<string, string[]>>(isBase)
    .check(z.meta({ description: `path: ids, up to ${MOST_HEADS}` })),
  by: idSchema,
  device: idSchema,
  number: z.int().check(z.positive()),
  at: z.iso.datetime(),
});
export type Change = z.infer<typeof changeSchema>;

/** What a change does: a choice of a value that stands already sets nothing new, but what it replaces makes it another. */
export type Content = Pick<Change, 'set' | 'base'>;

/** Whether two changes set the same and had seen the same. */
export const isSameContent = (one: Content, other: Content): boolean =>
  isSameJson(one.set, other.set) && isSameJson(one.base, other.base);

/**
 * What a screen hands to the store: the rest of the change is added there. `seen` names, for a field that was open while
 * others may have written, the heads it showed when it was opened; without it, those shown at the moment of saving.
 */
export type Edit = Pick<Change, 'caseId' | 'kind' | 'recordId' | 'set'> & {
  readonly seen?: Readonly<Record<string, readonly string[]>>;
};
