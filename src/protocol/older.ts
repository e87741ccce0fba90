// What older devices say and understand: their messages, pinned, and how ours become theirs (S13).
import * as z from 'zod/mini';
import { changeSchema } from '#domain/change.ts';
import { idSchema } from '#domain/id.ts';
import { deltaSchema, type Receipt } from '#domain/receipt.ts';
import { recordSchema } from '#domain/record.ts';
import { cursorSchema, MOST_CHANGES, type SyncRequest, type SyncResponse } from './sync.ts';

/** The request of version 1. */
export const syncRequest1Schema = z.strictObject({
  protocol: z.int().check(z.positive()),
  device: idSchema,
  cursor: cursorSchema,
  clock: z.iso.datetime(),
  changes: z.array(changeSchema).check(z.maxLength(MOST_CHANGES)),
  voids: z.array(z.int().check(z.positive())).check(z.maxLength(MOST_CHANGES)),
});

const receipt1Schema = z.discriminatedUnion('result', [
  z.strictObject({
    number: z.int(),
    id: idSchema,
    result: z.literal('accepted'),
    seq: z.int(),
    at: z.string(),
  }),
  z.strictObject({
    number: z.int(),
    id: idSchema,
    result: z.literal('refused'),
    reason: z.strictObject({
      type: z.enum([
        'unknown-kind',
        'unknown-path',
        'invalid-value',
        'wrong-case',
        'not-allowed',
        'deed-refused',
      ]),
      path: z.optional(z.string().check(z.maxLength(200))),
    }),
  }),
  z.strictObject({ number: z.int(), result: z.literal('void') }),
]);
type Receipt1 = z.infer<typeof receipt1Schema>;

/** The answer of version 1. */
export const syncResponse1Schema = z.strictObject({
  receipts: z.array(receipt1Schema),
  expect: z.int().check(z.positive()),
  records: z.array(recordSchema),
  deltas: z.array(deltaSchema),
  gone: z.array(idSchema),
  cursor: z.string().check(z.maxLength(200)),
  upTo: z.int().check(z.nonnegative()),
  more: z.boolean(),
  clock: z.iso.datetime(),
});

/** Everything of an answer but its whole records, which are the same in every version. */
export type AnswerHead = Omit<SyncResponse, 'records'>;
type AnswerHead1 = Omit<z.infer<typeof syncResponse1Schema>, 'records'>;

/**
 * A contribution becomes `void`, which version 1 passes over: the change goes on waiting there, and ends well once the
 * device has the new program and asks again. A reason that came later becomes `not-allowed`.
 */
const receiptTo1 = (receipt: Receipt): Receipt1 => {
  if (receipt.result === 'contribution') return { number: receipt.number, result: 'void' };
  if (receipt.result !== 'refused') return receipt;
  const known = receipt1Schema.safeParse(receipt);
  return known.success ? known.data : { ...receipt, reason: { type: 'not-allowed' } };
};

/** A request of version 1 in today's words. It cannot say what it has purged. */
export const requestOf1 = (request: z.infer<typeof syncRequest1Schema>): SyncRequest => ({
  ...request,
  purged: [],
});

/**
 * Today's answer in the words of version 1. That version forgets a case whenever it is named and would do so at every
 * answer, so it is named once: as the cursor passes it.
 * @param since where the device stood when it asked
 */
export const answerTo1 = (head: AnswerHead, since: number): AnswerHead1 => ({
  receipts: head.receipts.map(receiptTo1),
  expect: head.expect,
  deltas: head.deltas,
  gone: head.more
    ? []
    : head.gone.flatMap(({ caseId, reason, seq }) => (reason !== 'limits' && seq > since ? [caseId] : [])),
  cursor: head.cursor,
  upTo: head.upTo,
  more: head.more,
  clock: head.clock,
});

/** What is read of the message of a device that is older than the oldest version served: what it brings, and no more. */
export const oldestPushSchema = z.object({
  protocol: z.int(),
  device: idSchema,
  clock: z.iso.datetime(),
  changes: z.array(changeSchema).check(z.maxLength(MOST_CHANGES)),
  voids: z._default(z.array(z.int().check(z.positive())).check(z.maxLength(MOST_CHANGES)), []),
});
