// Runs a TypeScript file under the house's Node 24: node scripts/run.mjs FILE [args…]
import { install } from './install.mjs';
import { runNode } from './node.mjs';

await install();
const { code } = await runNode(['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)]);
process.exit(code);
