// How what waits is parted into requests: whole deeds, in the order of their numbers, none too large.
import type { Waiting } from './waiting.ts';

/** The most batches that are sealed at once. */
const MOST_BATCHES = 4;

/** A deed that waits, and how long its JSON is, in UTF-16 units: it is never split. */
type Group = { readonly entries: readonly Waiting[]; readonly length: number };

const groupsOf = (entries: readonly Waiting[]): readonly Group[] => {
  const groups: Group[] = [];
  for (let index = 0; index < entries.length;) {
    const deed = entries[index]?.body.deed;
    let end = index + 1;
    while (end < entries.length && entries[end]?.body.deed === deed) end += 1;
    const group = entries.slice(index, end);
    groups.push({
      entries: group,
      length: group.reduce((sum, { body }) => sum + JSON.stringify(body).length, 0),
    });
    index = end;
  }
  return groups;
};

/**
 * Whole deeds from the front, batch by batch. What does not go in one is shared out evenly, so that a device takes in the
 * answer to one batch while the server works on the next.
 * @param most the most changes in a batch
 * @param largest the most JSON in a batch, in UTF-16 units; a deed that is longer goes alone
 */
export const batchesOf = (
  entries: readonly Waiting[],
  most: number,
  largest: number,
): readonly (readonly Waiting[])[] => {
  const groups = groupsOf(entries);
  const whole = groups.reduce((sum, { length }) => sum + length, 0);
  const share = whole / Math.max(1, Math.ceil(whole / largest));
  const batches: Waiting[][] = [];
  let batch: Waiting[] = [];
  let size = 0;
  for (const group of groups) {
    const isFull = batch.length + group.entries.length > most || size + group.length > largest;
    if (batch.length > 0 && (isFull || size >= share)) {
      batches.push(batch);
      if (batches.length === MOST_BATCHES) return batches;
      [batch, size] = [[], 0];
    }
    batch.push(...group.entries);
    size += group.length;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
};
