// The packages of the other engines: they lie in bench/peers, and come when they are asked for.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const folder = join(import.meta.dirname, 'peers');
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optional: z.boolean().optional() }),
  ),
});
const packagesOf = (file: string) =>
  existsSync(join(folder, file))
    ? lockSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).packages
    : {};

const areMissing = (): boolean => {
  const there = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).some(
    ([path, { version, optional }]) => path !== '' && optional !== true && there[path]?.version !== version,
  );
};

/** Installs what the lock asks for, without running anybody's script: all of them carry their binaries. */
export const installPeers = (): void => {
  if (!areMissing()) return;
  console.error('Installing the packages of the peers …');
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['ci', ...quietly], { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm ci in bench/peers did not succeed.');
};

const versionSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/** The versions of some packages, as a package.json asks for them. */
export const versionsOf = (
  file: string,
  names: readonly string[],
): Readonly<Record<string, string | undefined>> => {
  const { dependencies } = versionSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')),
  );
  return Object.fromEntries(names.map((name) => [name, dependencies[name]]));
};
