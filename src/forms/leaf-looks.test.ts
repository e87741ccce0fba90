// Every leaf of every kind has a name and a look: no screen that tells of a leaf shows a path or a code.
import { describe, expect, test } from 'vitest';
import { codeLists } from '#domain/codes.ts';
import { kinds } from '#domain/kinds.ts';
import { codeSchema, codesSchema } from '#domain/leaf.ts';
import { leafSchemaAt, type KindDefinition } from '#domain/record.ts';
import de from '#locales/de/versions.json' with { type: 'json' };
import { isOwnText, leafLookAt } from './leaf-looks.ts';

/** What the server alone writes is in nobody's field, and of a contribution people write the decision alone. */
const serverKinds = ['user', 'device'];
const isOfPeople = (kind: KindDefinition, path: string): boolean =>
  !serverKinds.includes(kind.name) && (!kind.name.endsWith('contribution') || path === 'decision');

const all = Object.values<KindDefinition>(kinds).flatMap((kind) =>
  [
    ...Object.keys(kind.fields),
    ...Object.entries(kind.maps).flatMap(([map, leaves]) =>
      Object.keys(leaves).map((leaf) => `${map}/item-0001/${leaf}`),
    ),
  ]
    .filter((path) => isOfPeople(kind, path))
    .map((path) => ({ kind, path, name: `${kind.name} ${path}` })),
);

describe('every leaf that people write', () => {
  test('is called something and shown somehow', () => {
    expect(
      all.filter(({ kind, path }) => leafLookAt(kind.name, path) === undefined).map(({ name }) => name),
    ).toEqual([]);
  });

  test('takes its codes from a list that there is, and from none where it holds no codes', () => {
    const wrong = all.filter(({ kind, path }) => {
      const { look, list } = leafLookAt(kind.name, path) ?? {};
      const schema = leafSchemaAt(kind, path);
      const holdsCodes = (schema === codeSchema && look !== 'country') || schema === codesSchema;
      if (!holdsCodes) return list !== undefined;
      return (
        list === undefined ||
        !Object.hasOwn(codeLists, list) ||
        look !== (schema === codeSchema ? 'code' : 'codes')
      );
    });
    expect(wrong.map(({ name }) => name).filter((name) => !/country|Country/.test(name))).toEqual([]);
  });

  test('where two versions may stand one after the other, the field takes several lines of own words', () => {
    const wrong = all.filter(
      ({ kind, path }) =>
        isOwnText(kind.name, path) && leafSchemaAt(kind, path)?.safeParse('eins\n\nzwei').success !== true,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(isOwnText('person', 'needs')).toBe(true);
    expect(isOwnText('person', 'travelMinutes')).toBe(false);
    expect(isOwnText('plan', 'steps/a/from')).toBe(false);
  });
});

test('a deleted thing and its place in a list have words of their own', () => {
  expect(leafLookAt('plan', 'steps/a/gone')).toMatchObject({ look: 'gone', label: 'versions:leaf.gone' });
  expect(leafLookAt('consultation', 'gone')?.look).toBe('gone');
  expect(leafLookAt('plan', 'steps/a/order')?.look).toBe('order');
  expect(leafLookAt('plan', 'steps/a/weather')).toBeUndefined();
  expect(Object.keys(de.leaf)).toContain('gone');
});
