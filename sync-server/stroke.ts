// One push's view of the storage: a record is read once, numbers are taken in blocks, and what others would add is noticed.
import type { Change } from '#domain/change.ts';
import type { VersionedRecord } from '#domain/record.ts';
import type { KnownChange, Writing } from './storage/storage.ts';

/** The numbers a push used, and whether they hold anything that its own device does not know. */
export type Stretch = {
  /** The county's number before its first and after its last change. */
  readonly before: number;
  readonly after: number;
  /** Only the device's own changes, none of them contested: there is nothing in it to tell the device. */
  readonly isOwnAlone: boolean;
};

export type Stroke = { readonly writing: Writing; readonly stretch: () => Stretch };

/** Every record that a push is about, and the cases that its rights follow from. */
const recordsOf = (changes: readonly Change[]): readonly string[] => [
  ...new Set(changes.flatMap(({ recordId, caseId }) => (caseId === null ? [recordId] : [recordId, caseId]))),
];

/** What its author must be told as well: contested leaves, and those that rest on more than one change. */
const restsOnOthers = ({ versions, heads }: VersionedRecord): boolean =>
  Object.keys(versions).length > 0 || Object.values(heads).some((ids) => ids.length > 1);

/**
 * Begins a push in the transaction under way: what it will ask about its own changes is read at once.
 * @param changes what is sent; it will need about as many numbers
 */
export const beginStroke = async (
  writing: Writing,
  device: string,
  changes: readonly Change[],
): Promise<Stroke> => {
  const most = changes.length;
  const wanted = recordsOf(changes);
  const [before, found, known] = await Promise.all([
    writing.head(),
    writing.recordsById(wanted),
    writing.changesById(changes.map(({ id }) => id)),
  ]);
  const records = new Map<string, VersionedRecord | undefined>(wanted.map((id) => [id, found.get(id)]));
  const written = new Map<string, KnownChange | undefined>(changes.map(({ id }) => [id, known.get(id)]));
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
        if (restsOnOthers(record)) isOwnAlone = false;
      },
      changeById: async (id) => (written.has(id) ? written.get(id) : writing.changeById(id)),
      putChange: async (change, seq, at, touched, knownTo = change.device) => {
        if (knownTo !== device) isOwnAlone = false;
        const { by, device: author, number, set, base } = change;
        written.set(change.id, { by, device: author, number, content: { set, base } });
        await writing.putChange(change, seq, at, touched, knownTo);
      },
    },
    stretch: () => ({ before, after: next + left - 1, isOwnAlone }),
  };
};
