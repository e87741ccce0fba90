// A copy of the house with a fault planted in it: the working tree is never touched, and the product knows no such switch.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The house that this file stands in. */
export const house = join(import.meta.dirname, '..', '..');
export const faultsFolder = join(house, 'tests', 'faults');

const notCopied = new Set([
  ...['.git', 'node_modules', 'dist', 'dist.next', 'dist.last', 'data', 'pictures'],
  ...['test-results', 'playwright-report'],
]);

/** Links the packages one by one, so that what a tool writes beside them stays in the copy. */
const linkPackages = (target: string): void => {
  const from = join(house, 'node_modules');
  const to = join(target, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(from, name), join(to, name));
  }
};

/** A copy that faults are planted in and taken out of. */
export type HouseCopy = {
  readonly folder: string;
  /** Plants a fault by the name of its patch; what git says if it does not apply. */
  readonly plant: (fault: string) => string | undefined;
  readonly takeOut: (fault: string) => void;
  readonly remove: () => void;
};

/** A fault applies as long as the lines it takes away are there, whatever stands around them by now. */
const patch = (folder: string, fault: string): void => {
  execFileSync('git', ['apply', '--recount', '-C0', join(faultsFolder, fault)], {
    cwd: folder,
    // The copy may lie inside somebody's repository; it is none of its files.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
};

/** The files that a fault is in. */
const filesOf = (fault: string): readonly string[] =>
  [...readFileSync(join(faultsFolder, fault), 'utf8').matchAll(/^\+\+\+ b\/(.+)$/gm)].flatMap(
    ([, file]) => file ?? [],
  );

/** Makes a copy. */
export const copyHouse = (): HouseCopy => {
  const folder = mkdtempSync(join(tmpdir(), 'geleit-house-'));
  cpSync(house, folder, {
    recursive: true,
    filter: (source) => dirname(source) !== house || !notCopied.has(basename(source)),
  });
  linkPackages(folder);
  return {
    folder,
    plant: (fault) => {
      try {
        patch(folder, fault);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    // From the house, and not by undoing the patch: a line that it took away would come back where the patch says it stood.
    takeOut: (fault) => {
      for (const file of filesOf(fault)) cpSync(join(house, file), join(folder, file));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Runs a file of a copy under the same Node; answers its exit code and what it printed. */
export const runIn = (
  folder: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string; readonly trouble: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, trouble] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (trouble += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, trouble }));
  });

/** Whether a proof fails in a house with a fault. Throws if the fault does not apply or the proof did not get to its end. */
export const isCaughtBy = async (
  proof: string,
  fault: string,
  seed: number,
  more: readonly string[] = [],
): Promise<boolean> => {
  const copy = copyHouse();
  try {
    const refused = copy.plant(fault);
    if (refused !== undefined) throw new Error(`${fault} does not apply any more: ${refused}`);
    const args = ['tests/prove.ts', proof, '--seed', String(seed), '--short', '--uncontrolled', ...more];
    const { output, trouble } = await runIn(copy.folder, args);
    const told = /"failed":(\d+)/.exec(output)?.[1];
    if (told === undefined) throw new Error(`The control of ${proof} did not come to its end: ${trouble}`);
    return Number(told) > 0;
  } finally {
    copy.remove();
  }
};
