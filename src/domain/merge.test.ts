// The rules of sync that the merge keeps, tried with two tablets by hand and with many by chance.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from './change.ts';
import { SERVER } from './id.ts';
import type { Json } from './json.ts';
import { applyChange, baseOf, merge } from './merge.ts';
import { contestedPaths, documentOf, type VersionedRecord } from './record.ts';

type Set = Record<string, Json>;

const planId = 'plan-case-0001';
let count = 0;
const change = (set: Set, base: Record<string, string[]> = {}, more: Partial<Change> = {}): Change => ({
  id: `change-${String((count += 1)).padStart(4, '0')}`,
  deed: 'deed-0001',
  caseId: 'case-0001',
  kind: 'plan',
  recordId: planId,
  set,
  base,
  by: 'user-0001',
  device: 'tablet-0001',
  number: count,
  at: '2026-11-22T08:00:00.000Z',
  ...more,
});

const apply = (...changes: readonly Change[]): VersionedRecord => {
  const record = changes.reduce<VersionedRecord | undefined>(
    (before, next) => applyChange(before, next).record,
    undefined,
  );
  if (record === undefined) throw new Error('no change');
  return record;
};

const valuesKept = (record: VersionedRecord, path: string): Json[] =>
  (record.versions[path] ?? []).map(({ value }) => value);

describe('whoever opens a case', () => {
  const opens = { kind: 'case', recordId: 'case-0001', by: 'user-wiebke' };

  test('leads it, on her tablet without network as on the server', () => {
    const opened = change({ opened: '2026-11-22' }, {}, opens);
    const { record, touched } = applyChange(undefined, opened);
    expect(record).toMatchObject({ values: { owner: 'user-wiebke', opened: '2026-11-22' }, head: opened.id });
    expect(touched).toEqual(['owner', 'opened']);
  });

  test('leads it until the server says otherwise, and does not lead what she only edits', () => {
    const opened = change({ opened: '2026-11-22' }, {}, opens);
    const byOther = change({ level: 'L1' }, {}, { ...opens, by: 'user-cem' });
    const handed = change({ owner: 'user-cem' }, { owner: [opened.id] }, { ...opens, by: SERVER });
    expect(apply(opened, byOther).values['owner']).toBe('user-wiebke');
    expect(apply(opened, byOther, handed)).toMatchObject({ values: { owner: 'user-cem' }, versions: {} });
  });

  test('is whom the server names, when the server opens it', () => {
    expect(apply(change({ owner: 'user-cem' }, {}, { ...opens, by: SERVER })).values['owner']).toBe(
      'user-cem',
    );
  });
});

describe('[S4] an edit that saw another replaces it', () => {
  test('Cem corrects what Wiebke wrote after he has seen it, although his clock is a year slow', () => {
    const wiebke = change({ title: 'Weg von Semhar' }, {}, { at: '2026-11-22T08:00:00.000Z' });
    const seen = apply(wiebke);
    const set = { title: 'Semhars Weg in die Ausbildung' };
    const cem = change(set, baseOf(seen, set), { at: '2025-11-22T08:00:00.000Z' });
    const record = apply(wiebke, cem);
    expect(record.values['title']).toBe('Semhars Weg in die Ausbildung');
    expect(contestedPaths(record)).toEqual([]);
  });

  test('whoever decides between two versions has seen both, and nothing is contested any more', () => {
    const [wiebke, cem] = [change({ title: 'A' }), change({ title: 'B' })];
    const both = apply(wiebke, cem);
    const decision = change({ title: 'C' }, baseOf(both, { title: 'C' }));
    const record = apply(wiebke, cem, decision);
    expect(record.values['title']).toBe('C');
    expect(contestedPaths(record)).toEqual([]);
  });
});

describe('[S6] two values that did not see each other are both kept', () => {
  test('the one accepted first is shown, and the other is there with its author', () => {
    const wiebke = change({ title: 'A' }, {}, { by: 'user-wiebke' });
    const cem = change({ title: 'B' }, {}, { by: 'user-cem' });
    const record = apply(wiebke, cem);
    expect(record.values['title']).toBe('A');
    expect(record.versions['title']?.map(({ by, value }) => [by, value])).toEqual([
      [null, 'A'],
      ['user-cem', 'B'],
    ]);
    const told = applyChange(apply(wiebke), cem, (id) =>
      id === wiebke.id ? { by: 'user-wiebke', device: 'tablet-0001', at: wiebke.at } : undefined,
    );
    expect(told.record.versions['title']?.[0]?.by).toBe('user-wiebke');
  });

  test('two people who write the same do not disagree', () => {
    const record = apply(change({ title: 'A' }), change({ title: 'A' }));
    expect(contestedPaths(record)).toEqual([]);
  });

  test('two tablets add different steps to one plan, and both steps survive', () => {
    const record = apply(change({ 'steps/a/type': 'EQ' }), change({ 'steps/b/type': 'MAG' }));
    expect(documentOf(record)['steps']).toEqual({ a: { type: 'EQ' }, b: { type: 'MAG' } });
    expect(contestedPaths(record)).toEqual([]);
  });

  test('the author sees his own waiting edit beside the value that was pulled', () => {
    const pulled = apply(change({ title: 'A' }));
    const waiting = change({ title: 'B' });
    const shown = merge(pulled, [waiting]);
    expect(shown?.values['title']).toBe('A');
    expect(shown === undefined ? [] : valuesKept(shown, 'title')).toEqual(['A', 'B']);
    expect(pulled.versions).toEqual({});
  });
});

