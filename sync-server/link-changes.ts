// What a change of kind `plan-link` does beside its record: the link by which a phone finds its plan.
import type { Change } from '#domain/change.ts';
import type { Refusal } from '#domain/receipt.ts';
import { documentOf } from '#domain/record.ts';
import type { Reading, Writing } from './storage/storage.ts';

/** Keeps the link that a taken change made or revoked. `now` is an ISO instant. */
export const noteLink = async (writing: Writing, change: Change, now: string): Promise<void> => {
  if (change.kind !== 'plan-link' || change.caseId === null) return;
  const record = await writing.record(change.recordId);
  const document = record === undefined ? {} : documentOf(record);
  const { hash, pinCheck } = document;
  if (typeof hash !== 'string') return;
  const known = await writing.planLink(hash);
  const isRevoked = document['revoked'] === true || document['gone'] === true;
  await writing.putPlanLink(
    known === undefined
      ? {
          hash,
          caseId: change.caseId,
          acceptedAt: now,
          revoked: isRevoked,
          phoneHash: null,
          cookieHash: null,
          cookieUntil: null,
          pinCheck: typeof pinCheck === 'string' ? pinCheck : null,
          wrongPins: 0,
        }
      : { ...known, revoked: known.revoked || isRevoked },
  );
};

/**
 * A link's hash is another case's already, or is changed after it was given out: it would open the wrong plan. And what
 * its PIN is known by comes with it, or never: nobody takes the PIN from a link that somebody holds, or changes it.
 */
export const checkLink = async (reading: Reading, change: Change): Promise<Refusal | undefined> => {
  const { hash, pinCheck } = change.set;
  if (change.kind !== 'plan-link' || (hash === undefined && pinCheck === undefined)) return undefined;
  const isFirst = (await reading.record(change.recordId)) === undefined;
  if (pinCheck !== undefined && !(isFirst && hash !== undefined))
    return { type: 'not-allowed', path: 'pinCheck' };
  const known = typeof hash === 'string' ? await reading.planLink(hash) : undefined;
  return known === undefined && isFirst ? undefined : { type: 'not-allowed', path: 'hash' };
};
