// npm run pictures: every screen in every size, language and theme, as PNG in ./pictures with a page that shows them all.
// With --docs, three of them go to docs/pictures.
import { build } from './build.mjs';
import { chromiumFlags, chromiumPath } from './chromium.mjs';
import { install } from './install.mjs';
import { runNode } from './node.mjs';

await install({ tests: true });
if (!(await build())) process.exit(1);
const take = ['--disable-warning=ExperimentalWarning', 'tests/walks/take-pictures.ts'];
const browser = { CHROMIUM_PATH: chromiumPath() ?? '', CHROMIUM_FLAGS: chromiumFlags.join(' ') };
const { code } = await runNode([...take, ...process.argv.slice(2)], { environment: browser });
process.exit(code);
