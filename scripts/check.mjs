// npm run check: types, lint and walls, styles, format, languages, sizes; each with its time. Says all that is wrong.
import { install } from './install.mjs';
import { packageCommand, runNode } from './node.mjs';

const tsc = packageCommand('typescript/bin/tsc');
const checks = [
  ['types: the whole house', [tsc, '-p', '.']],
  ['types: domain and protocol, without browser and server', [tsc, '-p', 'src/domain']],
  ['types: server, without browser', [tsc, '-p', 'sync-server']],
  ['lint and walls', [packageCommand('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['styles', [packageCommand('stylelint/bin/stylelint.mjs'), 'src/**/*.css', '--allow-empty-input']],
  ['format', [packageCommand('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['languages', ['scripts/locales.mjs']],
  ['sizes', ['scripts/sizes.mjs']],
];

await install();
const wrong = [];
for (const [name, command] of checks) {
  const begin = performance.now();
  const { code, output } = await runNode(command, { quiet: true });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (output.trim() && (code !== 0 || name === 'sizes' || name === 'languages'))
    console.log(output.trimEnd());
  if (code !== 0) wrong.push(name);
}
console.log(wrong.length ? `Not in order: ${wrong.join('; ')}.` : 'All in order.');
process.exit(wrong.length ? 1 : 0);
