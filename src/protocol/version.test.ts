// The wire is pinned: who changes the shape of a message moves the number, writes its line, and then this hash (S13).
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { errorBodySchema } from './error.ts';
import { planExchangeRequestSchema, planViewSchema } from './plan-view.ts';
import { deviceRequestSchema, sessionSchema, signInRequestSchema } from './session.ts';
import { syncRequestSchema, syncResponseSchema } from './sync.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from './version.ts';

const messages = {
  syncRequestSchema,
  syncResponseSchema,
  errorBodySchema,
  signInRequestSchema,
  sessionSchema,
  deviceRequestSchema,
  planExchangeRequestSchema,
  planViewSchema,
};

const shape = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(messages).map(([name, schema]) => [
          name,
          z.toJSONSchema(schema, { unrepresentable: 'any' }),
        ]),
      ),
    )
    .digest('hex');

test('[S13] the shape of every message is the one that this number stands for', () => {
  expect({ PROTOCOL, shape: shape() }).toMatchInlineSnapshot(`
    {
      "PROTOCOL": 1,
      "shape": "67366e45a54641b1dfc90056cb01e4d6f7d51ed1b80799a5f9138a57b3ceed85",
    }
  `);
});

test('[S13] the program speaks a version that it still answers', () => {
  expect(OLDEST_PROTOCOL).toBeLessThanOrEqual(PROTOCOL);
});
