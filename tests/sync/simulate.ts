// `npm run simulate -- --seed N --steps N --devices N`: runs the simulation and prints one JSON line.
import { parseArgs } from 'node:util';
import { node } from './node-ground.ts';
import { simulate } from './simulation.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '10000' },
    devices: { type: 'string', default: '6' },
  },
});
/** `--seed fresh` draws a new one; the line tells which. */
const seed = values.seed === 'fresh' ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const started = performance.now();
const { failure, ...outcome } = await simulate(
  { seed, steps: Number(values.steps), devices: Number(values.devices) },
  node,
);
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ ...outcome, stepsPerSecond: Math.round(outcome.steps / seconds) }));
if (failure !== undefined) {
  console.error(`Seed ${seed}, step ${failure.step}: ${failure.sentence}`);
  for (const line of failure.trace) console.error(`  ${line}`);
}
process.exitCode = outcome.lost + outcome.leaked + outcome.diverged === 0 ? 0 : 1;
