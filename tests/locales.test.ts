// The languages are complete, and the check that says so finds every kind of gap.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';

const keys = z.array(z.string());
const reportSchema = z.object({
  gaps: z.number(),
  languages: z.array(
    z.object({
      tag: z.string(),
      missing: keys,
      extra: keys,
      holes: keys,
      plurals: keys,
      texts: z.number(),
      unreviewed: z.number(),
    }),
  ),
});
type Report = z.infer<typeof reportSchema> & { code: number };

function check(...args: string[]): Promise<Report> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/locales.mjs', '--json', ...args], (error, output) => {
      resolve({ ...reportSchema.parse(JSON.parse(output)), code: error ? 1 : 0 });
    });
  });
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const german = {
  hello: 'Guten Tag, {{name}}',
  steps_one: '{{count}} Schritt',
  steps_other: '{{count}} Schritte',
};
const arabicSteps = Object.fromEntries(
  ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [
    `steps_${form}`,
    form === 'two' ? 'خطوتان' : '{{count}}',
  ]),
);

/** What the check finds in an Arabic `plan.json` like this one. */
async function findingsIn(arabic: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'geleit-locales-'));
  folders.push(folder);
  const language = { intl: 'de', complete: 'all', name: 'Deutsch', review: { by: 'x', on: '2026-11-22' } };
  const registry = { de: language, ar: { intl: 'ar', complete: ['plan'], name: 'Arabisch', review: null } };
  writeFileSync(join(folder, 'languages.json'), JSON.stringify(registry));
  for (const [tag, texts] of Object.entries({ de: german, ar: arabic })) {
    mkdirSync(join(folder, tag));
    writeFileSync(join(folder, tag, 'plan.json'), JSON.stringify(texts));
    writeFileSync(join(folder, tag, 'dates.json'), JSON.stringify({ months: ['1'] }));
  }
  const { languages, code } = await check('--folder', folder);
  const { missing, extra, holes, plurals, unreviewed } = languages.find(({ tag }) => tag === 'ar') ?? {};
  return { missing, extra, holes, plurals, unreviewed, code };
}

const inOrder = { missing: [], extra: [], holes: [], plurals: [], unreviewed: 8, code: 0 };

test('every language says all that it promises to say', async () => {
  const { gaps, languages } = await check();
  expect(
    languages.flatMap(({ tag, missing, plurals }) => [...missing, ...plurals].map((key) => `${tag} ${key}`)),
  ).toEqual([]);
  expect(gaps).toBe(0);
});

test('Arabic counts in six ways, and may say "two steps" in one word', async () => {
  expect(await findingsIn({ hello: 'مرحبا {{name}}', ...arabicSteps })).toEqual(inOrder);
});

test('a text that nobody has translated is found', async () => {
  const found = await findingsIn(arabicSteps);
  expect(found).toEqual({ ...inOrder, missing: ['plan:hello'], unreviewed: 7, code: 1 });
});

test('an empty text counts as none', async () => {
  expect(await findingsIn({ hello: '', ...arabicSteps })).toMatchObject({ missing: ['plan:hello'], code: 1 });
});

test('a text that nobody asks for is found', async () => {
  const found = await findingsIn({ hello: 'مرحبا {{name}}', old: 'قديم', ...arabicSteps });
  expect(found).toEqual({ ...inOrder, extra: ['plan:old'], unreviewed: 9, code: 1 });
});

test('a text that forgets the name, or names it otherwise, is found', async () => {
  expect(await findingsIn({ hello: 'مرحبا', ...arabicSteps })).toMatchObject({
    holes: ['plan:hello'],
    code: 1,
  });
  expect(await findingsIn({ hello: 'مرحبا {{nam}}', ...arabicSteps })).toMatchObject({
    holes: ['plan:hello'],
    code: 1,
  });
});

test('a way of counting that is missing is found', async () => {
  const { steps_few: _, ...rest } = arabicSteps;
  expect(await findingsIn({ hello: 'مرحبا {{name}}', ...rest })).toMatchObject({
    plurals: ['plan:steps_few'],
    code: 1,
  });
});
