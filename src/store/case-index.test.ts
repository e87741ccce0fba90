// The saved list of cases: whatever was in it comes out of it again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Json } from '#domain/json.ts';
import { packRows, unpackRows, type Row } from './packing.ts';

const ownColumnsSchema = z.custom<ReturnType<typeof packRows>>();
const ownRowsSchema = z.custom<readonly Row[]>();
const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '', 'Fulda', 0, true, [], ['ar']),
  fc.string(),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.record({ id: fc.string(), due: fc.string() }),
);

const whole = (rows: readonly object[]): unknown =>
  rows.map((row) => {
    const values: Record<string, unknown> = {};
    for (const key in row) values[key] = Reflect.get(row, key);
    return values;
  });

test('a list of cases is opened as it was saved, whatever stands in it, and can be saved again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ caseId: fc.string(), name: leaf, place: leaf, steps: leaf }), { maxLength: 200 }),
      (rows) => {
        const kept = JSON.stringify(packRows(rows));
        const { count, columns } = ownColumnsSchema.parse(JSON.parse(kept));
        const unpacked = unpackRows(
          count,
          new Map(Object.entries(columns).map(([key, column]) => [key, () => column])),
        );
        expect(whole(unpacked)).toEqual(JSON.parse(JSON.stringify(rows)));
        expect(JSON.stringify(packRows(ownRowsSchema.parse(unpacked)))).toBe(kept);
      },
    ),
  );
});

test('what all cases share is said once', () => {
  const rows = Array.from({ length: 1000 }, (_, number) => ({
    name: `Name ${number}`,
    closed: null,
    steps: [],
  }));
  const alone = JSON.stringify(packRows(rows.map(({ name }) => ({ name }))));
  expect(JSON.stringify(packRows(rows)).length - alone.length).toBeLessThan(100);
});
