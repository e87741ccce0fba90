// The wire is pinned: who changes the shape of a message moves the number, writes its line, and then this hash (S13).
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { errorTypes } from './error.ts';
import { answerTo1, syncRequest1Schema, syncResponse1Schema, type AnswerHead } from './older.ts';
import {
  pinTriesDetail,
  pinTriesOf,
  planExchangeRequestSchema,
  planOpenRequestSchema,
  planViewSchema,
} from './plan-view.ts';
import { deviceRequestSchema, sessionSchema, signInRequestSchema } from './session.ts';
import { syncRequestSchema, syncResponseSchema } from './sync.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from './version.ts';

const messages = {
  syncRequestSchema,
  syncResponseSchema,
  signInRequestSchema,
  sessionSchema,
  deviceRequestSchema,
  planExchangeRequestSchema,
  planViewSchema,
};

/** The failures that every program knows. */
const FIRST_FAILURES = [
  ...[
    'bad-message',
    'too-large',
    'not-signed-in',
    'wrong-password',
    'too-many-tries',
    'not-allowed',
    'not-found',
  ],
  ...['device-unknown', 'fork', 'client-too-old', 'server-trouble', 'name-taken', 'password-too-short'],
  ...['last-administrator', 'code-wrong', 'plan-link-unknown', 'plan-link-used', 'plan-link-ended'],
];

const shapeOf = (of: Readonly<Record<string, z.core.$ZodType>>): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(of).map(([name, schema]) => [
          name,
          z.toJSONSchema(schema, { unrepresentable: 'any' }),
        ]),
      ),
    )
    .digest('hex');

test('[S13] the shape of every message is the one that this number stands for', () => {
  expect({ PROTOCOL, shape: shapeOf(messages) }).toMatchInlineSnapshot(`
    {
      "PROTOCOL": 2,
      "shape": "2ad6478389574612e96628aeca58f22e5db3be106425acfe38ce31aa4747a9c4",
    }
  `);
});

test('[S13] what a phone says with a PIN came later, is pinned as well, and changes nothing of what was said before', () => {
  expect(shapeOf({ planOpenRequestSchema })).toBe(
    'a4b927810fdfbb276952305a023289b5fec096f7e29fe1857e3d727f2198814a',
  );
  expect(planExchangeRequestSchema.safeParse({ secret: 'A'.repeat(43), phone: 'B'.repeat(43) }).success).toBe(
    true,
  );
});

test('how many tries a PIN has left is read again as it was written, and what is none is none', () => {
  expect(pinTriesOf(pinTriesDetail({ left: 3, of: 10 }))).toEqual({ left: 3, of: 10 });
  for (const detail of [undefined, '', 'tries', 'tries/-1/5', 'tries/1/5/more'])
    expect(pinTriesOf(detail)).toBeUndefined();
});

test('[S13] the list of failures only grows', () => {
  expect(errorTypes.slice(0, FIRST_FAILURES.length)).toEqual(FIRST_FAILURES);
});

test('[S13] version 1 is still understood and spoken, in the shape it had', () => {
  const older = {
    ...messages,
    syncRequestSchema: syncRequest1Schema,
    syncResponseSchema: syncResponse1Schema,
  };
  expect(shapeOf(older)).toBe('536d6d299127a40c1a02b05f35844dc9098b41fe6e0000f6fc1b8232e130398c');
});

describe('an answer in the words of version 1', () => {
  const clock = '2026-11-22T08:00:00.000Z';
  const head: AnswerHead = {
    receipts: [
      { number: 1, id: 'change-1', result: 'accepted', seq: 7, at: clock },
      { number: 2, id: 'change-2', result: 'contribution' },
      { number: 3, id: 'change-3', result: 'refused', reason: { type: 'already-decided' } },
      { number: 4, id: 'change-4', result: 'refused', reason: { type: 'invalid-value', path: 'needs' } },
    ],
    expect: 5,
    deltas: [],
    gone: [
      { caseId: 'case-before', reason: 'lost', seq: 5, owner: null },
      { caseId: 'case-since', reason: 'lost', seq: 6, owner: 'user-jonas' },
      { caseId: 'case-limits', reason: 'limits', seq: 6, owner: null },
    ],
    cursor: 'cursor',
    upTo: 7,
    more: false,
    anew: false,
    safe: 0,
    clock,
  };

  test('[S13] is one that version 1 understands', () => {
    const answer = { ...answerTo1(head, 5), records: [] };
    expect(syncResponse1Schema.safeParse(answer).success).toBe(true);
    expect(syncResponse1Schema.safeParse({ ...head, records: [] }).success).toBe(false);
  });

  test('[S13] says nothing of a contribution, so that it waits for the new program', () => {
    expect(answerTo1(head, 5).receipts).toMatchObject([
      { number: 1, result: 'accepted' },
      { number: 2, result: 'void' },
      { number: 3, result: 'refused', reason: { type: 'not-allowed' } },
      { number: 4, result: 'refused', reason: { type: 'invalid-value', path: 'needs' } },
    ]);
  });

  test('[S13] names a case that left once, as the cursor passes it, with the last page', () => {
    expect(answerTo1(head, 5).gone).toEqual(['case-since']);
    expect(answerTo1({ ...head, more: true }, 5).gone).toEqual([]);
  });
});

test('[S13] the program speaks a version that it still answers', () => {
  expect(OLDEST_PROTOCOL).toBeLessThanOrEqual(PROTOCOL);
});
