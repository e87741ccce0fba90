// When the home screen is offered, and how long a password is.
import { expect, test } from 'vitest';
import { SHORTEST_PASSWORD } from '#protocol/session.ts';
import { isInstallOffered, isPadOrPhone } from './install-offer.ts';
import { isLongEnough } from './password-length.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const offer = { canAsk: true, isInstalled: false, isDrawn: false, visits: 2, putAway: null, now };

test('the home screen is offered from the second visit on, and never to who has it there', () => {
  expect(isInstallOffered(offer)).toBe(true);
  expect(isInstallOffered({ ...offer, visits: 1 })).toBe(false);
  expect(isInstallOffered({ ...offer, isInstalled: true })).toBe(false);
  expect(isInstallOffered({ ...offer, canAsk: false })).toBe(false);
  expect(isInstallOffered({ ...offer, canAsk: false, isDrawn: true })).toBe(true);
});

test('"not now" holds for a month', () => {
  expect(isInstallOffered({ ...offer, putAway: '2026-11-01T12:00:00.000Z' })).toBe(false);
  expect(isInstallOffered({ ...offer, putAway: '2026-10-01T12:00:00.000Z' })).toBe(true);
});

test('a newer iPad calls itself a Macintosh, and is known by the fingers on it', () => {
  expect(isPadOrPhone('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5)).toBe(true);
  expect(isPadOrPhone('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0)).toBe(false);
  expect(isPadOrPhone('Mozilla/5.0 (Linux; Android 16)', 5)).toBe(false);
});

test('a password is measured here as on the server: in characters, at least as many', () => {
  expect(isLongEnough('ü'.repeat(SHORTEST_PASSWORD))).toBe(true);
  expect(isLongEnough('ü'.repeat(SHORTEST_PASSWORD - 1))).toBe(false);
  expect(isLongEnough('u\u0308'.repeat(SHORTEST_PASSWORD - 1))).toBe(false);
});
