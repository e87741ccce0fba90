// The invented county as documents: what an engine that stores whole documents is given.
import { personIdOf } from '#domain/id.ts';
import { benchRecords, offlinePerson, type Shape } from './records.ts';
import type { RemoteEdit } from './servers/server.ts';

/** One record as a document; `name` is empty where there is none to sort by. */
export type BenchDocument = {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly name: string;
  readonly set: Readonly<Record<string, unknown>>;
};

export const nameOf = (set: Readonly<Record<string, unknown>>): string =>
  typeof set['registerFamily'] === 'string' ? set['registerFamily'] : '';

export const benchDocuments = (shape: Shape, scale: number): readonly BenchDocument[] =>
  benchRecords(shape, scale).map(({ id, caseId, kind, set }) => ({
    id,
    caseId,
    kind,
    name: nameOf(set),
    set,
  }));

/** The id of the person of a case: packages of the peers cannot ask the domain. */
export const personOf = (caseId: string): string => personIdOf(caseId);

/** A case made on the device without network: its two documents. */
export const offlineDocuments = (number: number): readonly BenchDocument[] => {
  const { caseId, set } = offlinePerson(number);
  return [
    { id: caseId, caseId, kind: 'case', name: '', set: { fileNumber: `OFF-${number}` } },
    { id: personOf(caseId), caseId, kind: 'person', name: nameOf(set), set },
  ];
};

/** The persons with some numbers, each with the new text that somebody else gives it. */
export const editsOf = <T extends { readonly kind: string; readonly caseId: string }>(
  records: readonly T[],
  numbers: readonly number[],
): readonly (RemoteEdit & { readonly record: T })[] => {
  const persons = records.filter((record) => record.kind === 'person');
  return numbers
    .flatMap((number) => persons.at(number % persons.length) ?? [])
    .map((record) => ({ record, caseId: record.caseId, needs: `geändert ${crypto.randomUUID()}` }));
};
