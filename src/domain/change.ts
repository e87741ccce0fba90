// What one person did at one moment on one device: some leaves of one record, and what the author had seen there.
import { z } from 'zod';
import { idSchema } from './id.ts';
import { jsonSchema } from './json.ts';
import { pathSchema } from './path.ts';

/** The most leaves a change may set. */
export const MOST_LEAVES = 500;

const setSchema = z
  .record(pathSchema, jsonSchema)
  .refine((set) => Object.keys(set).length >= 1 && Object.keys(set).length <= MOST_LEAVES);

/**
 * A change. `base` names, for each path, the heads its author saw there (none for a leaf that was empty). A deletion
 * names the heads of every leaf of what it deletes. `deed` joins what is accepted or refused together. `at` is the
 * device's own clock: it is data and decides nothing. `number` counts the device's changes without gaps.
 */
export const changeSchema = z.strictObject({
  id: idSchema,
  deed: idSchema,
  caseId: idSchema.nullable(),
  kind: z.string().max(40),
  recordId: idSchema,
  set: setSchema,
  base: z.record(pathSchema, z.array(idSchema).max(50)),
  by: idSchema,
  device: idSchema,
  number: z.number().int().positive(),
  at: z.iso.datetime(),
});
export type Change = z.infer<typeof changeSchema>;

/**
 * What a screen hands to the store: the rest of the change is added there. `seen` names, for a field that was open while
 * others may have written, the heads it showed when it was opened; without it, those shown at the moment of saving.
 */
export type Edit = Pick<Change, 'caseId' | 'kind' | 'recordId' | 'set'> & {
  readonly seen?: Readonly<Record<string, readonly string[]>>;
};
