// The address after `#`: read, written, and never trusted.
import { expect, test } from 'vitest';
import { addressOf, hrefTo } from './address.ts';

const secret = 'aB3_-'.repeat(8) + 'xyz';

test('every place can be linked to, and the link leads back there with the secret in it', () => {
  for (const place of [
    { at: 'path' },
    { at: 'appointments' },
    { at: 'help' },
    { at: 'language' },
    { at: 'step', step: 'a/b ä' },
    { at: 'pictures', step: 'x' },
    { at: 'pictures', step: null },
  ] as const)
    expect(addressOf(hrefTo(secret, place))).toEqual({ secret, place });
});

test('what is no secret is none', () => {
  expect(addressOf('').secret).toBeNull();
  expect(addressOf('#help').secret).toBeNull();
  expect(addressOf(`#${secret}x`).secret).toBeNull();
});

test('a page that does not exist is the path', () => {
  expect(addressOf(`#${secret}/etwas`).place).toEqual({ at: 'path' });
  expect(addressOf(`#${secret}/step`).place).toEqual({ at: 'path' });
});
