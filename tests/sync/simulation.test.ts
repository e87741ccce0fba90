// The simulation as a test: a county under a bad network loses nothing, leaks nothing, and comes to agree (S1–S4, S7–S9).
import { expect, test } from 'vitest';
import { simulate } from './simulation.ts';

test('[S1 S2 S3 S4 S7 S8 S9] six tablets, dropped, doubled and late messages and crashes: nothing is lost and all agree', async () => {
  const outcome = await simulate({ seed: 1, steps: 10_000, devices: 6 });
  expect(outcome).toMatchObject({ lost: 0, leaked: 0, diverged: 0 });
  expect(outcome.conflicts).toBeGreaterThan(0);
  expect(outcome.refusals).toBeGreaterThan(0);
}, 300_000);
