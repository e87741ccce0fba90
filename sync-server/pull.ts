// Tells a device what changed since its cursor: whole records where they are new to it, else only the paths written (S9).
import { isGonePath } from '#domain/path.ts';
import { headsOf, isContestedAt, ownRecordSchema, stateAt } from '#domain/record.ts';
import type { Delta, Gone } from '#domain/receipt.ts';
import { onCaseById } from './case-access.ts';
import { writeCursor, type Cursor } from './cursor.ts';
import type { Reading, Scope, StoredRecord } from './storage/storage.ts';

/** About how many bytes of records one answer carries; the device asks again while `more` says so. */
export const PAGE_BYTES = 1_500_000;
/** Of a reading that begins, the first answer carries this share: somebody waits for the first names. */
const FIRST_SHARE = 0.7;

/** `records` are JSON texts: a record that goes out whole is never taken apart. */
export type Pulled = {
  readonly records: readonly string[];
  readonly deltas: readonly Delta[];
  readonly gone: readonly Gone[];
  readonly cursor: string;
  /** Everything in scope up to this number has been told, relative to the round's beginning. */
  readonly upTo: number;
  readonly more: boolean;
};

/** How the text of a record ends in which nothing is contested, as this server writes it: it need not be parsed to be left out. */
const UNCONTESTED = '"versions":{}}';

/**
 * What is told of a record that the device holds: paths that others wrote, contested ones, those that rest on more than
 * one change, and deletions. The device folded its own before it heard of what others wrote elsewhere in the record, and
 * what a deletion replaces depends on that.
 */
const deltaOf = async (
  reading: Reading,
  row: StoredRecord,
  since: number,
  device: string,
  isOwnAlone: boolean,
): Promise<Delta | undefined> => {
  if (isOwnAlone && row.json.endsWith(UNCONTESTED)) return undefined;
  const record = ownRecordSchema.parse(JSON.parse(row.json));
  if (isOwnAlone && Object.keys(record.versions).length === 0) return undefined;
  const written = await reading.pathsWritten(row.id, since);
  const told = new Set(
    written
      .filter(
        ({ path, device: writer }) =>
          writer !== device ||
          isGonePath(path) ||
          isContestedAt(record, path) ||
          headsOf(record, path).length > 1,
      )
      .map(({ path }) => path),
  );
  if (told.size === 0) return undefined;
  const paths = Object.fromEntries([...told].map((path) => [path, stateAt(record, path)]));
  return { id: row.id, caseId: row.caseId, seq: row.seq, paths };
};

/**
 * Whether a device does not hold a record yet. One that it made itself since its cursor it holds, whoever wrote there
 * later; unless the case left and came back in between, for then the device may have purged it.
 */
const isNewTo = (row: StoredRecord, since: number, device: string, writers: readonly string[]): boolean => {
  if (since === 0) return true;
  if (row.gainedSeq > Math.max(since, row.createdSeq)) return true;
  if (row.createdSeq > since) return writers[0] !== device;
  return row.gainedSeq > since;
};

/**
 * What the device has to purge: told again and again until it says that it has, and to whoever reads under its name from
 * before that, for it may be a copy. Who reads all cases keeps a case whose deputy she no longer is, but not what only
 * those on the case may read.
 */
const goneFrom = async (
  reading: Reading,
  scope: Scope,
  device: string,
  { since, position }: Cursor,
): Promise<readonly Gone[]> => {
  const gone: Gone[] = [];
  // Where everything is read anew, what left before shows by being absent; what has left since may have been read already.
  const told = since > 0 ? since : position;
  for (const { caseId, reason, seq } of await reading.leaving(device, told > 0 ? told : undefined)) {
    if (reason === 'lost' && scope.cases === 'all') gone.push({ caseId, reason: 'limits', seq, owner: null });
    else gone.push({ caseId, reason, seq, owner: (await onCaseById(reading, caseId))?.owner ?? null });
  }
  return gone;
};

/** One answer of a round of pulling. */
export const pull = async (
  reading: Reading,
  scope: Scope,
  device: string,
  cursor: Cursor,
  pageBytes: number,
): Promise<Pulled> => {
  const head = await reading.head();
  const wanted = cursor.position === 0 ? pageBytes * FIRST_SHARE : pageBytes;
  const rows = await reading.recordsAfter(scope, cursor.position, wanted);
  const records: string[] = [];
  const deltas: Delta[] = [];
  let bytes = 0;
  const held = cursor.since === 0 ? [] : rows.map(({ id }) => id);
  const writersById = await reading.writersSince(held, cursor.since);
  for (const row of rows) {
    bytes += row.json.length;
    const writers = writersById.get(row.id) ?? [];
    if (isNewTo(row, cursor.since, device, writers)) {
      records.push(row.json);
      continue;
    }
    const isOwnAlone = writers.every((writer) => writer === device);
    const delta = await deltaOf(reading, row, cursor.since, device, isOwnAlone);
    if (delta !== undefined) deltas.push(delta);
  }
  const more = bytes >= wanted;
  const position = more ? (rows.at(-1)?.position ?? head) : head;
  const since = more ? cursor.since : head;
  const gone = await goneFrom(reading, scope, device, cursor);
  return { records, deltas, gone, cursor: writeCursor({ ...cursor, since, position }), upTo: position, more };
};
