// The kinds of record: what may be written into them, and what must have no place in any of them (§2.4).
import { describe, expect, test } from 'vitest';
import { addressSchema, protectedAddress } from './address.ts';
import { isServerPath, kindByName, kinds } from './kinds.ts';
import { pathSchema } from './path.ts';
import { leafSchemaAt, type KindDefinition } from './record.ts';

const all: readonly KindDefinition[] = Object.values(kinds);
const pathsOf = (kind: KindDefinition): readonly string[] => [
  ...Object.keys(kind.fields),
  ...Object.entries(kind.maps).flatMap(([map, leaves]) =>
    Object.keys(leaves).map((leaf) => `${map}/item-0001/${leaf}`),
  ),
];
const takes = (kind: KindDefinition, path: string, value: unknown): boolean =>
  leafSchemaAt(kind, path)?.safeParse(value).success === true;

describe('every kind', () => {
  test.each(all.map((kind) => [kind.name, kind] as const))(
    '%s is found by its name and all its paths are paths',
    (name, kind) => {
      expect(kindByName(name)).toBe(kind);
      for (const path of pathsOf(kind)) {
        expect([path, pathSchema.safeParse(path).success]).toEqual([path, true]);
        expect(leafSchemaAt(kind, path)).toBeDefined();
        expect(path.split('/').at(-1)).not.toMatch(/^(gone|order)$/);
      }
    },
  );

  test('a kind of a newer program is unknown, not wrong', () => {
    expect(kindByName('horoscope')).toBeUndefined();
    expect(kindByName('constructor')).toBeUndefined();
  });
});

describe('what is not asked', () => {
  const forbidden = [
    /relig|confession|denomin|church|mosque/i,
    /ethni|tribe|clan|race|caste/i,
    /politic|party|union|sexual|orientation/i,
    /flight|escape|journey|persecut|asylumReason|military|soldier|army/i,
    /diagnos|illness|disease|health|medic|pregnan|hiv|trauma|disab/i,
    /crim|convict|police|prison/i,
    /biometr|finger|face/i,
    /perspective|bleibe|score|ranking|chance|probab|likel/i,
    /sanction|income|salary|assets|wealth|marital|married/i,
  ];

  test.each(all.map((kind) => [kind.name, kind] as const))(
    '%s has no place for what must not be recorded',
    (_name, kind) => {
      const places = pathsOf(kind).filter((path) => forbidden.some((word) => word.test(path)));
      expect(places).toEqual([]);
    },
  );

  test.each([
    'religion',
    'ethnicGroup',
    'flightStory',
    'diagnosis',
    'bleibeperspektive',
    'score',
    'income',
    'photo',
  ])('a tablet that writes %s into a person is refused', (field) => {
    expect(leafSchemaAt(kinds.person, field)).toBeUndefined();
  });

  test('of work limits only codes are kept, no sentence in which a diagnosis could stand', () => {
    for (const path of pathsOf(kinds.limits))
      expect([path, takes(kinds.limits, path, 'Er hat Rücken.')]).toEqual([path, false]);
    expect(takes(kinds.limits, 'limits', ['WL_HEBEN', 'WL_SCHICHT'])).toBe(true);
  });

  test('of children only the year of birth is kept', () => {
    expect(takes(kinds.person, 'children/kid-1/birthYear', 2023)).toBe(true);
    expect(leafSchemaAt(kinds.person, 'children/kid-1/name')).toBeUndefined();
  });
});

describe('the address of a women’s shelter', () => {
  test('is stored nowhere, not even the place', () => {
    expect(takes(kinds.person, 'address', { accommodation: 'FRAUENHAUS' })).toBe(true);
    expect(takes(kinds.person, 'address', { accommodation: 'FRAUENHAUS', street: 'Am Wall 1' })).toBe(false);
    expect(takes(kinds.person, 'address', { accommodation: 'FRAUENHAUS', place: 'Velchau' })).toBe(false);
    expect(takes(kinds.person, 'address', { accommodation: 'FRAUENHAUS', postcode: '31234' })).toBe(false);
  });

  test('is forgotten when somebody moves there', () => {
    const before = { accommodation: 'FRAUENHAUS', place: 'Velchau', street: 'Am Wall 1' };
    expect(addressSchema.safeParse(protectedAddress(before)).success).toBe(true);
    expect(protectedAddress(before)).toEqual({ accommodation: 'FRAUENHAUS' });
    expect(protectedAddress({ accommodation: 'GU', place: 'Velchau' })).toEqual({
      accommodation: 'GU',
      place: 'Velchau',
    });
  });
});

describe('what leaves take', () => {
  test('people’s own words stay as they are, in every script', () => {
    for (const text of ['Hêvîn', 'محمد الخلف', 'ሰምሃር', '', 'a\u0301'])
      expect(takes(kinds.person, 'nameCalled', text)).toBe(true);
    expect(takes(kinds.person, 'nameCalled', 'x\u0000')).toBe(false);
    expect(takes(kinds.person, 'nameCalled', '\ud800')).toBe(false);
    expect(takes(kinds.person, 'nameCalled', 'x'.repeat(161))).toBe(false);
  });

  test('unknown codes are kept, labels are not codes', () => {
    expect(takes(kinds.plan, 'steps/a/type', 'KURS_2031')).toBe(true);
    expect(takes(kinds.plan, 'steps/a/type', 'Integrationskurs')).toBe(false);
  });

  test('a person with a single name, and one with two family names', () => {
    expect(takes(kinds.person, 'nameParts/a/part', { text: 'Zarghuna', role: 'unknown' })).toBe(true);
    expect(
      takes(kinds.person, 'nameParts/b/part', { text: 'Restrepo', role: 'family', script: 'Latn' }),
    ).toBe(true);
    expect(takes(kinds.person, 'nameParts/b/part', { text: 'Gebru', role: 'surname' })).toBe(false);
  });
});

describe('what only the server writes', () => {
  test('who leads a case, users and devices', () => {
    expect(isServerPath('case', 'owner')).toBe(true);
    expect(isServerPath('case', 'deputies/d1/user')).toBe(true);
    expect(isServerPath('case', 'deputies/d1/gone')).toBe(true);
    expect(isServerPath('user', 'name')).toBe(true);
    expect(isServerPath('device', 'revoked')).toBe(true);
    expect(isServerPath('case', 'opened')).toBe(false);
    expect(isServerPath('person', 'owner')).toBe(false);
  });
});
