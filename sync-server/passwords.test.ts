// Passwords at their full price: what is kept, and what a stolen database is worth without the pepper.
import { describe, expect, it } from 'vitest';
import { createPasswords, weaknessOf } from './passwords.ts';

const PASSWORD = 'drei kleine Laternen am Fluss';

describe('a password', () => {
  it('is hashed with Argon2id, 64 MiB, 3 passes', async () => {
    const hash = await createPasswords().hash(PASSWORD);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await createPasswords().matches(hash, PASSWORD)).toBe(true);
    expect(await createPasswords().matches(hash, `${PASSWORD} `)).toBe(false);
  });

  it('is worth nothing without the pepper, and nothing without an account', async () => {
    const passwords = createPasswords('a pepper that stands in the environment');
    const hash = await passwords.hash(PASSWORD);
    expect(await passwords.matches(hash, PASSWORD)).toBe(true);
    expect(await createPasswords().matches(hash, PASSWORD)).toBe(false);
    expect(await passwords.matches(undefined, PASSWORD)).toBe(false);
  });

  it('is the same however a keyboard writes its ü', async () => {
    const passwords = createPasswords();
    const hash = await passwords.hash('fünf grüne Türen im Hof');
    expect(await passwords.matches(hash, 'fünf grüne Türen im Hof'.normalize('NFD'))).toBe(true);
  });

  it('is long enough from 15 characters on, however they are written', () => {
    const tooShort = ['k3!vQ'.repeat(2), '😀🐎🌍🍀🎻🧭🪁🦔🍄🪵🌧🧵🪗🥾'];
    for (const password of tooShort) expect(weaknessOf(password, [])).toBe('password-too-short');
    expect(weaknessOf('ü'.normalize('NFD').repeat(14), [])).toBe('password-too-short');
    expect(weaknessOf('wTz4-kLp9-vBn2x', [])).toBeUndefined();
  });

  it.each([
    'passwortpasswort',
    '123456789012345',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnopqrst',
    'qwertzuiopasdfgh',
    'Landkreis Fuhsetal 2026',
    'Geleit Geleit Geleit',
    'LeylaMertens2026',
    'Übergangsmanagement',
    'iloveyou iloveyou',
  ])('is easily guessed: %s', (password) => {
    const about = ['leyla', 'Leyla Mertens', 'Landkreis Fuhsetal'];
    expect(weaknessOf(password, about)).toBe('password-guessable');
  });

  it.each([
    'drei kleine Laternen am Fluss',
    'fuhse-weide-birke-mond',
    'korrektes pferd batterie',
    'Katze singt im Nebel',
  ])('is taken without signs or figures: %s', (password) => {
    expect(weaknessOf(password, ['leyla', 'Leyla Mertens', 'Landkreis Fuhsetal'])).toBeUndefined();
  });
});
