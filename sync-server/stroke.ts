// One push's view of the storage: a record is read once, numbers are taken in blocks, and what others would add is noticed.
import type { VersionedRecord } from '#domain/record.ts';
import type { Writing } from './storage/storage.ts';

/** The numbers a push used, and whether they hold anything that its own device does not know. */
export type Stretch = {
  /** The county's number before its first and after its last change. */
  readonly before: number;
  readonly after: number;
  /** Only the device's own changes, none of them contested: there is nothing in it to tell the device. */
  readonly isOwnAlone: boolean;
};

export type Stroke = { readonly writing: Writing; readonly stretch: () => Stretch };

/**
 * Begins a push in the transaction under way.
 * @param most how many numbers it will need, about
 */
export const beginStroke = async (writing: Writing, device: string, most: number): Promise<Stroke> => {
  const before = await writing.head();
  const records = new Map<string, VersionedRecord | undefined>();
  let [next, left, isOwnAlone] = [before + 1, 0, true];
  return {
    writing: {
      ...writing,
      nextSeq: async () => {
        if (left === 0) {
          left = Math.max(1, before + 1 + most - next);
          next = await writing.nextSeq(left);
        }
        left -= 1;
        return next++;
      },
      record: async (id) => {
        if (!records.has(id)) records.set(id, await writing.record(id));
        return records.get(id);
      },
      putRecord: async (record, createdSeq) => {
        await writing.putRecord(record, createdSeq);
        records.set(record.id, record);
        if (Object.keys(record.versions).length > 0) isOwnAlone = false;
      },
      putChange: async (change, seq, at, touched, knownTo = change.device) => {
        if (knownTo !== device) isOwnAlone = false;
        await writing.putChange(change, seq, at, touched, knownTo);
      },
    },
    stretch: () => ({ before, after: next + left - 1, isOwnAlone }),
  };
};
