// The server as a process of its own, as `npm start` runs it: for tests that kill it, stop it, or hear what it says.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(import.meta.resolve('#server/main.ts'));

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

export type ServerProcess = {
  readonly child: ChildProcess;
  /** What it has said, once it serves; rejects if it ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
};

/** Starts one with nothing in its environment but what is given here. */
export const startServer = (environment: Readonly<Record<string, string>>): ServerProcess => {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { PATH, HOST: '127.0.0.1', NODE_ENV: 'production', ...environment },
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (said.includes('Geleit is ready')) resolve(said);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended, said: () => said };
};
