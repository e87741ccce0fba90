// What a case asks, one question after the other.
import { describe, expect, test } from 'vitest';
import type { Json } from '#domain/json.ts';
import type { Version, VersionedRecord } from '#domain/record.ts';
import { nextQuestion, questionsOf } from './questions.ts';

const version = (by: string, value: Json): Version => ({
  ...{ change: `change-${by}`, value, by, device: null, at: null },
});
const recordOf = (kind: string, versions: VersionedRecord['versions'], values = {}): VersionedRecord => ({
  ...{ id: `${kind}-0001`, caseId: 'case-0001', kind, seq: 1, head: 'change-0001', heads: {} },
  ...{ values, versions },
});
const two = [version('user-anna', 'hier'), version('user-cem', 'dort')];
const person = recordOf('person', { phone: two, needs: two });
const plan = recordOf('plan', { 'steps/a/place': two });
const questions = questionsOf([plan, person]);

describe('the questions of a case', () => {
  test('come in the order in which a case is read, whatever the order of its records', () => {
    const ids = ['person-0001|needs', 'person-0001|phone', 'plan-0001|steps/a/place'];
    expect(questions.map(({ id }) => id)).toEqual(ids);
    expect(questionsOf([person, plan]).map(({ id }) => id)).toEqual(ids);
  });

  test('two who wrote the same stand on one side', () => {
    const three = [version('user-anna', 30), version('user-cem', 45), version('user-doerte', 30)];
    const [question] = questionsOf([recordOf('person', { travelMinutes: three })]);
    expect(question?.sides.map(({ value, versions }) => [value, versions.map(({ by }) => by)])).toEqual([
      [30, ['user-anna', 'user-doerte']],
      [45, ['user-cem']],
    ]);
  });

  test('what stands in a deleted thing is not asked', () => {
    expect(questionsOf([recordOf('plan', { 'steps/a/place': two }, { 'steps/a/gone': true })])).toEqual([]);
  });
});

describe('the question to ask now', () => {
  test('is the one somebody came for, then the first', () => {
    expect(nextQuestion(questions, 'person-0001|phone', [])?.path).toBe('phone');
    expect(nextQuestion(questions, 'person-0001|gone-by', [])?.path).toBe('needs');
    expect(nextQuestion(questions, null, [])?.path).toBe('needs');
  });

  test('is none that was put off, and none at all when all were', () => {
    expect(nextQuestion(questions, 'person-0001|phone', ['person-0001|phone'])?.path).toBe('needs');
    expect(
      nextQuestion(
        questions,
        null,
        questions.map(({ id }) => id),
      ),
    ).toBeUndefined();
  });
});
