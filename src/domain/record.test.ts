// The quick look at a record and its schema say the same, whatever is wrong with it.
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { quickSyncResponseSchema } from '#protocol/sync.ts';
import { quickRecordSchema, recordSchema } from './record.ts';

const record = {
  id: 'person-case-0001',
  caseId: 'case-0001',
  kind: 'person',
  seq: 7,
  head: 'change-0001',
  heads: {},
  values: { nameCalled: 'Semhar', 'languages/a1/language': 'ti', gone: false },
  versions: {},
};
const version = { change: 'change-0002', value: 'Kurs', by: 'user-0001', device: null, at: null };

const sound = [
  record,
  { ...record, caseId: null },
  { ...record, values: {} },
  { ...record, heads: { nameCalled: ['change-0001', 'change-0002'] } },
  { ...record, versions: { nameCalled: [version, { ...version, change: 'change-0003' }] } },
];
const unsound = [
  ...[null, 'person', [], {}, { ...record, more: 1 }, { ...record, id: 'a b' }, { ...record, id: 4 }],
  ...[
    { ...record, caseId: '../etc' },
    { ...record, kind: 'k'.repeat(41) },
    { ...record, kind: 4 },
  ],
  ...[
    { ...record, seq: -1 },
    { ...record, seq: 1.5 },
    { ...record, seq: '7' },
    { ...record, head: null },
  ],
  ...[
    { ...record, heads: [] },
    { ...record, heads: null },
    { ...record, heads: { nameCalled: 'change-0001' } },
  ],
  ...[
    { ...record, versions: [] },
    { ...record, versions: { nameCalled: [{ ...version, more: 1 }] } },
  ],
  ...[
    { ...record, values: null },
    { ...record, values: [] },
    { ...record, values: { 'No path': 1 } },
  ],
  ...[
    { ...record, values: { note: '\u0000' } },
    { ...record, values: { note: '\ud800' } },
  ],
  { ...record, values: z.unknown().parse(JSON.parse('{"note":{"__proto__":{}}}')) },
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'versions')),
];

test('a sound record is taken by both, as it came', () => {
  for (const each of sound) {
    expect(recordSchema.parse(each)).toEqual(each);
    expect(quickRecordSchema.parse(each)).toEqual(each);
  }
});

test('an unsound one is taken by neither', () => {
  for (const each of unsound) {
    expect(recordSchema.safeParse(each).success, JSON.stringify(each)).toBe(false);
    expect(quickRecordSchema.safeParse(each).success, JSON.stringify(each)).toBe(false);
  }
});

test('an answer with one unsound record, or with a word more, is not understood', () => {
  const answer = {
    ...{ receipts: [], expect: 1, records: [record], deltas: [], gone: [], cursor: '', upTo: 7, more: false },
    ...{ anew: false, safe: 0, clock: '2026-11-22T08:00:00.000Z' },
  };
  expect(quickSyncResponseSchema.safeParse(answer).success).toBe(true);
  expect(quickSyncResponseSchema.safeParse({ ...answer, records: [{ ...record, seq: -1 }] }).success).toBe(
    false,
  );
  expect(quickSyncResponseSchema.safeParse({ ...answer, word: 1 }).success).toBe(false);
});
