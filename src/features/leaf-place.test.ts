// The way from a leaf to the page on which it can be written.
import { expect, test } from 'vitest';
import { personKind } from '#domain/person.ts';
import { pageOfLeaf } from './leaf-place.ts';

test('a caseworker comes to the section that asks it', () => {
  expect(pageOfLeaf('person', 'needs')).toBe('profil?abschnitt=summary');
  expect(pageOfLeaf('person', 'languages/x/speaking')).toBe('profil?abschnitt=language');
  expect(pageOfLeaf('person', 'nameParts/a/part')).toBe('profil?abschnitt=person');
  expect(pageOfLeaf('plan', 'steps/a/from')).toBe('weg');
  expect(pageOfLeaf('consultation', 'note')).toBe('gespraeche');
  expect(pageOfLeaf('follow-up', 'due')).toBe('ueberblick');
});

test('every list of the profile has its section', () => {
  const inFirst = Object.keys(personKind.maps).filter(
    (map) => pageOfLeaf('person', `${map}/a/x`) === 'profil?abschnitt=person',
  );
  expect(inFirst).toEqual(['nameParts', 'spellings', 'nationalities']);
});
