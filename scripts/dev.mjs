// npm run dev: the pages with Vite (5173 or VITE_PORT) and the server (8080 or PORT), both fresh at every save.
import { install } from './install.mjs';
import { packageCommand, runNode } from './node.mjs';

await install();
const pages = [packageCommand('vite/bin/vite.js'), '--port', process.env.VITE_PORT ?? '5173'];
const server = ['--disable-warning=ExperimentalWarning', '--watch', 'sync-server/main.ts'];
const [first] = await Promise.all([runNode(pages), runNode(server)]);
process.exit(first.code);
