// Every failure that travels or happens on the device has its sentence, and every kind and field has its word.
import { expect, test } from 'vitest';
import { decisionPath, isContributionKind } from '#domain/contribution.ts';
import { kinds } from '#domain/kinds.ts';
import { serverPaths } from '#domain/case.ts';
import { refusalTypes } from '#domain/receipt.ts';
import { failureKeys } from '#i18n/failure-words.ts';
import { errorTypes } from '#protocol/error.ts';
import errors from '#locales/de/errors.json';
import transfer from '#locales/de/transfer.json';

/** What can fail without the server saying so: src/sync/http.ts, src/store, src/app/session.ts. */
const ownFailures = [
  ...['no-connection', 'bad-answer', 'storage-full', 'storage-failed', 'no-vault'],
  ...['wrong-password-here', 'does-not-open', 'last-way', 'lease-over', 'unknown'],
  ...['passkey-missing', 'passkey-cancelled', 'passkey-opens-nothing'],
];

test('every type of failure has a sentence, and no sentence is without its failure', () => {
  const { refusal, ...sentences } = errors;
  const types = [...errorTypes, ...ownFailures].sort();
  expect(Object.keys(sentences).sort()).toEqual(types);
  expect([...failureKeys].sort()).toEqual(types);
  expect(Object.keys(refusal).sort()).toEqual([...refusalTypes].sort());
});

test('whatever staff can write is said in words while it waits', () => {
  const fieldWords = new Map(Object.entries<Record<string, string>>(transfer.field));
  const written = Object.values(kinds).filter(({ name }) => name !== 'user' && name !== 'device');
  const wordless = written.flatMap(({ name, fields, maps }) => {
    const words = fieldWords.get(name) ?? {};
    const silent = name === 'case' ? serverPaths : ['author'];
    const isServers = (field: string): boolean => isContributionKind(name) && field !== decisionPath;
    const said = [...Object.keys(fields), ...Object.keys(maps)].filter(
      (field) => !silent.includes(field) && !isServers(field),
    );
    return said.filter((field) => words[field] === undefined).map((field) => `${name}.${field}`);
  });
  expect(wordless).toEqual([]);
  expect(Object.keys(transfer.kind).sort()).toEqual(Object.keys(kinds).sort());
});
