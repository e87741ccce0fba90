// The list of cases after an unlock: whatever stood in it when the vault was closed stands in it again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseSummary } from '#domain/case-summary.ts';
import { personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { createTwoSides, type Tablet, type TwoSides } from './two-sides.ts';

let county: TwoSides;
beforeEach(async () => {
  county = await createTwoSides();
});
afterEach(() => county.close());

const names = ['Semhar', 'Olha', 'Mariama'];
const caseOf = (name: string): string => `case-${name}`;
const person = (name: string, set: Record<string, Json>) => ({
  ...{ caseId: caseOf(name), kind: 'person', recordId: personIdOf(caseOf(name)), set },
});
const openCases = async (tablet: Tablet): Promise<void> => {
  for (const name of names)
    await tablet.store.write([
      { caseId: caseOf(name), kind: 'case', recordId: caseOf(name), set: { fileNumber: `DEMO-${name}` } },
      person(name, { nameCalled: name }),
    ]);
};
/** Every value of a summary by its key, also where the summary reads it from elsewhere. */
const valuesOf = (cases: readonly CaseSummary[]): unknown =>
  cases.map((summary) => {
    const values: Record<string, unknown> = {};
    for (const key in summary) values[key] = Reflect.get(summary, key);
    return values;
  });

/** Finds, once the store has read what a search looks through. */
const found = async ({ store }: Tablet, text: string): Promise<readonly string[]> => {
  await expect.poll(() => store.search('demo')).toHaveLength(names.length);
  return store.search(text).map(({ name }) => name);
};

/** One case has two versions of a field; a tablet that holds it is closed and opened again. */
const reopened = async (meanwhile: (closed: Tablet) => Promise<void> = async () => undefined) => {
  const one = await county.tablet('one', county.wiebke);
  await openCases(one);
  await one.round();
  const two = await county.tablet('two', county.wiebke);
  await two.round();
  await one.store.write([person('Olha', { needs: 'Kurs' })]);
  await two.store.write([person('Olha', { needs: 'Arbeit' })]);
  for (const tablet of [one, two, one]) expect(await tablet.round()).toMatchObject({ ok: true });
  const before = one.store.cases();
  expect(before.map(({ name, contested }) => [name, contested])).toEqual([
    ['Mariama', 0],
    ['Olha', 1],
    ['Semhar', 0],
  ]);
  await one.store.lock();
  const closed = await county.tablet('one', county.wiebke, { like: one });
  await meanwhile(closed);
  await closed.store.lock();
  return { before, again: await county.tablet('one', county.wiebke, { like: one }) };
};

test('the list is the same after an unlock, two versions in one of its cases and none in the others', async () => {
  const { before, again } = await reopened();
  expect(await found(again, 'demo olha')).toEqual(['Olha']);
  expect(valuesOf(again.store.cases())).toEqual(valuesOf(before));
});

test('no page of cases is opened for the list: it is there even where they are gone', async () => {
  const { before, again } = await reopened(({ database }) => database.pages.clear());
  await expect.poll(() => again.store.search('demo')).toHaveLength(3);
  expect(valuesOf(again.store.cases())).toEqual(valuesOf(before));
  expect(again.store.caseById(caseOf('Semhar'))?.name).toBe('Semhar');
});

test.each(['index-list-0000', 'index-search-0000'])(
  'a saved list whose %s is damaged is made anew',
  async (damaged) => {
    const { before, again } = await reopened(async ({ database }) => {
      const row = await database.meta.get(damaged);
      if (!(row?.value instanceof Uint8Array)) throw new Error('no saved list');
      await database.meta.put({ key: damaged, value: row.value.map((byte) => byte ^ 1) });
    });
    expect(await found(again, 'demo olha')).toEqual(['Olha']);
    expect(valuesOf(again.store.cases())).toEqual(valuesOf(before));
  },
);
