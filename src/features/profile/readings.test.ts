// What the profile makes of several fields that are one leaf: an address, a part of a name, a list of words.
import { expect, test } from 'vitest';
import { judge } from '#forms/judging.ts';
import { personKind } from '#domain/person.ts';
import { readAddress } from './contact-section.tsx';
import { readPart } from './name-parts.tsx';
import { progressOf, sections, wholeProgress } from './sections.ts';
import { readWords } from './work-section.tsx';

test('the address of a women’s shelter is not kept, even if somebody typed it before', () => {
  const typed = { accommodation: 'FRAUENHAUS', place: 'Adersbeck', street: 'Ringstraße 12', postcode: '' };
  expect(judge(personKind, 'address', readAddress, typed)).toEqual({
    ok: true,
    value: { accommodation: 'FRAUENHAUS' },
  });
});

test('of an address only what is filled is kept, and nothing of an empty one', () => {
  const typed = { accommodation: '', place: 'Adersbeck', street: ' ', postcode: '' };
  expect(judge(personKind, 'address', readAddress, typed)).toEqual({
    ok: true,
    value: { place: 'Adersbeck' },
  });
  expect(judge(personKind, 'address', readAddress, { place: '' })).toEqual({ ok: true, value: null });
});

test('a place that is too long stays in its field and is not cut', () => {
  expect(judge(personKind, 'address', readAddress, { place: 'a'.repeat(81) })).toMatchObject({
    ok: false,
    error: { type: 'too-long', limit: 80 },
  });
});

test('a part of a name without text is nothing, whatever its role', () => {
  const path = 'nameParts/n1/part';
  expect(judge(personKind, path, readPart, { text: ' ', role: 'family' })).toEqual({ ok: true, value: null });
  expect(judge(personKind, path, readPart, { text: 'Zarghuna', role: 'unknown' })).toEqual({
    ok: true,
    value: { text: 'Zarghuna', role: 'unknown' },
  });
});

test('tools are a list, also with Arabic commas, each once', () => {
  expect(readWords('Nähmaschine, Schere،Schere;')).toEqual({ ok: true, value: ['Nähmaschine', 'Schere'] });
  expect(readWords(' , ')).toEqual({ ok: true, value: null });
});

test('every core question of the profile is counted in a section that shows it', () => {
  const counted = sections
    .filter((section) => section !== 'family' && section !== 'framework')
    .map((section) => progressOf(section, undefined).total)
    .reduce((sum, total) => sum + total, 0);
  expect(counted).toBe(wholeProgress(undefined).total);
});
