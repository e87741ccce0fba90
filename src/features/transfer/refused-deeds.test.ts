// What was not accepted: told by deed, mended leaf by leaf, and kept as a file.
import { expect, test } from 'vitest';
import type { WaitingEntry } from '#store/store.ts';
import { isAnythingLeft, mendedOf, recordWith, refusedDeeds } from './refused-deeds.ts';
import { refusedFile } from './refused-file.ts';

const entry = (number: number, deed: string, more: Partial<WaitingEntry> = {}): WaitingEntry => ({
  ...{ number, deed, caseId: 'case-0001', kind: 'person', recordId: 'person-case-0001', paths: ['needs'] },
  ...{ set: { needs: 'Kurs' }, at: '2026-11-22T08:00:00.000Z', refusal: { type: 'not-allowed' } },
  ...more,
});

test('what was refused together is told together, with the reason of the one to blame', () => {
  const deeds = refusedDeeds([
    entry(4, 'deed-a', { refusal: { type: 'deed-refused' } }),
    entry(5, 'deed-a', { refusal: { type: 'invalid-value', path: 'minutes' } }),
    entry(6, 'deed-b'),
  ]);
  expect(deeds.map(({ number, entries, reason }) => [number, entries.length, reason])).toEqual([
    [4, 2, 'invalid-value'],
    [6, 1, 'not-allowed'],
  ]);
});

test('only what a hand changed is sent in another way, and a deed of which nothing is left is not sent', () => {
  const entries = [entry(4, 'deed-a'), entry(5, 'deed-a', { set: { minutes: -5 } })];
  expect(mendedOf(entries, { 5: { minutes: 5 } })).toEqual({ 5: { minutes: 5 } });
  expect(mendedOf(entries, {})).toEqual({});
  expect(isAnythingLeft(entries, { 5: {} })).toBe(true);
  expect(isAnythingLeft(entries, { 4: {}, 5: {} })).toBe(false);
});

test('a step that the server never took can still be named', () => {
  const plan = entry(4, 'deed-a', {
    ...{ kind: 'plan', recordId: 'plan-case-0001', set: { 'steps/a/title': 'Deutschkurs' } },
  });
  expect(recordWith(plan, undefined)).toMatchObject({
    id: 'plan-case-0001',
    values: { 'steps/a/title': 'Deutschkurs' },
  });
});

test('the file can be read by a person, and by a program', () => {
  const text = refusedFile(
    [
      {
        entry: entry(4, 'deed-a', { set: { needs: 'erste Zeile\nzweite Zeile' } }),
        words: {
          ...{ who: 'Semhar Tesfay Gebru', what: 'Profil', when: 'heute, 9:00 Uhr' },
          reason: 'Sie dürfen hier nichts eintragen.',
          leaves: [{ label: 'Bedarf', value: 'erste Zeile\nzweite Zeile' }],
        },
      },
    ],
    {
      ...{ title: 'Nicht angenommen', saved: 'Gesichert heute', warning: 'Jeder kann das lesen.' },
      ...{ written: 'Geschrieben', reason: 'Grund', forPrograms: 'Für Programme' },
    },
  );
  expect(text).toContain('Semhar Tesfay Gebru · Profil\nGeschrieben: heute, 9:00 Uhr\nGrund: Sie dürfen');
  expect(text).toContain('  Bedarf: erste Zeile\n    zweite Zeile');
  const json: unknown = JSON.parse(text.slice(text.indexOf('\n{') + 1));
  expect(json).toMatchObject({ refused: [{ number: 4, set: { needs: 'erste Zeile\nzweite Zeile' } }] });
});
