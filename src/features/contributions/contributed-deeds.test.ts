// What somebody sees of contributions: deeds in their order, leaves people read, what stands there now.
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import { changeToContribution, contributionKindOf, type Decision } from '#domain/contribution.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { contributedDeeds, decisionToEdits } from './contributed-deeds.ts';

const person: VersionedRecord = {
  ...{ id: 'person-case-0001', caseId: 'case-0001', kind: 'person', seq: 3, head: 'change-0001', heads: {} },
  ...{ values: { needs: 'Kurs', strengths: 'geduldig' }, versions: {} },
};
const contributed = (number: number, more: Partial<Change>, decision: Decision = 'open'): VersionedRecord => {
  const change: Change = {
    ...{ id: `change-${number}000`, deed: `deed-${number}000`, caseId: 'case-0001', kind: 'person' },
    ...{ recordId: person.id, set: { needs: 'Kurs am Abend' }, base: {}, by: 'user-wiebke', number },
    ...{ device: 'device-0001', at: `2026-11-22T0${number}:00:00.000Z` },
    ...more,
  };
  return {
    ...{ id: change.id, caseId: change.caseId, kind: contributionKindOf(change.kind), seq: 9, heads: {} },
    ...{
      head: 'change-0009',
      values: { ...changeToContribution(change, change.at), decision },
      versions: {},
    },
  };
};
const deedsOf = (...contributions: readonly VersionedRecord[]) =>
  contributedDeeds(new Map([person, ...contributions].map((record) => [record.id, record])));

describe('the contributions of a case', () => {
  test('stand by deed, the oldest first, and what is decided apart, the newest first', () => {
    const { open, decided } = deedsOf(
      contributed(4, {}, 'accepted'),
      contributed(3, {}),
      contributed(5, {}, 'declined'),
      contributed(1, { deed: 'deed-talk' }),
      contributed(2, {
        deed: 'deed-talk',
        kind: 'consultation',
        recordId: 'talk-0001',
        set: { minutes: 30 },
      }),
    );
    expect(open.map(({ parts }) => parts.map(({ change }) => change.number))).toEqual([[1, 2], [3]]);
    expect(decided.map(({ decision }) => decision)).toEqual(['declined', 'accepted']);
  });

  test('say what stands there now where that is something else', () => {
    const { open } = deedsOf(
      contributed(1, { set: { needs: 'Kurs am Abend', strengths: 'geduldig', goalOwnWords: 'Pflege' } }),
    );
    expect(open[0]?.parts[0]?.leaves).toEqual([
      { path: 'needs', value: 'Kurs am Abend', now: 'Kurs' },
      { path: 'strengths', value: 'geduldig', now: null },
      { path: 'goalOwnWords', value: 'Pflege', now: null },
    ]);
  });

  test('leave out what nobody reads, and show a deletion', () => {
    const set = { 'languages/l1/order': 'V', 'languages/l1/gone': false, 'languages/l2/gone': true };
    const { open } = deedsOf(contributed(1, { set }));
    expect(open[0]?.parts[0]?.leaves.map(({ path }) => path)).toEqual(['languages/l2/gone']);
  });

  test('are decided as a whole, in the order in which they were done', () => {
    const { open } = deedsOf(
      contributed(2, {
        deed: 'deed-talk',
        kind: 'limits',
        recordId: 'limits-case-0001',
        set: { weeklyHours: 20 },
      }),
      contributed(1, { deed: 'deed-talk' }),
    );
    const [deed] = open;
    expect(deed === undefined ? [] : decisionToEdits(deed, 'accepted')).toMatchObject([
      { kind: 'contribution', recordId: 'change-1000', set: { decision: 'accepted' } },
      { kind: 'limits-contribution', recordId: 'change-2000', set: { decision: 'accepted' } },
    ]);
  });
});
