// The faults that were thought up against the rules: one patch each in tests/faults, with its rule and its sentence on top.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '#tests/sync/chance.ts';
import { faultsFolder } from './house-copy.ts';

/** A run of the simulation, or one county of it. */
export type Stretch = { readonly seed: number; readonly steps: number; readonly county?: number };

export type Fault = {
  /** The patch's file name; it begins with its first rule, as `s04-base-ignored.patch`. */
  readonly name: string;
  /** The rules it breaks, as `S4`. */
  readonly rules: readonly string[];
  /** What is wrong then. */
  readonly sentence: string;
  /** Test files beside those of the rules that are asked first; from a line `Look in: …`. */
  readonly lookIn: readonly string[];
  /** The proof that notices what no test can; from a line `Proved by: …`. */
  readonly provedBy: string | undefined;
  /** Where the simulation met it last: asked first; from a line `Met in: seed S, county K of N steps`. */
  readonly metIn: Stretch | undefined;
  /** Whether the simulation cannot meet it, or only in a long run; from a line `Beyond chance: why`. */
  readonly isBeyondChance: boolean;
};

const stretchOf = (head: string): Stretch | undefined => {
  const [, seed, county, steps] = /^Met in: seed (\d+), county (\d+) of (\d+) steps$/m.exec(head) ?? [];
  return seed === undefined
    ? undefined
    : { seed: Number(seed), county: Number(county), steps: Number(steps) };
};

const readFault = (name: string): Fault => {
  const [head = ''] = readFileSync(join(faultsFolder, name), 'utf8').split(/^diff --git |^--- /m);
  const [, rules, sentence] = /^((?:[SV]\d+(?:, )?)+): (\S.*)$/m.exec(head) ?? [];
  if (rules === undefined || sentence === undefined)
    throw new Error(`${name} does not begin with its rules and what is wrong, as in "S4: …".`);
  const lookIn = /^Look in: (.+)$/m.exec(head)?.[1]?.split(/[ ,]+/) ?? [];
  const provedBy = /^Proved by: (\S+)$/m.exec(head)?.[1];
  const isBeyondChance = provedBy !== undefined || /^Beyond chance: \S/m.test(head);
  const metIn = stretchOf(head);
  return { name, rules: rules.split(', '), sentence, lookIn, provedBy, metIn, isBeyondChance };
};

/** All faults, in the order of their rules. */
export const readFaults = (): readonly Fault[] =>
  readdirSync(faultsFolder)
    .filter((name) => name.endsWith('.patch'))
    .sort()
    .map(readFault);

/** So many of the faults, drawn by chance; all of them in their order if that many are wanted. */
export const sampleOf = (faults: readonly Fault[], count: number, chance: Chance): readonly Fault[] => {
  if (count >= faults.length) return faults;
  const left = [...faults];
  const drawn: Fault[] = [];
  while (drawn.length < count) drawn.push(...left.splice(chance.under(left.length), 1));
  return drawn;
};
