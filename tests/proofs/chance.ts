// Proof `chance`: plants each fault that travels and asks the simulation alone, which knows none of them.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createChance } from '#tests/sync/chance.ts';
import { readFaults, sampleOf } from './faults.ts';
import { copyHouse, runIn, type HouseCopy } from './house-copy.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

const outcomeSchema = z.object({ lost: z.number(), leaked: z.number(), diverged: z.number() });

/** What the simulation noticed of a fault, in words; undefined if all went well. */
export const noticedBySimulation = async (
  { folder }: HouseCopy,
  seed: number,
  steps: number,
): Promise<string | undefined> => {
  const args = ['--seed', String(seed), '--steps', String(steps), '--devices', '5'];
  const { code, output, trouble } = await runIn(folder, ['tests/sync/simulate.ts', ...args]);
  const line = output.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{'))
    return `the simulation, seed ${seed}: ${/^\w*Error: .*$/m.exec(trouble)?.[0] ?? 'it stopped'}`;
  const { lost, leaked, diverged } = outcomeSchema.parse(JSON.parse(line));
  if (code === 0) return undefined;
  return `the simulation, seed ${seed}: lost ${lost}, leaked ${leaked}, diverged ${diverged}`;
};

/** So many steps for each seed, and so many seeds until a fault counts as not noticed. */
const STEPS = 8_000;
const SEEDS = 5;
const SAMPLE = 3;

const ask = async (copy: HouseCopy, first: number): Promise<string | undefined> => {
  for (let seed = first; seed < first + SEEDS; seed += 1) {
    const noticed = await noticedBySimulation(copy, seed, STEPS);
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
    for (const [index, { name, sentence }] of faults.entries()) {
      const refused = copy.plant(name);
      if (refused !== undefined) throw new Error(`${name} does not apply any more: ${refused}`);
      const noticed = await ask(copy, asked.seed);
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
      return (await noticedBySimulation(copy, seed, STEPS)) === undefined;
    } finally {
      copy.remove();
    }
  },
};
