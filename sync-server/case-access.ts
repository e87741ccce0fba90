// Who is on a case, read from the case's own record: rights follow from it, on the server alone.
import type { Account, Reading, Scope } from './storage/storage.ts';
import { documentOf, type VersionedRecord } from '#domain/record.ts';

/** The owner of a case and its deputies. */
export type OnCase = { readonly owner: string | null; readonly deputies: readonly string[] };

const userOf = (entry: unknown): string | undefined =>
  typeof entry === 'object' && entry !== null && 'user' in entry && typeof entry.user === 'string'
    ? entry.user
    : undefined;

/** Reads who is on a case from its record. */
export const onCase = (record: VersionedRecord): OnCase => {
  const document = documentOf(record);
  const deputies = document['deputies'];
  return {
    owner: typeof document['owner'] === 'string' ? document['owner'] : null,
    deputies:
      typeof deputies === 'object' && deputies !== null
        ? Object.values(deputies).flatMap((entry) => userOf(entry) ?? [])
        : [],
  };
};

/** Everybody on a case, the owner first. */
export const usersOnCase = (record: VersionedRecord): readonly string[] => {
  const { owner, deputies } = onCase(record);
  return [...new Set([...(owner === null ? [] : [owner]), ...deputies])];
};

/** What a person may read. */
export const scopeOf = (account: Account): Scope => ({
  user: account.id,
  cases: account.role === 'supervisor' ? 'all' : account.role === 'caseworker' ? 'own' : 'none',
  mayReadLimits: account.mayReadLimits,
});

/** Who is on the case with this id; nobody if there is no such case. */
export const onCaseById = async (reading: Reading, caseId: string): Promise<OnCase | undefined> => {
  const record = await reading.record(caseId);
  return record?.kind === 'case' ? onCase(record) : undefined;
};
