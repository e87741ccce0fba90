// Which leaves of the kinds take somebody's own words, told by their schemas: a new one is found by itself.
import * as z from 'zod/mini';
import type { Json } from '#domain/json.ts';
import { isServerPath } from '#domain/kinds.ts';
import type { KindDefinition } from '#domain/record.ts';

/** Writes a text that ends as it must and is no longer than there is room. `part` tells the texts of one leaf apart. */
export type Writer = (part: string, room: number, ending: string) => string;

const PROBE = '<b>';
const LONGEST = 10_000;

const takes = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

/** What a text has to end with to be taken: nothing, or the end of an address for mail. Undefined: it takes no free text. */
const endingOf = (schema: z.core.$ZodType): string | undefined =>
  ['', '@x'].find((ending) => takes(schema, PROBE + ending));

const rooms = new Map<z.core.$ZodType, number>();

/** How long a text may be. */
const roomIn = (schema: z.core.$ZodType, ending: string): number => {
  const known = rooms.get(schema);
  if (known !== undefined) return known;
  let [fits, tooLong] = [PROBE.length, LONGEST + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (takes(schema, `${'<'.repeat(middle - ending.length)}${ending}`)) fits = middle;
    else tooLong = middle;
  }
  rooms.set(schema, fits);
  return fits;
};

/**
 * A value of a leaf in which every text is written by `write`; undefined if there is no room for free text in it.
 * Throws if a text is wanted in a form that is not known here.
 */
export const filledIn = (schema: z.core.$ZodType, write: Writer, part = ''): Json | undefined => {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniExactOptional)
    return filledIn(schema.def.innerType, write, part);
  if (schema instanceof z.ZodMiniString) {
    const ending = endingOf(schema);
    return ending === undefined ? undefined : write(part, roomIn(schema, ending), ending);
  }
  if (schema instanceof z.ZodMiniArray) {
    const { element } = schema.def;
    const filled = [1, 2].flatMap(() => filledIn(element, write, part) ?? []);
    return filled.length === 0 ? undefined : filled;
  }
  if (!(schema instanceof z.ZodMiniObject)) return undefined;
  let hasText = false;
  const value: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(schema.shape)) {
    const filled = filledIn(inner, write, `${part}.${key}`);
    if (filled !== undefined) hasText = true;
    const needed: unknown = inner instanceof z.ZodMiniEnum ? inner.options[0] : undefined;
    if (filled !== undefined) value[key] = filled;
    else if (typeof needed === 'string') value[key] = needed;
  }
  if (!hasText) return undefined;
  if (!takes(schema, value))
    throw new Error(`Nobody knows how to write ${JSON.stringify(Object.keys(value))}`);
  return value;
};

/** A leaf that takes free text: of the record itself, or of each item of a map. */
export type FreeText = { readonly map?: string; readonly field: string; readonly schema: z.core.$ZodType };

const isFree = (schema: z.core.$ZodType): boolean =>
  filledIn(schema, (_, room, ending) => `<b>${ending}`.slice(0, room)) !== undefined;

/** All leaves of a kind that take free text, also those that the server alone writes. */
export const freeTextsOf = ({ fields, maps }: KindDefinition): readonly FreeText[] => [
  ...Object.entries(fields).flatMap(([field, schema]) => (isFree(schema) ? [{ field, schema }] : [])),
  ...Object.entries(maps).flatMap(([map, leaves]) =>
    Object.entries(leaves).flatMap(([field, schema]) => (isFree(schema) ? [{ map, field, schema }] : [])),
  ),
];

/** Those of them that people write. */
export const writtenTextsOf = (kind: KindDefinition): readonly FreeText[] =>
  freeTextsOf(kind).filter(
    ({ map, field }) => !isServerPath(kind.name, map === undefined ? field : `${map}/x/${field}`),
  );
