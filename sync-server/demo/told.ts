// How the invented lives are told: one readable document a record, its repeatable things as lists. Here they become leaves.
import type * as z from 'zod/mini';
import type { appointmentKind } from '#domain/appointment.ts';
import type { caseKind } from '#domain/case.ts';
import type { consultationKind } from '#domain/consultation.ts';
import type { followUpKind } from '#domain/follow-up.ts';
import { isSoundJson, type Json } from '#domain/json.ts';
import type { limitsKind } from '#domain/limits.ts';
import { orderBetween } from '#domain/order.ts';
import { itemPath } from '#domain/path.ts';
import type { personKind } from '#domain/person.ts';
import type { planKind } from '#domain/plan.ts';
import type { KindDefinition } from '#domain/record.ts';
import type { Days } from './days.ts';
import type { Caseworker } from './staff.ts';

type Leaves<L extends Readonly<Record<string, z.ZodMiniType>>> = {
  readonly [Field in keyof L]?: z.infer<L[Field]>;
};

/** A record as it is told: its leaves, and its maps as lists in their order. */
export type Told<K extends KindDefinition> = Leaves<K['fields']> & {
  readonly [M in keyof K['maps']]?: readonly Leaves<K['maps'][M]>[];
};

/**
 * A person whom the office accompanies, with everything written about her. The people of §7.2 each have such a file.
 * `leads` is also the author of every entry that does not say otherwise.
 */
export type Life = {
  /** The number in the file: ids and the file number come from it, never from a name. */
  readonly number: string;
  readonly leads: Caseworker;
  readonly standsIn?: Caseworker;
  readonly file: Told<typeof caseKind> & { readonly opened: string };
  readonly person: Told<typeof personKind>;
  readonly limits?: Told<typeof limitsKind>;
  readonly plan?: Told<typeof planKind>;
  readonly talks: readonly (Told<typeof consultationKind> & { readonly start: string })[];
  readonly appointments: readonly Told<typeof appointmentKind>[];
  readonly followUps: readonly Told<typeof followUpKind>[];
};

/** A life is told around the day of seeding. */
export type LifeTeller = (days: Days) => Life;

type Item = Readonly<Record<string, unknown>>;
const isList = (value: unknown): value is readonly Item[] => Array.isArray(value);

const leaf = (path: string, value: unknown): readonly [string, Json] => {
  if (!isSoundJson(value)) throw new Error(`${path} is told in a way that no record can keep.`);
  return [path, value];
};

/** The leaves of a told record. Items are named by their place: `i1`, `i2`. */
export const toldToLeaves = <K extends KindDefinition>(kind: K, told: Told<K>): Record<string, Json> => {
  const leaves: (readonly [string, Json])[] = [];
  for (const [key, value] of Object.entries<unknown>(told)) {
    if (!Object.hasOwn(kind.maps, key) || !isList(value)) {
      leaves.push(leaf(key, value));
      continue;
    }
    let order: string | undefined;
    for (const [index, item] of value.entries()) {
      const id = `i${index + 1}`;
      order = orderBetween(order);
      for (const [field, part] of Object.entries(item)) leaves.push(leaf(itemPath(key, id, field), part));
      leaves.push([itemPath(key, id, 'order'), order]);
    }
  }
  return Object.fromEntries(leaves);
};
