// Facts that only the server writes (the owner of a case, the staff): ordinary changes by the device `server-0`.
import type { Change, Edit } from '#domain/change.ts';
import { SERVER } from '#domain/id.ts';
import { baseOf } from '#domain/merge.ts';
import type { VersionedRecord } from '#domain/record.ts';
import type { Writing } from './storage/storage.ts';
import { takeChanges } from './take-change.ts';

/** Makes ids; given from outside so that a simulation can repeat itself. */
export type NewId = () => string;

/** An edit as a change of the server; its number is given when it is taken. */
export const changeOfServer = (
  { caseId, kind, recordId, set }: Edit,
  shown: VersionedRecord | undefined,
  now: string,
  newId: NewId,
): Change => {
  const base = baseOf(shown, set);
  const origin = { by: SERVER, device: SERVER, number: 1, at: now };
  return { caseId, kind, recordId, set, base, id: newId(), deed: newId(), ...origin };
};

/** Writes edits as the server, in the transaction under way. `now` is an ISO instant. */
export const writeAsServer = async (
  writing: Writing,
  edits: readonly Edit[],
  now: string,
  newId: NewId,
): Promise<void> => {
  for (const edit of edits) {
    const shown = await writing.record(edit.recordId);
    await takeChanges(writing, shown, [{ change: changeOfServer(edit, shown, now, newId), at: now }]);
  }
};