describe('a step that somebody deletes while somebody else edits it', () => {
  const made = change({ 'steps/a/type': 'EQ', 'steps/a/place': 'Ilserode' });
  const before = apply(made);
  const goneSet = { 'steps/a/gone': true };
  const deletion = change(goneSet, baseOf(before, goneSet));
  const editSet = { 'steps/a/place': 'Adersbeck' };
  const edit = change(editSet, baseOf(before, editSet));

  test.each([
    ['the deletion arrives first', [deletion, edit]],
    ['the edit arrives first', [edit, deletion]],
  ])('%s: the step stays on the screen with the edit, and the deletion is contested', (_order, changes) => {
    const record = apply(made, ...changes);
    expect(documentOf(record)['steps']).toEqual({ a: { type: 'EQ', place: 'Adersbeck', gone: false } });
    expect(contestedPaths(record)).toEqual(['steps/a/gone']);
    expect(valuesKept(record, 'steps/a/gone').sort()).toEqual([false, true]);
  });

  test('a deletion that saw every edit takes the step away, and bringing it back shows it as it was', () => {
    const edited = apply(made, edit);
    const seeing = change(goneSet, baseOf(edited, goneSet));
    const gone = apply(made, edit, seeing);
    expect(documentOf(gone)['steps']).toEqual({});
    const backSet = { 'steps/a/gone': false };
    const back = apply(made, edit, seeing, change(backSet, baseOf(gone, backSet)));
    expect(documentOf(back)['steps']).toEqual({ a: { type: 'EQ', place: 'Adersbeck', gone: false } });
    expect(contestedPaths(back)).toEqual([]);
  });

  test('whoever insists on the deletion without having seen a later edit deletes nothing', () => {
    const contested = apply(made, deletion, edit);
    const insisting = change(goneSet, baseOf(contested, goneSet));
    const late = change({ 'steps/a/time': '9:00' }, {});
    const record = apply(made, deletion, edit, late, insisting);
    expect(contestedPaths(record)).toEqual(['steps/a/gone']);
    expect(documentOf(record)['steps']).toMatchObject({ a: { time: '9:00', place: 'Adersbeck' } });
  });

  test('[S6] what is written while the deletion is in question stays, though the first objection is refused', () => {
    const contested = apply(made, deletion, edit);
    const set = { 'steps/a/time': '9:00' };
    const later = change(set, baseOf(contested, set));
    const record = apply(made, deletion, later);
    expect(documentOf(record)['steps']).toMatchObject({ a: { time: '9:00', place: 'Ilserode' } });
    expect(contestedPaths(record)).toEqual(['steps/a/gone']);
  });

  test('a deleted plan that somebody still worked on stays', () => {
    const set = { gone: true };
    const record = apply(made, change(set, baseOf(before, set)), edit);
    expect(record.values['gone']).toBe(false);
    expect(contestedPaths(record)).toEqual(['gone']);
  });
});

describe('an own change that was refused', () => {
  test('leaves no false conflict behind: the next edit names what it rested on', () => {
    const made = change({ title: 'A' });
    const pulled = apply(made);
    const refused = change({ title: 'B' }, baseOf(pulled, { title: 'B' }));
    const shown = merge(pulled, [refused]);
    const next = change({ title: 'C' }, baseOf(shown, { title: 'C' }, [refused]));
    expect(contestedPaths(apply(made, next))).toEqual([]);
    expect(contestedPaths(apply(made, refused, next))).toEqual([]);
  });
});

// By chance: three tablets write, delete, bring back and sync; then the server gets the same changes in other orders.
const paths = ['title', 'steps/a/type', 'steps/a/place', 'steps/b/type'] as const;
const gonePaths = ['steps/a/gone', 'steps/b/gone', 'gone'] as const;
const actArbitrary = fc.record({
  tablet: fc.nat({ max: 2 }),
  act: fc.oneof(
    fc.record({ path: fc.constantFrom(...paths), value: fc.constantFrom('x', 'y', null) }),
    fc.record({ path: fc.constantFrom(...gonePaths), value: fc.boolean() }),
    fc.constant('sync' as const),
  ),
});
type Act = typeof actArbitrary extends fc.Arbitrary<infer A> ? A : never;
type Tablet = { pulled: VersionedRecord | undefined; waiting: Change[]; seen: string[] };
type Happened = { readonly change: Change; readonly after: readonly string[] };

