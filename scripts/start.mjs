// npm start: installs what is missing, builds what has changed, and starts the server.
import { build } from './build.mjs';
import { install } from './install.mjs';
import { runNode } from './node.mjs';

await install();
if (!(await build())) process.exit(1);
const { code } = await runNode([
  '--disable-warning=ExperimentalWarning',
  'sync-server/main.ts',
  ...process.argv.slice(2),
]);
process.exit(code);
