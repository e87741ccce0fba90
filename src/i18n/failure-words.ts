// Every foreseen failure as a sentence: its type is a key in errors.json; one that nobody foresaw gets the general sentence.
import { useCallback } from 'react';
import type errors from '#locales/de/errors.json';
import { useCodeNames, useTexts } from './react.tsx';

type FailureKey = Exclude<keyof typeof errors, 'refusal'>;

/** Gives the sentence of a failure's type, for example of `storage-full`. */
export const useFailureWords = (): ((type: string) => string) => {
  const { t } = useTexts('errors');
  return useCallback((type) => (isFailureKey(type) ? t(type) : t('unknown')), [t]);
};

/** Gives the sentence of the reason why the server did not accept an entry. */
export const useRefusalWords = (): ((type: string) => string) => {
  const { t } = useTexts('errors');
  const name = useCodeNames('errors');
  return useCallback((type) => name('refusal', type) ?? t('unknown'), [name, t]);
};

/** A test holds this list against errors.json. */
export const failureKeys: ReadonlySet<string> = new Set<FailureKey>([
  ...(['bad-message', 'too-large', 'not-signed-in', 'wrong-password', 'wrong-password-here'] as const),
  ...([
    'passkey-refused',
    'passkey-missing',
    'passkey-cancelled',
    'passkey-opens-nothing',
    'proof-needed',
    'does-not-open',
    'last-way',
    'device-revoked',
    'lease-over',
    'too-many-tries',
    'not-allowed',
    'not-found',
    'device-unknown',
    'fork',
  ] as const),
  ...([
    'client-too-old',
    'server-trouble',
    'name-taken',
    'password-too-short',
    'password-guessable',
    'last-administrator',
  ] as const),
  ...(['code-wrong', 'plan-link-unknown', 'plan-link-used', 'plan-link-ended', 'no-connection'] as const),
  ...(['plan-pin-needed', 'plan-pin-wrong'] as const),
  ...(['bad-answer', 'storage-full', 'storage-failed', 'no-vault', 'unknown'] as const),
]);

const isFailureKey = (type: string): type is FailureKey => failureKeys.has(type);
