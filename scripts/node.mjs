// Finds the Node 24 that was installed with the house, and runs a child process with it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The house's own folder, wherever it was cloned to. */
export const house = join(import.meta.dirname, '..');

const inPackages = [
  'node/bin/node',
  `node/node_modules/node-bin-${process.platform}-${process.arch}/bin/node`,
  `node/node_modules/node-${process.platform}-${process.arch}/bin/node`,
  `node-${process.platform}-${process.arch}/bin/node`,
];

/** The path of Node 24: the installed one, or the one that runs this if it is new enough. */
export function nodePath() {
  const found = inPackages.map((path) => join(house, 'node_modules', path)).find((path) => existsSync(path));
  if (found) return found;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error('Node 24 is missing. Run npm ci (without --ignore-scripts), or use Node 24.');
}

/** The environment in which a child finds Node 24 and the house's commands first. */
export function houseEnvironment(more = {}) {
  const bin = join(house, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}`, ...more };
}

/** Runs a command to its end, hands signals on, and answers its exit code. */
export function run(command, args, { environment = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: house,
      env: houseEnvironment(environment),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    // at a terminal, Ctrl-C reaches the child by itself: once is enough
    const passOn = (signal) => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      const byHand = signal === 'SIGINT' || signal === 'SIGTERM';
      resolve({ code: code ?? (byHand ? 0 : 1), output });
    });
  });
}

/** Runs a script or a TypeScript file under Node 24. */
export function runNode(args, options) {
  return run(nodePath(), args, options);
}

/** A package's command by its file, so that it runs under Node 24 whatever the machine has. */
export function packageCommand(path) {
  return join(house, 'node_modules', path);
}
