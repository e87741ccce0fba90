// The inbox "Zwei Fassungen": who finds what in it.
import { expect, test } from 'vitest';
import type { CaseSummary } from '#domain/case-summary.ts';
import type { Dispute } from '#domain/dispute.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { summariseCase } from '#domain/case-summary.ts';
import { countYours, openDisputes } from './open-disputes.ts';

const dispute = (recordId: string, path: string, by: readonly string[]): Dispute => ({
  ...{ kind: 'person', recordId, path, by },
});
const recordOf = (kind: string, id: string, values: VersionedRecord['values']): VersionedRecord => ({
  ...{ id, caseId: kind === 'case' ? id : null, kind, seq: 1, head: 'change-0001', heads: {}, values },
  versions: {},
});
const caseOf = (id: string, owner: string, disputes: readonly Dispute[] = []): CaseSummary => {
  const summary = summariseCase([recordOf('case', id, { owner })]);
  if (summary === undefined) throw new Error('no case');
  return {
    ...summary,
    name: id,
    ...{ disputes, contested: disputes.length },
  };
};

const semhar = caseOf('case-semhar', 'user-wiebke', [
  dispute('person-semhar', 'needs', ['user-wiebke', 'user-cem']),
  dispute('person-semhar', 'phone', ['user-wiebke', 'user-doerte']),
]);
const cases = [caseOf('case-abdi', 'user-doerte'), semhar];
const asked = (user: string): number => countYours(openDisputes(cases, [], user));

test('[S6] both authors and the owner find it, each what concerns them', () => {
  expect(['user-wiebke', 'user-cem', 'user-doerte', 'user-henrike'].map(asked)).toEqual([2, 1, 1, 0]);
});

test('[S6] who is not asked still sees that something is open, after what waits for her', () => {
  const own = caseOf('case-zarghuna', 'user-henrike', [dispute('person-zarghuna', 'birth', ['user-cem'])]);
  const open = openDisputes([...cases, own], [], 'user-henrike');
  expect(open.map(({ caseId, yours, all }) => [caseId, yours.length, all.length])).toEqual([
    ['case-zarghuna', 1, 1],
    ['case-semhar', 0, 2],
  ]);
});

test('[S6] a partner of the county in two versions is asked of those who wrote them', () => {
  const version = (by: string) => ({ change: `change-${by}`, value: by, by, device: null, at: null });
  const partner = {
    ...recordOf('partner', 'partner-0001', { phone: '1' }),
    versions: { phone: [version('user-cem'), version('user-wiebke')] },
  };
  expect(openDisputes([], [partner], 'user-cem')).toMatchObject([
    { caseId: null, yours: [{ path: 'phone' }] },
  ]);
  expect(countYours(openDisputes([], [partner], 'user-doerte'))).toBe(0);
});
