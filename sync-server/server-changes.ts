// Facts that only the server writes (the owner of a case, the staff): ordinary changes by the device `server-0`.
import type { Change, Edit } from '#domain/change.ts';
import { SERVER } from '#domain/id.ts';
import { baseOf } from '#domain/merge.ts';
import type { Writing } from './storage/storage.ts';
import { takeChange } from './take-change.ts';

/** Makes ids; given from outside so that a simulation can repeat itself. */
export type NewId = () => string;

/** Writes edits as the server, one deed, in the transaction under way. `now` is an ISO instant. */
export const writeAsServer = async (
  writing: Writing,
  edits: readonly Edit[],
  now: string,
  newId: NewId,
): Promise<void> => {
  const deed = newId();
  for (const edit of edits) {
    const shown = await writing.record(edit.recordId);
    const { caseId, kind, recordId, set } = edit;
    const change: Change = {
      caseId,
      kind,
      recordId,
      set,
      id: newId(),
      deed,
      base: baseOf(shown, edit.set),
      by: SERVER,
      device: SERVER,
      // The server counts by the county's own numbers: they rise, and nobody sends its changes again.
      number: (await writing.head()) + 1,
      at: now,
    };
    await takeChange(writing, shown, change, now);
  }
};
