// What a contribution keeps of a change, and what it gives back.
import { describe, expect, test } from 'vitest';
import type { Change } from './change.ts';
import {
  changeToContribution,
  contributionKindOf,
  contributionToChange,
  decisionOf,
} from './contribution.ts';
import { isServerPath, kindByName } from './kinds.ts';
import { leafSchemaAt, recordSchema, type VersionedRecord } from './record.ts';

const AT = '2026-11-22T09:00:00.000Z';
const change: Change = {
  ...{
    id: 'change-0001',
    deed: 'deed-0001',
    caseId: 'case-0001',
    kind: 'person',
    recordId: 'person-case-0001',
  },
  set: { needs: null, 'languages/l1/level': 'B1', 'languages/l1/gone': false },
  base: { needs: ['change-0000'], 'languages/l1/gone': [] },
  ...{ by: 'user-wiebke', device: 'device-0001', number: 7, at: '2026-11-22T12:00:00.000Z' },
};
const recordOf = (kept: Change): VersionedRecord => ({
  ...{ id: kept.id, caseId: kept.caseId, kind: contributionKindOf(kept.kind), seq: 9, head: 'change-0002' },
  ...{ heads: {}, values: changeToContribution(kept, AT), versions: {} },
});

describe('a contribution', () => {
  test('gives the change back as it was made, with the corrected time', () => {
    expect(contributionToChange(recordOf(change))).toEqual({ ...change, at: AT });
  });

  test('survives the way over the wire', () => {
    const sent = recordSchema.parse(JSON.parse(JSON.stringify(recordOf(change))));
    expect(contributionToChange(sent)).toEqual({ ...change, at: AT });
  });

  test('about limits is of a kind of its own', () => {
    expect(contributionKindOf('limits')).toBe('limits-contribution');
    expect(contributionKindOf('person')).toBe('contribution');
  });

  test.each(['contribution', 'limits-contribution'])(
    '%s: every leaf fits its kind, people write the decision alone',
    (kind) => {
      const definition = kindByName(kind);
      if (definition === undefined) throw new Error('the kind is unknown');
      for (const [path, value] of Object.entries(changeToContribution(change, AT))) {
        expect(leafSchemaAt(definition, path)?.safeParse(value).success).toBe(true);
        expect(isServerPath(kind, path)).toBe(path !== 'decision');
      }
      expect(isServerPath(kind, 'gone')).toBe(true);
    },
  );

  test('is open until somebody decides', () => {
    expect(decisionOf(recordOf(change))).toBe('open');
    const decided = { ...recordOf(change), values: { decision: 'declined' } };
    expect(decisionOf(decided)).toBe('declined');
    expect(decisionOf({ ...decided, values: {} })).toBe('open');
  });

  test('any other record is none', () => {
    expect(contributionToChange({ ...recordOf(change), kind: 'person' })).toBeUndefined();
    expect(contributionToChange({ ...recordOf(change), values: { decision: 'open' } })).toBeUndefined();
  });
});
