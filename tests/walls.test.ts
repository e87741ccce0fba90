// Tries every wall of eslint.config.js with a bad line that must be reported, and a good one that must pass.
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

const withoutTypes: Linter.Config = {
  languageOptions: { parserOptions: { projectService: false, project: false } },
  rules: { ...tseslint.configs.disableTypeChecked.rules },
};
const eslint = new ESLint({ overrideConfig: [withoutTypes] });

/** The rules that object to this text if it stood in this file. */
async function objections(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`// For a try of the walls.\n${text}\n`, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

const imports = 'no-restricted-imports';
const globals = 'no-restricted-globals';
const syntax = 'no-restricted-syntax';

/** What the wall keeps out, the rule that says so, the file, a line that must not stand there, one that may. */
const walls: [wall: string, rule: string, file: string, bad: string, good: string][] = [
  [
    'the domain knows no other room',
    imports,
    'src/domain/x.ts',
    "import { a } from '#store/a.ts'; a();",
    "import { a } from './a.ts'; a();",
  ],
  [
    'the domain does not know what travels',
    imports,
    'src/domain/x.ts',
    "import { a } from '#protocol/a.ts'; a();",
    "import { a } from '#domain/a.ts'; a();",
  ],
  [
    'the domain leans on zod alone',
    imports,
    'src/domain/x.ts',
    "import { a } from 'react'; a();",
    "import { z } from 'zod/mini'; z();",
  ],
  [
    'a package whose name only begins like an allowed one stays out',
    imports,
    'src/domain/x.ts',
    "import { z } from 'zod/mini-extra'; z();",
    "import { z } from 'zod/mini'; z();",
  ],
  [
    'the domain runs everywhere',
    imports,
    'src/domain/x.ts',
    "import { a } from 'node:fs'; a();",
    "import { a } from './a.ts'; a();",
  ],
  ['the domain owns no clock', syntax, 'src/domain/x.ts', 'Date.now();', 'new Date(0).getTime();'],
  ['the domain owns no dice', syntax, 'src/domain/x.ts', 'Math.random();', 'Math.floor(1);'],
  [
    'the domain does not ask what day it is',
    syntax,
    'src/domain/x.ts',
    'new Date();',
    "new Date('2026-11-22');",
  ],
  [
    'what travels leans on the domain alone',
    imports,
    'src/protocol/x.ts',
    "import { a } from '#store/a.ts'; a();",
    "import { a } from '#domain/a.ts'; a();",
  ],
  [
    'the store knows no network',
    imports,
    'src/store/x.ts',
    "import { a } from '#sync/a.ts'; a();",
    "import { a } from 'dexie'; a();",
  ],
  [
    'the store does not know the wire',
    imports,
    'src/store/x.ts',
    "import { a } from '#protocol/a.ts'; a();",
    "import { a } from '#domain/a.ts'; a();",
  ],
  ['the store does not fetch', globals, 'src/store/x.ts', "fetch('/');", "indexedDB.open('a');"],
  [
    'the sync knows no screen',
    imports,
    'src/sync/x.ts',
    "import { a } from '#ui/a.ts'; a();",
    "import { a } from '#store/a.ts'; a();",
  ],
  ['the sync opens no database', globals, 'src/sync/x.ts', "indexedDB.open('a');", "fetch('/');"],
  [
    'the sync leans on no database package',
    imports,
    'src/sync/x.ts',
    "import { a } from 'dexie'; a();",
    "import { a } from '#protocol/a.ts'; a();",
  ],
  [
    'words know no person',
    imports,
    'src/i18n/x.ts',
    "import { a } from '#domain/a.ts'; a();",
    "import a from '#locales/languages.json'; a();",
  ],
  [
    'the look knows no record',
    imports,
    'src/ui/x.tsx',
    "import { a } from '#domain/a.ts'; a();",
    "import { a } from '#i18n/a.ts'; a();",
  ],
  [
    'the look knows no store',
    imports,
    'src/ui/x.tsx',
    "import { a } from '#store/a.ts'; a();",
    "import { a } from 'react'; a();",
  ],
  [
    'forms know no task',
    imports,
    'src/forms/x.tsx',
    "import { a } from '#features/profile/a.tsx'; a();",
    "import { a } from '#store/a.ts'; a();",
  ],
  [
    'forms do not speak to the network',
    imports,
    'src/forms/x.tsx',
    "import { a } from '#sync/a.ts'; a();",
    "import { a } from 'react-hook-form'; a();",
  ],
  [
    'the look knows no form',
    imports,
    'src/ui/x.tsx',
    "import { a } from '#forms/a.tsx'; a();",
    "import { a } from '#i18n/a.ts'; a();",
  ],
  [
    'the phone carries no form that saves itself',
    imports,
    'src/features/my-plan/x.tsx',
    "import { a } from '#forms/a.tsx'; a();",
    "import { a } from '#ui/a.tsx'; a();",
  ],
  [
    'the screen never speaks to the network',
    imports,
    'src/features/plan/x.tsx',
    "import { a } from '#sync/a.ts'; a();",
    "import { a } from '#store/a.ts'; a();",
  ],
  ['the screen does not fetch', globals, 'src/features/plan/x.tsx', "fetch('/');", 'structuredClone({});'],
  ['nor through the window', globals, 'src/features/plan/x.tsx', "window.fetch('/');", 'window.print();'],
  [
    'nor by a beacon',
    syntax,
    'src/features/plan/x.tsx',
    "navigator.sendBeacon('/');",
    'navigator.vibrate(1);',
  ],
  [
    'the screen keeps nothing in the open',
    globals,
    'src/features/plan/x.tsx',
    "localStorage.setItem('a', 'b');",
    'window.print();',
  ],
  [
    'the screen opens no database',
    globals,
    'src/features/plan/x.tsx',
    "indexedDB.open('a');",
    'structuredClone({});',
  ],
  [
    'tasks are strangers to each other',
    imports,
    'src/features/caseload/x.tsx',
    "import { a } from '#features/plan/a.tsx'; a();",
    "import { a } from './a.tsx'; a();",
  ],
  [
    'a task knows the others by no file of theirs, only the ports that app hands out',
    imports,
    'src/features/caseload/x.tsx',
    "import { a } from '#features/other.tsx'; a();",
    "import { a } from '#features/ports.tsx'; a();",
  ],
  [
    'also when they come late',
    syntax,
    'src/features/caseload/x.tsx',
    "void import('#features/plan/a.tsx');",
    "void import('./a.tsx');",
  ],
  [
    'no task opens the database package',
    imports,
    'src/features/caseload/x.tsx',
    "import { a } from 'dexie'; a();",
    "import { a } from 'react-hook-form'; a();",
  ],
  [
    'nobody enters app',
    imports,
    'src/features/plan/x.tsx',
    "import { a } from '#app/a.tsx'; a();",
    "import { a } from '#ui/a.tsx'; a();",
  ],
  [
    'nor does the sync',
    imports,
    'src/sync/x.ts',
    "import { a } from '#app/a.ts'; a();",
    "import { a } from './a.ts'; a();",
  ],
  [
    'the phone carries no form library',
    imports,
    'src/features/my-plan/x.tsx',
    "import { a } from 'react-hook-form'; a();",
    "import { a } from 'react'; a();",
  ],
  [
    'the phone carries no form that saves itself',
    imports,
    'src/features/my-plan/x.tsx',
    "import { a } from '#forms/a.tsx'; a();",
    "import { a } from '#ui/a.tsx'; a();",
  ],
  [
    'a form knows no task',
    imports,
    'src/forms/x.tsx',
    "import { a } from '#features/plan/a.tsx'; a();",
    "import { a } from '#store/a.ts'; a();",
  ],
  [
    'only tasks know the forms',
    imports,
    'src/ui/x.tsx',
    "import { a } from '#forms/a.tsx'; a();",
    "import { a } from './a.tsx'; a();",
  ],
  [
    'a form does not speak to the network',
    imports,
    'src/forms/x.tsx',
    "import { a } from '#sync/a.ts'; a();",
    "import { a } from 'react-hook-form'; a();",
  ],
  [
    'no browser carries the full zod',
    imports,
    'src/domain/x.ts',
    "import { z } from 'zod'; z();",
    "import { z } from 'zod/mini'; z();",
  ],
  [
    'the phone carries no full zod',
    imports,
    'src/features/my-plan/x.tsx',
    "import { z } from 'zod'; z();",
    "import { z } from 'zod/mini'; z();",
  ],
  [
    'the phone opens nothing of the staff store',
    imports,
    'src/features/my-plan/x.tsx',
    "import { a } from '#store/database.ts'; a();",
    "import { a } from '#store/plan-copy.ts'; a();",
  ],
  [
    'the phone speaks only through its port',
    imports,
    'src/features/my-plan/x.tsx',
    "import { a } from '#sync/push.ts'; a();",
    "import { a } from '#sync/plan-port.ts'; a();",
  ],
  [
    'the phone knows one message',
    imports,
    'src/features/my-plan/x.tsx',
    "import { a } from '#protocol/sync.ts'; a();",
    "import { a } from '#protocol/plan-view.ts'; a();",
  ],
  [
    'app opens no database package',
    imports,
    'src/app/x.tsx',
    "import { a } from 'dexie'; a();",
    "import { a } from '#sync/a.ts'; a();",
  ],
  ['app does not fetch', globals, 'src/app/x.tsx', "fetch('/');", 'window.print();'],
  [
    'app knows no server',
    imports,
    'src/app/x.tsx',
    "import { a } from '#server/a.ts'; a();",
    "import { a } from '#features/plan/a.tsx'; a();",
  ],
  [
    'the server knows no store',
    imports,
    'sync-server/x.ts',
    "import { a } from '#store/a.ts'; a();",
    "import { a } from '#domain/a.ts'; a();",
  ],
  [
    'the server draws no page',
    imports,
    'sync-server/x.ts',
    "import { a } from 'react'; a();",
    "import { a } from 'node:fs'; a();",
  ],
  [
    'an import says its room',
    imports,
    'src/store/vault/x.ts',
    "import { a } from '../a.ts'; a();",
    "import { a } from '#store/a.ts'; a();",
  ],
  [
    'also in a test',
    imports,
    'src/store/vault/x.test.ts',
    "import { a } from '../a.ts'; a();",
    "import { a } from '#sync/a.ts'; a();",
  ],
  ['no barrels', syntax, 'src/domain/x.ts', "export * from './a.ts';", "export { a } from './a.ts';"],
  [
    'no default exports',
    'no-restricted-exports',
    'src/domain/x.ts',
    'export default function a() {}',
    'export function a() {}',
  ],
  [
    'no text in code',
    syntax,
    'src/features/plan/x.tsx',
    'export const a = <p>Guten Tag</p>;',
    "export const a = <p>{t('plan:hello')}: 1</p>;",
  ],
  [
    'not even where only a screen reader finds it',
    syntax,
    'src/ui/x.tsx',
    'export const a = <p aria-label="Guten Tag" />;',
    'export const a = <p aria-label={t(\'plan:hello\')} className="hello" />;',
  ],
  [
    'words are never markup',
    syntax,
    'src/ui/x.tsx',
    'export const a = <p dangerouslySetInnerHTML={{ __html: b }} />;',
    'export const a = <p>{b}</p>;',
  ],
  [
    'no casts',
    '@typescript-eslint/consistent-type-assertions',
    'src/domain/x.ts',
    'export const a = b as string;',
    'export const a = [1] as const;',
  ],
  [
    'no any',
    '@typescript-eslint/no-explicit-any',
    'src/domain/x.ts',
    'export function a(b: any) { return b; }',
    'export function a(b: unknown) { return b; }',
  ],
  [
    'no exclamation mark over what may be missing',
    '@typescript-eslint/no-non-null-assertion',
    'src/domain/x.ts',
    'export const a = b!.c;',
    'export const a = b?.c;',
  ],
  [
    'an exception needs its reason',
    'house/exception-has-a-reason',
    'src/app/x.ts',
    '// eslint-disable-next-line no-console\nconsole.log(1);',
    '// eslint-disable-next-line no-console -- because the wall is tried here\nconsole.log(1);',
  ],
  ['a file has a word', 'house/file-has-a-word', 'src/domain/utils.ts', 'export const a = 1;', ''],
];

for (const [wall, rule, file, bad, good] of walls) {
  test(`the wall stands: ${wall}`, async () => {
    expect(await objections(file, bad)).toContain(rule);
    if (good) expect(await objections(file, good)).toEqual([]);
  });
}

test('a file that does not say what it is for is reported', async () => {
  const [result] = await eslint.lintText('export const a = 1;\n', { filePath: 'src/domain/x.ts' });
  expect(result?.messages.map((message) => message.ruleId)).toEqual(['house/first-line-says-what-for']);
});
