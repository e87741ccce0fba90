// Two versions: who is asked, what decides, and that a decision taken back is a question again.
import { describe, expect, test } from 'vitest';
import type { Change, Edit } from './change.ts';
import {
  decisionOf,
  disputesOf,
  isConcerned,
  leavesOfChange,
  reopeningOf,
  versionsToDecide,
} from './dispute.ts';
import type { Json } from './json.ts';
import { applyChange, baseOf } from './merge.ts';
import type { VersionedRecord } from './record.ts';

let count = 0;
/** Who wrote what: the server knows all of it. */
const authors = new Map<string, Pick<Change, 'by' | 'device' | 'at'>>();
const changeOf = (set: Record<string, Json>, base: Change['base'], by: string): Change => {
  const change = {
    id: `change-${String((count += 1)).padStart(4, '0')}`,
    ...{ deed: 'deed-0001', caseId: 'case-0001', kind: 'plan', recordId: 'plan-case-0001' },
    ...{ set, base, by, device: `tablet-of-${by}`, number: count, at: '2026-11-22T08:00:00.000Z' },
  };
  authors.set(change.id, change);
  return change;
};
const apply = (record: VersionedRecord | undefined, ...changes: readonly Change[]): VersionedRecord => {
  const after = changes.reduce<VersionedRecord | undefined>(
    (before, change) => applyChange(before, change, (id) => authors.get(id)).record,
    record,
  );
  if (after === undefined) throw new Error('no change');
  return after;
};
/** What the store makes of edits of one deed: the bases are those of the moment before. */
const write = (record: VersionedRecord, edits: readonly Edit[], by: string): VersionedRecord =>
  apply(record, ...edits.map(({ set, seen = {} }) => changeOf(set, baseOf(record, set, [], seen), by)));

const begun = apply(
  undefined,
  changeOf(
    { 'steps/a/type': 'EQ', 'steps/a/place': 'Ilserode', 'steps/a/from': '2026-12-01' },
    {},
    'user-anna',
  ),
);
const unseen = (set: Record<string, Json>, by: string): Change => changeOf(set, baseOf(begun, set), by);
const places = apply(
  begun,
  unseen({ 'steps/a/place': 'Velchau' }, 'user-anna'),
  unseen({ 'steps/a/place': 'Adersbeck' }, 'user-cem'),
);
const path = 'steps/a/place';

describe('[S6] who is asked to decide', () => {
  test('both authors are named', () => {
    expect(disputesOf(places)).toEqual([
      { kind: 'plan', recordId: 'plan-case-0001', path, by: ['user-anna', 'user-cem'] },
    ]);
    expect(disputesOf(begun)).toEqual([]);
  });

  test('both authors, who leads the case, and who stands in; nobody else', () => {
    const [dispute] = disputesOf(places);
    if (dispute === undefined) throw new Error('no dispute');
    const on = { owner: 'user-wiebke', deputies: ['user-doerte'] };
    const asked = ['user-anna', 'user-cem', 'user-wiebke', 'user-doerte', 'user-henrike'].filter((user) =>
      isConcerned(dispute, user, on),
    );
    expect(asked).toEqual(['user-anna', 'user-cem', 'user-wiebke', 'user-doerte']);
  });

  test('what stands in a deleted step is decided: whoever deleted it had seen both', () => {
    const set = { 'steps/a/gone': true };
    const deleted = apply(places, changeOf(set, baseOf(places, set), 'user-anna'));
    expect(Object.keys(deleted.versions)).toEqual([path]);
    expect(disputesOf(deleted)).toEqual([]);
    expect(versionsToDecide(deleted, path)).toEqual([]);
    expect(versionsToDecide(places, path).map(({ value }) => value)).toEqual(['Velchau', 'Adersbeck']);
  });
});

describe('[S6] what decides', () => {
  test('a decision names every version that was on the screen', () => {
    const after = write(places, [decisionOf(places, path, 'Adersbeck')], 'user-anna');
    expect(after.values[path]).toBe('Adersbeck');
    expect(disputesOf(after)).toEqual([]);
  });

  test('a third version that came while somebody looked at two stays beside the decision', () => {
    const three = apply(places, unseen({ [path]: 'Langelede' }, 'user-doerte'));
    const after = write(three, [decisionOf(places, path, 'Adersbeck')], 'user-anna');
    expect(versionsToDecide(after, path).map(({ value }) => value)).toEqual(['Langelede', 'Adersbeck']);
  });

  test('of three versions one decision takes all', () => {
    const three = apply(places, unseen({ [path]: 'Langelede' }, 'user-doerte'));
    expect(versionsToDecide(three, path)).toHaveLength(3);
    expect(disputesOf(write(three, [decisionOf(three, path, 'Langelede')], 'user-cem'))).toEqual([]);
  });
});

describe('[S6] a step that one deleted and another one changed', () => {
  const gone = { 'steps/a/gone': true };
  const contested = apply(begun, unseen(gone, 'user-anna'), unseen({ [path]: 'Adersbeck' }, 'user-cem'));

  test('both are asked, and what the edit wrote can be said', () => {
    expect(disputesOf(contested)).toEqual([
      { kind: 'plan', recordId: 'plan-case-0001', path: 'steps/a/gone', by: ['user-anna', 'user-cem'] },
    ]);
    const edit = versionsToDecide(contested, 'steps/a/gone').find(({ value }) => value === false);
    expect(leavesOfChange(contested, 'steps/a/gone', edit?.change ?? '')).toEqual([path]);
  });

  test.each([true, false])('it is decided for good: deleted is %s', (value) => {
    const after = write(contested, [decisionOf(contested, 'steps/a/gone', value)], 'user-wiebke');
    expect(after.values['steps/a/gone']).toBe(value);
    expect(disputesOf(after)).toEqual([]);
  });

  test('what somebody wrote after the screen was opened is not deleted unseen', () => {
    const later = apply(contested, unseen({ 'steps/a/time': '9:00' }, 'user-doerte'));
    const after = write(later, [decisionOf(contested, 'steps/a/gone', true)], 'user-wiebke');
    expect(after.values['steps/a/gone']).toBe(false);
    expect(disputesOf(after)).toHaveLength(1);
  });

  test.each([true, false])('taking back that deleted is %s asks again', (value) => {
    const after = write(contested, [decisionOf(contested, 'steps/a/gone', value)], 'user-wiebke');
    const again = write(after, reopeningOf(contested, after, 'steps/a/gone'), 'user-wiebke');
    expect(versionsToDecide(again, 'steps/a/gone').map((version) => version.value)).toEqual(
      versionsToDecide(contested, 'steps/a/gone').map((version) => version.value),
    );
    expect(again.values['steps/a/gone']).toBe(false);
  });
});

test('[S6] a decision taken back is a question again, with all its versions, and can be decided anew', () => {
  const after = write(places, [decisionOf(places, path, 'Adersbeck')], 'user-anna');
  const again = write(after, reopeningOf(places, after, path), 'user-anna');
  expect(versionsToDecide(again, path).map(({ value }) => value)).toEqual(['Velchau', 'Adersbeck']);
  expect(disputesOf(write(again, [decisionOf(again, path, 'Velchau')], 'user-cem'))).toEqual([]);
});
