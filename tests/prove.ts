// `npm run prove -- NAME [--seed N] [--runs N] [--short]`: one door for every proof; prints one JSON line for each.
import { parseArgs } from 'node:util';
import { atRest } from './proofs/at-rest.ts';
import { chance } from './proofs/chance.ts';
import { inChromium } from './proofs/chromium.ts';
import { fuzz } from './proofs/fuzz.ts';
import { kill } from './proofs/kill.ts';
import { killBrowser } from './proofs/kill-browser.ts';
import { killPostgres } from './proofs/kill-postgres.ts';
import { markup } from './proofs/markup.ts';
import { networkCut } from './proofs/network-cut.ts';
import { powerCut } from './proofs/power-cut.ts';
import { CannotRun, type Proof } from './proofs/proof.ts';
import { rights } from './proofs/rights.ts';
import { rules } from './proofs/rules.ts';

const proofs: readonly Proof[] = [
  ...[rules, rights, fuzz, markup, atRest, chance, kill, killPostgres, killBrowser, networkCut, powerCut],
  ...[inChromium],
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string' },
    short: { type: 'boolean', default: false },
    // For a proof's own control: it runs the same proof on a house with a planted fault, and that one needs no control.
    uncontrolled: { type: 'boolean', default: false },
  },
});
const [asked = 'list'] = positionals;
const seed = Number(values.seed);

const prove = async (proof: Proof): Promise<boolean> => {
  const options = {
    seed,
    runs: values.runs === undefined ? undefined : Number(values.runs),
    isShort: values.short,
    say: (line: string) => console.error(`${proof.name}: ${line}`),
  };
  const started = performance.now();
  const { tried, failed } = await proof.attempt(options);
  const control = values.uncontrolled || (await proof.control(options));
  options.say(`${((performance.now() - started) / 1000).toFixed(0)} s`);
  console.log(JSON.stringify({ proof: proof.name, seed, tried, failed, control }));
  return failed === 0 && tried > 0 && control;
};

const list = (): void => {
  const width = Math.max(...proofs.map(({ name }) => name.length));
  for (const { name, sentence } of proofs) console.log(`${name.padEnd(width)}  ${sentence}`);
  console.log(`${'all'.padEnd(width)}  All of them, one after the other; with --short a sample of each.`);
};

const chosen = asked === 'all' ? proofs : proofs.filter(({ name }) => name === asked);
if (asked === 'list') list();
else if (chosen.length === 0 || !Number.isInteger(seed)) {
  console.error(`There is no proof named ${asked}. npm run prove -- list names them.`);
  process.exitCode = 1;
} else {
  for (const proof of chosen) {
    try {
      if (!(await prove(proof))) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      console.error(`${proof.name}: not run here: ${error.message}.`);
      console.log(JSON.stringify({ proof: proof.name, seed, tried: 0, failed: 0, control: false }));
      if (process.env['CI'] !== undefined) process.exitCode = 1;
    }
  }
}
// A killed browser may leave a socket behind that keeps the process awake.
process.exit();
