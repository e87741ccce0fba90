// Both versions of a text in one field.
import { expect, test } from 'vitest';
import type { Json } from '#domain/json.ts';
import { bothTexts } from './both-texts.ts';
import { questionsOf, type Question } from './questions.ts';

const questionOf = (kind: string, path: string, values: readonly Json[]): Question => {
  const versions = values.map((value, index) => ({
    ...{ change: `change-${index}`, value, by: `user-${index}`, device: null, at: null },
  }));
  const record = {
    ...{ id: `${kind}-0001`, caseId: 'case-0001', kind, seq: 1, head: 'change-0', heads: {}, values: {} },
    versions: { [path]: versions },
  };
  const [question] = questionsOf([record]);
  if (question === undefined) throw new Error('no question');
  return question;
};
const both = (kind: string, path: string, values: readonly Json[]): string | null =>
  bothTexts(questionOf(kind, path, values), (text, { versions }) => `${text} (${versions[0]?.by ?? ''})`);

test('each text stands whole, with its author behind it', () => {
  expect(both('person', 'needs', ['Kita bis 12 Uhr.', ' Kita bis 14 Uhr.'])).toBe(
    'Kita bis 12 Uhr. (user-0)\n\nKita bis 14 Uhr. (user-1)',
  );
  expect(both('consultation', 'note', ['eins', 'zwei', 'drei'])?.split('\n\n')).toHaveLength(3);
});

test('a date, a code, a telephone number cannot be both', () => {
  expect(both('plan', 'steps/a/from', ['2026-12-01', '2026-12-02'])).toBeNull();
  expect(both('person', 'phone', ['1', '2'])).toBeNull();
  expect(both('person', 'gender', ['W', 'M'])).toBeNull();
});

test('a text and an emptied field are no two texts, and what is too long for the field is not offered', () => {
  expect(both('person', 'needs', ['Kita', null])).toBeNull();
  expect(both('person', 'needs', ['a'.repeat(400), 'b'.repeat(400)])).toBeNull();
});
