// The questions of one case file: each place with two versions, and who wrote what there.
import { versionsToDecide } from '#domain/dispute.ts';
import { isSameJson, type Json } from '#domain/json.ts';
import type { Version, VersionedRecord } from '#domain/record.ts';

/** One value and everybody who wrote it: two who wrote the same are not asked which of them is right. */
export type Side = { readonly value: Json; readonly versions: readonly Version[] };

/** A place that waits for a decision. */
export type Question = {
  /** The record and the path, as they stand in the address. */
  readonly id: string;
  readonly record: VersionedRecord;
  readonly path: string;
  /** The one accepted first in front. */
  readonly sides: readonly Side[];
};

const sidesOf = (versions: readonly Version[]): Side[] => {
  const sides: { value: Json; versions: Version[] }[] = [];
  for (const version of versions) {
    const known = sides.find(({ value }) => isSameJson(value, version.value));
    if (known === undefined) sides.push({ value: version.value, versions: [version] });
    else known.versions.push(version);
  }
  return sides;
};

/** The kinds in the order in which a case is read; what else there is comes last. */
const kindOrder = ['case', 'person', 'limits', 'plan', 'consultation', 'appointment', 'follow-up'];
const placeOfKind = ({ record }: Question): number =>
  kindOrder.includes(record.kind) ? kindOrder.indexOf(record.kind) : kindOrder.length;

/** All questions of a file, in an order that stays. */
export const questionsOf = (records: Iterable<VersionedRecord>): readonly Question[] =>
  [...records]
    .flatMap((record) =>
      Object.keys(record.versions).flatMap((path): Question[] => {
        const versions = versionsToDecide(record, path);
        return versions.length === 0
          ? []
          : [{ id: `${record.id}|${path}`, record, path, sides: sidesOf(versions) }];
      }),
    )
    .sort((a, b) => placeOfKind(a) - placeOfKind(b) || (a.id < b.id ? -1 : 1));

/**
 * The question to ask now: the one asked for if it is still open, else the first that nobody put off; none when all that
 * is left was put off.
 */
export const nextQuestion = (
  questions: readonly Question[],
  asked: string | null,
  putOff: readonly string[],
): Question | undefined =>
  questions.find(({ id }) => id === asked && !putOff.includes(id)) ??
  questions.find(({ id }) => !putOff.includes(id));
