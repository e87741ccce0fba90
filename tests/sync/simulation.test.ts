// The simulation as a test: whatever goes wrong, a county loses nothing, leaks nothing, and comes to agree (S1–S4, S6–S9, S14).
import { expect, test } from 'vitest';
import { node } from './node-ground.ts';
import { simulate } from './simulation.ts';

const rules = '[S1 S2 S3 S4 S6 S7 S8 S9 S14]';

test(`${rules} ten thousand steps of six tablets, a bad network and crashes: nothing is lost and all agree`, async () => {
  const outcome = await simulate({ seed: 1, steps: 10_000, devices: 6 }, node);
  expect(outcome.failures).toEqual([]);
  expect(outcome).toMatchObject({ lost: 0, leaked: 0, diverged: 0 });
  for (const count of ['conflicts', 'refusals', 'crashes', 'faults', 'erasures'] as const)
    expect(outcome[count]).toBeGreaterThan(0);
}, 300_000);

test('[S1] the same seed goes the same way', async () => {
  const [one, other] = [
    await simulate({ seed: 7, steps: 600, devices: 4 }, node),
    await simulate({ seed: 7, steps: 600, devices: 4 }, node),
  ];
  expect(one).toEqual(other);
}, 60_000);

// Two seeds that went well, and one that nobody has tried: its name says which. A seed that fails becomes a test of its own.
const fresh = Math.floor(Math.random() * 2 ** 31);
test.each([101, 104, fresh])(
  `${rules} seed %i`,
  async (seed) => {
    const { lost, leaked, diverged, failures } = await simulate({ seed, steps: 3_000, devices: 5 }, node);
    expect({ lost, leaked, diverged, failures }).toEqual({
      ...{ lost: 0, leaked: 0, diverged: 0 },
      failures: [],
    });
  },
  300_000,
);
