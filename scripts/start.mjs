// npm start: installs what is missing, builds what has changed, and starts the server.
import { build } from './build.mjs';
import { install } from './install.mjs';
import { runNode } from './node.mjs';

/** npm puts a shell between itself and this script, which keeps signals to itself: when npm is gone, so are we. */
function endWithNpm() {
  const { ppid } = process;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid !== ppid && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

endWithNpm();
await install();
if (!(await build())) process.exit(1);
const server = ['--disable-warning=ExperimentalWarning', 'sync-server/main.ts', ...process.argv.slice(2)];
const { code } = await runNode(server);
process.exit(code);