/** What three tablets do; each change with the ids of all changes its tablet had seen by then. */
const happen = (acts: readonly Act[]): readonly Happened[] => {
  const tablets = [0, 1, 2].map((): Tablet => ({ pulled: undefined, waiting: [], seen: [] }));
  let server: VersionedRecord | undefined;
  const accepted: string[] = [];
  const all: Happened[] = [];
  for (const { tablet: index, act } of acts) {
    const tablet = tablets[index];
    if (tablet === undefined) continue;
    if (act === 'sync') {
      for (const next of tablet.waiting) {
        server = applyChange(server, next).record;
        accepted.push(next.id);
      }
      Object.assign(tablet, { pulled: server, waiting: [], seen: [...accepted] });
      continue;
    }
    const set: Set = { [act.path]: act.value };
    const next = change(set, baseOf(merge(tablet.pulled, tablet.waiting), set, tablet.waiting));
    all.push({ change: next, after: [...tablet.seen] });
    tablet.waiting.push(next);
    tablet.seen.push(next.id);
  }
  return all;
};

/** Another order in which the server might have got them: each change after all that its tablet had seen. */
const shuffled = (all: readonly Happened[], chances: readonly number[]): readonly Change[] => {
  const rest = [...all];
  const order: Change[] = [];
  const done = new Set<string>();
  for (let turn = 0; rest.length > 0; turn += 1) {
    const ready = rest.filter(({ after }) => after.every((id) => done.has(id)));
    const next = ready[(chances[turn % chances.length] ?? 0) % ready.length];
    if (next === undefined) throw new Error('no change is ready');
    rest.splice(rest.indexOf(next), 1);
    order.push(next.change);
    done.add(next.change.id);
  }
  return order;
};

const kept = (record: VersionedRecord, path: string): readonly string[] => {
  const versions = record.versions[path];
  if (versions === undefined) return [JSON.stringify(record.values[path] ?? null)];
  return [...new Set(versions.map(({ value }) => JSON.stringify(value)))].sort();
};

const acts = fc.array(actArbitrary, { minLength: 1, maxLength: 40 });
const orders = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 });

describe('many tablets, by chance', () => {
  test('[S2] a change that arrives twice in a row is applied once', () => {
    fc.assert(
      fc.property(acts, orders, (what, chances) => {
        let record: VersionedRecord | undefined;
        for (const next of shuffled(happen(what), chances)) {
          record = applyChange(record, next).record;
          const again = applyChange(record, next);
          expect(again.record).toEqual(record);
          expect(again.touched).toEqual([]);
        }
      }),
    );
  });

  test('[S3] devices that applied the same changes in the same order hold the same', () => {
    fc.assert(
      fc.property(acts, orders, (what, chances) => {
        const order = shuffled(happen(what), chances);
        if (order.length === 0) return;
        const copy = structuredClone(order);
        expect(apply(...copy)).toEqual(apply(...order));
      }),
    );
  });

  test('[S3] the order of pushes decides at most which value is shown, never which values are kept', () => {
    fc.assert(
      fc.property(acts, orders, orders, (what, one, other) => {
        const all = happen(what);
        if (all.length === 0) return;
        const [left, right] = [apply(...shuffled(all, one)), apply(...shuffled(all, other))];
        for (const path of paths) expect([path, kept(left, path)]).toEqual([path, kept(right, path)]);
      }),
      { numRuns: 500 },
    );
  });

  test('[S6] what is shown is always one of the kept values, and contested only if they differ', () => {
    fc.assert(
      fc.property(acts, orders, (what, chances) => {
        const order = shuffled(happen(what), chances);
        if (order.length === 0) return;
        const record = apply(...order);
        for (const [path, versions] of Object.entries(record.versions)) {
          expect(versions.map(({ value }) => value)).toContainEqual(record.values[path]);
          expect(new Set(versions.map(({ value }) => JSON.stringify(value))).size).toBeGreaterThan(1);
        }
      }),
    );
  });

  test('no edit disappears behind a deletion that had not seen it', () => {
    fc.assert(
      fc.property(acts, orders, (what, chances) => {
        const order = shuffled(happen(what), chances);
        if (order.length === 0) return;
        const record = apply(...order);
        const deletions = order.filter(({ set }) =>
          Object.entries(set).some(([path, value]) => path.endsWith('gone') && value),
        );
        for (const gonePath of gonePaths) {
          if (record.values[gonePath] !== true) continue;
          const prefix = gonePath === 'gone' ? '' : gonePath.slice(0, -'gone'.length);
          for (const path of paths.filter((leaf) => leaf.startsWith(prefix))) {
            for (const head of record.heads[path] ?? (path in record.values ? [record.head] : [])) {
              const saw = deletions.some(
                ({ set, base }) => set[gonePath] === true && base[path]?.includes(head),
              );
              const goneHeads = record.heads[gonePath] ?? [record.head];
              const seen = order.some(
                ({ id, base }) => id === head && goneHeads.some((gone) => base[gonePath]?.includes(gone)),
              );
              expect([path, head, saw || seen]).toEqual([path, head, true]);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
