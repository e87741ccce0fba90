// The way to two versions and back, through the address alone.
import { expect, test } from 'vitest';
import { readVersionsAddress, versionsAddress } from './versions-address.ts';

test('the address names the case, the field and the way back', () => {
  const address = versionsAddress({
    caseId: 'case-0001',
    field: { recordId: 'person-case-0001', path: 'languages/x/level' },
    back: '/faelle/case-0001/profil?abschnitt=language',
  });
  const { pathname, search } = new URL(address, 'https://geleit.example');
  expect(pathname).toBe('/uebertragung/fassungen/case-0001');
  expect(readVersionsAddress(search)).toEqual({
    field: 'person-case-0001|languages/x/level',
    back: '/faelle/case-0001/profil?abschnitt=language',
  });
  expect(versionsAddress({ caseId: null })).toBe('/uebertragung/fassungen/landkreis');
});

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
])('nobody is led out of the program: %s', (back) => {
  expect(readVersionsAddress(`?${new URLSearchParams({ zurueck: back }).toString()}`).back).toBeNull();
});
