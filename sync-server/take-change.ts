// Takes one change into the county's records: applies it in commit order and keeps who wrote what.
import type { Change } from '#domain/change.ts';
import { applyChange, type Author } from '#domain/merge.ts';
import { SERVER } from '#domain/id.ts';
import { gonePathOf } from '#domain/path.ts';
import { headsOf, type VersionedRecord } from '#domain/record.ts';
import { usersOnCase } from './case-access.ts';
import type { Writing } from './storage/storage.ts';

const unseenHeads = (record: VersionedRecord | undefined, change: Change): readonly string[] => {
  if (record === undefined) return [];
  const paths = new Set(Object.keys(change.set).flatMap((path) => [path, gonePathOf(path), 'gone']));
  const isDeletion = Object.entries(change.set).some(
    ([path, value]) => path.endsWith('gone') && value === true,
  );
  const looked = isDeletion ? Object.keys(record.values) : [...paths];
  return looked.flatMap((path) =>
    headsOf(record, path).filter((head) => !(change.base[path] ?? []).includes(head)),
  );
};

/** A change, its author's clock, corrected, and the device that knows it already, if it is not the author's. */
export type Taken = { readonly change: Change; readonly at: string; readonly knownTo?: string };

/** Numbers a change of the server by the county's own numbers: they rise, and nobody sends its changes again. */
const counted = (change: Change, seq: number): Change =>
  change.device === SERVER ? { ...change, number: seq } : change;

/**
 * Applies changes of one record that were found right, numbers each, and writes the record once.
 * @param before the record as it stands now; undefined if the first change makes it
 * @returns the record after them, and the number each was given
 */
export const takeChanges = async (
  writing: Writing,
  before: VersionedRecord | undefined,
  taken: readonly Taken[],
): Promise<{ readonly record: VersionedRecord | undefined; readonly numbers: readonly number[] }> => {
  let after = before;
  const numbers: number[] = [];
  for (const { change, at, knownTo } of taken) {
    const unseen = unseenHeads(after, change);
    const authors = unseen.length > 0 ? await writing.authorsOf(unseen) : new Map<string, Author>();
    const { record, touched } = applyChange(after, change, (id) =>
      id === change.id ? { by: change.by, device: change.device, at } : authors.get(id),
    );
    const seq = await writing.nextSeq();
    numbers.push(seq);
    after = { ...record, seq };
    await writing.putChange(counted(change, seq), seq, at, touched, knownTo);
  }
  if (after === undefined) return { record: after, numbers };
  await writing.putRecord(after, before === undefined ? numbers[0] : undefined);
  if (after.kind === 'case') await writing.putScope(after.id, usersOnCase(after), after.seq);
  return { record: after, numbers };
};
