// The server as a process of its own: how it greets, how it stops, and what it says when it cannot start.
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupStateSchema } from '#protocol/session.ts';
import { freePort, startServer } from '#tests/server-process.ts';

describe('the server’s process', () => {
  let folder: string;
  let port: number;
  let running: ChildProcess[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'geleit-main-'));
    port = await freePort();
    running = [];
  });
  afterEach(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const start = (environment: Readonly<Record<string, string>> = {}) => {
    const server = startServer({ PORT: String(port), DATA_DIR: folder, ...environment });
    running.push(server.child);
    return server;
  };

  it('shows the code for the first administrator, stops in good order, and comes back', async () => {
    const first = start();
    const greeting = await first.ready;
    expect(greeting).toContain(`http://localhost:${port}`);
    expect(greeting).toMatch(/^ {2}([a-z2-9]{5}-){3}[a-z2-9]{5}$/m);
    const answer = await fetch(`http://127.0.0.1:${port}/api/setup`);
    expect(setupStateSchema.parse(await answer.json())).toMatchObject({
      needsFirstAdministrator: true,
      demo: false,
    });
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = start();
    await second.ready;
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  });

  it('starts again after a power cut, and leaves no lock behind', async () => {
    const first = start();
    await first.ready;
    first.child.kill('SIGKILL');
    await first.ended;
    await start().ready;
  });

  it('does not share its folder with another, and says so', async () => {
    await start().ready;
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/^Another Geleit server is already using .*county\.sqlite\./);
  });

  it('does no real work on the invented county, whose passwords everybody knows', async () => {
    const invented = start({ NODE_ENV: 'test' });
    await invented.ready;
    invented.child.kill('SIGTERM');
    await invented.ended;
    const real = start();
    expect(await real.ended).toBe(1);
    expect(real.said()).toContain('This data folder holds the invented demo county');
  });

  it('says which variable is wrong, and does not start', async () => {
    const wrong = start({ PORT: 'eighty', DATABASE_URL: 'mysql://localhost/geleit' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toContain('PORT: must be a number.');
    expect(wrong.said()).toContain('DATABASE_URL: must be an address such as postgres://');
    expect(wrong.said()).not.toMatch(/at .*\.ts/);
  });
});
