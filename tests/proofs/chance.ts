// Proof `chance`: plants each fault that travels and asks the simulation alone, which knows none of them.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createChance } from '#tests/sync/chance.ts';
import { readFaults, sampleOf, type Fault, type Stretch } from './faults.ts';
import { copyHouse, runIn, type HouseCopy } from './house-copy.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

const outcomeSchema = z.object({ lost: z.number(), leaked: z.number(), diverged: z.number() });

/** What the simulation noticed of a fault, in words; undefined if all went well. */
export const noticedBySimulation = async (
  { folder }: HouseCopy,
  { seed, steps, county }: Stretch,
): Promise<string | undefined> => {
  const args = ['--seed', String(seed), '--steps', String(steps), '--devices', '5'];
  if (county !== undefined) args.push('--county', String(county));
  const { code, output, trouble } = await runIn(folder, ['tests/sync/simulate.ts', ...args]);
  const met = /, county (\d+), step/.exec(trouble)?.[1] ?? /in county (\d+), threw/.exec(trouble)?.[1];
  const where = `the simulation, seed ${seed}, county ${met ?? '?'} of ${steps} steps`;
  const line = output.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) return `${where}: ${/^\w*Error: .*$/m.exec(trouble)?.[0] ?? 'it stopped'}`;
  const { lost, leaked, diverged } = outcomeSchema.parse(JSON.parse(line));
  return code === 0 ? undefined : `${where}: lost ${lost}, leaked ${leaked}, diverged ${diverged}`;
};

/** Where a fault that moved the courses is looked for: so many steps for each seed, and so many seeds. */
const STEPS = 40_000;
const SEEDS = 3;
const SAMPLE = 3;
/** So many steps show that the simulation is quiet where nothing is wrong. */
const QUIET = 8_000;

const ask = async (copy: HouseCopy, { metIn }: Fault, first: number): Promise<string | undefined> => {
  const seeds = Array.from({ length: SEEDS }, (_, index): Stretch => ({ seed: first + index, steps: STEPS }));
  for (const stretch of metIn === undefined ? seeds : [metIn, ...seeds]) {
    const noticed = await noticedBySimulation(copy, stretch);
    if (noticed !== undefined) return noticed;
  }
  return undefined;
};

const attempt = async (asked: Asked): Promise<Tally> => {
  const all = readFaults().filter(({ isBeyondChance }) => !isBeyondChance);
  const faults = sampleOf(all, runsOf(asked, all.length, SAMPLE), createChance(asked.seed));
  const copy = copyHouse();
  let failed = 0;
  try {
    for (const [index, fault] of faults.entries()) {
      const { name, sentence } = fault;
      const refused = copy.plant(name);
      if (refused !== undefined) throw new Error(`${name} does not apply any more: ${refused}`);
      const noticed = await ask(copy, fault, asked.seed);
      copy.takeOut(name);
      if (noticed === undefined) failed += 1;
      asked.say(`${index + 1}/${faults.length} ${name}: ${noticed ?? `NOT NOTICED. ${sentence}`}`);
    }
    return { tried: faults.length, failed };
  } finally {
    copy.remove();
  }
};

/** Every fault that chance can meet is met. */
export const chance: Proof = {
  name: 'chance',
  sentence: 'The simulation alone notices every fault of sync that a county can meet by chance.',
  attempt,
  // Who notices a comment notices everything.
  control: async ({ seed }) => {
    const copy = copyHouse();
    try {
      appendFileSync(join(copy.folder, 'src/domain/merge.ts'), '// Nothing is wrong here.\n');
      return (await noticedBySimulation(copy, { seed, steps: QUIET })) === undefined;
    } finally {
      copy.remove();
    }
  },
};
