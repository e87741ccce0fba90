// What the first program made of its answers, in today's words: a tablet that has not been updated yet runs on these.
import type { z } from 'zod';
import { type syncResponse1Schema } from '#protocol/older.ts';
import type { SyncRequest, SyncResponse } from '#protocol/sync.ts';

/** The wire that the first program spoke. */
export const FIRST = 1;

/** What the first program sends: it cannot say what it has purged. */
export const asFirst = ({ purged: _, ...request }: SyncRequest): Omit<SyncRequest, 'purged'> => ({
  ...request,
  protocol: FIRST,
});

/**
 * What the first program took from an answer. It passed over `void` for a change that it still has: that one goes on
 * waiting. It forgot a case when the case was named, and knew neither readings that begin anew nor backups.
 */
export const takenByFirst = (
  answer: z.infer<typeof syncResponse1Schema>,
  asked: Pick<SyncRequest, 'changes'>,
): SyncResponse => ({
  ...answer,
  receipts: answer.receipts.filter(
    ({ number, result }) => result !== 'void' || !asked.changes.some((change) => change.number === number),
  ),
  gone: answer.gone.map((caseId) => ({ caseId, reason: 'lost', seq: 0, owner: null })),
  anew: false,
  safe: 0,
});
