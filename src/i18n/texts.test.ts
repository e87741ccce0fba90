// The texts of every language: complete, in plain words, and fetched only where they are needed.
import { describe, expect, test } from 'vitest';
import { createI18n } from './create-i18n.ts';
import { createPlanI18n } from './create-plan-i18n.ts';
import { dateTableSchema } from './date-table.ts';
import { languages, languagesFor, pseudoLanguage } from './languages.ts';
import type { Texts } from './pseudo.ts';

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[prefix + key, value]];
    return flat(Object.fromEntries(Object.entries(value)), `${prefix}${key}.`);
  });

const files = import.meta.glob<Texts>('/locales/*/*.json', { import: 'default', eager: true });
const read = (tag: string, namespace: string): Texts => files[`/locales/${tag}/${namespace}.json`] ?? {};
const planIn = (tag: string) => new Map(flat(read(tag, 'plan')));
/** What is said, however many ways of counting a language has: tests/locales.test.ts asks for each of those. */
const said = (texts: ReadonlyMap<string, string>): readonly string[] => [
  ...new Set([...texts.keys()].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))),
];

describe.each(languagesFor('plan').map(({ tag }) => tag))('the plan in %s', (tag) => {
  const texts = planIn(tag);

  test('says everything that German says, and nothing else', () => {
    expect(said(texts).toSorted()).toEqual(said(planIn('de')).toSorted());
    expect([...texts.values()].filter((text) => text.trim() === '')).toEqual([]);
  });

  test('calls no step by more than four words', () => {
    const long = [...texts].filter(
      ([key, text]) => key.startsWith('measure.') && text.split(/\s+/).length > 4,
    );
    expect(long).toEqual([]);
  });

  test('uses Latin digits', () => {
    expect([...texts.values()].filter((text) => /[٠-٩۰-۹]/.test(text))).toEqual([]);
  });

  test('has its months and weekdays', () => {
    expect(() => dateTableSchema.parse(read(tag, 'dates'))).not.toThrow();
  });
});

test('a German sentence on the plan has ten words at most', () => {
  const sentences = [...planIn('de').values()].flatMap((text) => text.split(/(?<=[.?!:]“?)\s+/));
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 10)).toEqual([]);
});

test('a language that no native speaker has read says so in its own words', () => {
  const german = planIn('de').get('machine');
  const unread = languages.filter(({ review }) => review === null).map(({ tag }) => tag);
  expect(unread).toEqual(['en', 'ar', 'fa', 'uk']);
  for (const tag of unread) expect(planIn(tag).get('machine')).not.toBe(german);
});

test('a phone that reads Arabic has the Arabic words at the first sight', async () => {
  const i18n = await createPlanI18n('ar');
  expect(i18n.t('plan:path.title')).toBe('طريقي');
  expect(i18n.getFixedT('de', 'plan')('path.title')).toBe('Mein Weg');
});

test('the plan carries no word of the staff program', async () => {
  const i18n = await createPlanI18n('de');
  await i18n.loadNamespaces('caseload');
  expect(i18n.getResourceBundle('de', 'caseload')).toBeUndefined();
});

test('a language is loaded before it is spoken', async () => {
  const i18n = await createI18n({ language: 'de', namespaces: ['plan'] });
  expect(i18n.t('plan:nav.help')).toBe('Hilfe');
  await i18n.changeLanguage('uk');
  expect(i18n.t('plan:nav.help')).toBe('Допомога');
});

test('the pseudo-language is longer than German and leaves the holes where they are', async () => {
  const i18n = await createI18n({ language: pseudoLanguage.tag, namespaces: ['plan'] });
  const title = i18n.t('plan:path.title');
  expect(title).not.toContain('Mein');
  expect([...title].length).toBeGreaterThanOrEqual('Mein Weg'.length * 1.4);
  expect(i18n.t('plan:offline.notice', { when: '12:00' })).toContain('12:00');
});
