// Proof `rules`: breaks the product on purpose, one fault after the other, and looks which test notices.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createChance } from '#tests/sync/chance.ts';
import { noticedBySimulation } from './chance.ts';
import { readFaults, sampleOf, type Fault } from './faults.ts';
import { copyHouse, house, runIn, type HouseCopy } from './house-copy.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

/** Where the rules bear their numbers. */
const ruleTests = readdirSync(join(house, 'tests', 'sync'))
  // Chance is asked last, with runs of its own.
  .filter((name) => name.endsWith('.test.ts') && name !== 'simulation.test.ts')
  .map((name) => `tests/sync/${name}`);
/** What is asked when no test of the rule noticed. */
const allTests = [...ruleTests, 'src/domain', 'src/protocol', 'src/store', 'src/app/session.test.ts'];
const serverTests = ['sync-server/storage/sqlite.test.ts', 'sync-server/plan-links.test.ts'];
const simulations = [1, 2, 3];
const STEPS = 3_000;
const SAMPLE = 5;

const reportSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().catch(''),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** `caught`: what noticed. `broken`: the fault does not even let the tests begin, so it says nothing. */
type Verdict =
  | { readonly caught: string }
  | { readonly broken: string }
  | { readonly caught: undefined; readonly ran: number };

const runTests = async (copy: HouseCopy, files: readonly string[], named?: string): Promise<Verdict> => {
  const folder = mkdtempSync(join(tmpdir(), 'geleit-report-'));
  const report = join(folder, 'report.json');
  const args = ['run', ...files, '--reporter=json', `--outputFile=${report}`, '--bail=1'];
  const filter = named === undefined ? [] : ['-t', named];
  try {
    const { trouble } = await runIn(copy.folder, [
      join('node_modules', 'vitest', 'vitest.mjs'),
      ...args,
      ...filter,
    ]);
    const text = readFileSync(report, { encoding: 'utf8', flag: 'a+' });
    if (text === '') return { broken: trouble };
    const { testResults, numPassedTests } = reportSchema.parse(JSON.parse(text));
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed'),
    );
    if (failed[0] !== undefined) return { caught: failed[0].fullName };
    const unread = testResults.find(({ status }) => status === 'failed');
    return unread === undefined ? { caught: undefined, ran: numPassedTests } : { broken: unread.message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const runSimulation = async (copy: HouseCopy, seed: number): Promise<Verdict> => {
  const caught = await noticedBySimulation(copy, { seed, steps: STEPS });
  return caught === undefined ? { caught, ran: 1 } : { caught };
};

/** Asks another proof; what it cannot say here, it cannot have noticed. */
const runProof = async (copy: HouseCopy, proof: string): Promise<Verdict> => {
  const args = ['tests/prove.ts', proof, '--short', '--uncontrolled'];
  const { output, trouble } = await runIn(copy.folder, args);
  const failed = Number(/"failed":(\d+)/.exec(output)?.[1] ?? 0);
  const told = trouble.trim().split('\n').at(-2) ?? '';
  return failed > 0 ? { caught: `the proof ${told}` } : { caught: undefined, ran: 1 };
};

/** Asks the tests of its rules first, then all that know the sync, then chance. */
const judge = async (copy: HouseCopy, { rules, lookIn, provedBy }: Fault): Promise<Verdict> => {
  const ofRule = `\\b(${rules.join('|')})\\b`;
  const questions =
    provedBy === undefined
      ? [
          ...(lookIn.length > 0 ? [() => runTests(copy, lookIn)] : []),
          () => runTests(copy, ruleTests, ofRule),
          () => runTests(copy, [...allTests, ...serverTests]),
          ...simulations.map((seed) => () => runSimulation(copy, seed)),
        ]
      : [() => runProof(copy, provedBy)];
  let ran = 0;
  for (const ask of questions) {
    const verdict = await ask();
    if (!('ran' in verdict)) return verdict;
    ran += verdict.ran;
  }
  return { caught: undefined, ran };
};

const attempt = async (asked: Asked): Promise<Tally> => {
  const faults = readFaults();
  const sample = sampleOf(faults, runsOf(asked, faults.length, SAMPLE), createChance(asked.seed));
  const copy = copyHouse();
  let [failed, done] = [0, 0];
  try {
    for (const { name } of faults) {
      const refused = copy.plant(name);
      if (refused === undefined) copy.takeOut(name);
      else {
        failed += 1;
        asked.say(`${name} does not apply any more: mend it, or take it away with a reason. ${refused}`);
      }
    }
    asked.say(`${faults.length} faults, ${failed} of them do not apply; ${sample.length} are tried`);
    for (const fault of sample) {
      if (copy.plant(fault.name) !== undefined) continue;
      const verdict = await judge(copy, fault);
      copy.takeOut(fault.name);
      done += 1;
      const place = `${done}/${sample.length} ${fault.name}`;
      if ('broken' in verdict) asked.say(`${place}: the tests could not begin. ${verdict.broken}`);
      else if (verdict.caught === undefined) asked.say(`${place}: NOT CAUGHT. ${fault.sentence}`);
      else asked.say(`${place}: ${verdict.caught}`);
      if ('broken' in verdict || verdict.caught === undefined) failed += 1;
    }
    return { tried: faults.length, failed };
  } finally {
    copy.remove();
  }
};

/** Nothing but a comment is added: who "catches" that catches everything. */
const control = async ({ seed, say }: Asked): Promise<boolean> => {
  const copy = copyHouse();
  try {
    for (const file of ['src/domain/merge.ts', 'sync-server/push.ts', 'src/store/receiving.ts'])
      appendFileSync(join(copy.folder, file), '// Nothing is wrong here.\n');
    const verdict = await runTests(copy, ruleTests, '\\bS\\d+\\b');
    const played = await runSimulation(copy, seed);
    if ('ran' in verdict && verdict.ran > 0 && 'ran' in played) return true;
    say(`a comment alone was noticed: ${JSON.stringify([verdict, played])}`);
    return false;
  } finally {
    copy.remove();
  }
};

/** Every fault of tests/faults still applies, and some test or seed notices it. */
export const rules: Proof = {
  name: 'rules',
  sentence: 'Each rule of sync is broken on purpose, and a test or a seed of the simulation notices it.',
  attempt,
  control,
};
