// The faults that were thought up against the rules: one patch each in tests/faults, with its rule and its sentence on top.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsFolder } from './house-copy.ts';

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
};

const readFault = (name: string): Fault => {
  const [head = ''] = readFileSync(join(faultsFolder, name), 'utf8').split(/^diff --git |^--- /m);
  const [, rules, sentence] = /^((?:S\d+(?:, )?)+): (\S.*)$/m.exec(head) ?? [];
  if (rules === undefined || sentence === undefined)
    throw new Error(`${name} does not begin with its rules and what is wrong, as in "S4: …".`);
  const lookIn = /^Look in: (.+)$/m.exec(head)?.[1]?.split(/[ ,]+/) ?? [];
  const provedBy = /^Proved by: (\S+)$/m.exec(head)?.[1];
  return { name, rules: rules.split(', '), sentence, lookIn, provedBy };
};

/** All faults, in the order of their rules. */
export const readFaults = (): readonly Fault[] =>
  readdirSync(faultsFolder)
    .filter((name) => name.endsWith('.patch'))
    .sort()
    .map(readFault);
