// `npm run simulate -- --seed N --steps N --devices N`: runs the simulation in as many threads as there are processors and
// prints one JSON line. With `--county N`, one of its counties alone.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { plansOf, summed, type Plan, type Told } from './simulation.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '10000' },
    devices: { type: 'string', default: '6' },
    county: { type: 'string' },
  },
});
/** `--seed fresh` draws a new one; the line tells which. */
const seed = values.seed === 'fresh' ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const options = { seed, steps: Number(values.steps), devices: Number(values.devices) };
const { county } = values;
const plans = plansOf(options).filter(({ place }) => county === undefined || place === Number(county));

/** How much room a thread has for what lives shortly, in MB: most of what a step makes. */
const YOUNG = 192;

/** Lets a thread live through one county after the other, until none is left. */
const work = async (left: Plan[], told: Map<Plan, Told>): Promise<void> => {
  const thread = new Worker(new URL('simulate-thread.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  try {
    for (let plan = left.shift(); plan !== undefined; plan = left.shift()) {
      const { promise, resolve, reject } = Promise.withResolvers<Told>();
      thread.once('message', resolve).once('error', reject);
      thread.postMessage(plan);
      told.set(plan, await promise);
      thread.removeAllListeners('error');
      if (process.stderr.isTTY) process.stderr.write(`\r${told.size} of ${plans.length} counties `);
    }
  } finally {
    await thread.terminate();
  }
};

const started = performance.now();
const told = new Map<Plan, Told>();
const left = [...plans];
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), plans.length) }, () => work(left, told)),
);
const { failures, ...outcome } = summed(
  options,
  plans.flatMap((plan) => told.get(plan) ?? []),
);
const seconds = (performance.now() - started) / 1000;
const steps = plans.reduce((sum, plan) => sum + plan.steps, 0);
console.log(JSON.stringify({ ...outcome, steps, stepsPerSecond: Math.round(steps / seconds) }));
for (const { place, step, sentence } of failures)
  console.error(`Seed ${seed}, county ${place}, step ${step}: ${sentence}`);
for (const line of failures[0]?.trace ?? []) console.error(`  ${line}`);
if (failures.length > 0) process.exitCode = 1;
