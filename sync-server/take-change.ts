// Takes one change into the county's records: applies it in commit order and keeps who wrote what.
import type { Change } from '#domain/change.ts';
import { applyChange, type Author } from '#domain/merge.ts';
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

/**
 * Applies a change that was found right, and numbers it.
 * @param before the record as it stands now; undefined if this change makes it
 * @param at the author's clock, corrected
 * @returns the record after it, with the number it was given
 */
export const takeChange = async (
  writing: Writing,
  before: VersionedRecord | undefined,
  change: Change,
  at: string,
): Promise<VersionedRecord> => {
  const unseen = unseenHeads(before, change);
  const authors = unseen.length > 0 ? await writing.authorsOf(unseen) : new Map<string, Author>();
  const { record, touched } = applyChange(before, change, (id) =>
    id === change.id ? { by: change.by, device: change.device, at } : authors.get(id),
  );
  const seq = await writing.nextSeq();
  const after = { ...record, seq };
  await writing.putRecord(after, before === undefined ? seq : undefined);
  await writing.putChange(change, seq, at, touched);
  if (after.kind === 'case') await writing.putScope(after.id, usersOnCase(after), seq);
  return after;
};
