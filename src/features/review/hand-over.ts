// Handing cases over: who can take them, how things stood before, and on which tablets they still lie.
import type { CaseSummary } from '#domain/case-summary.ts';
import { compareInDirectory } from '#domain/directory.ts';
import { readDocument } from '#domain/record.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { userKind } from '#domain/user.ts';
import type { Assignment } from '#features/ports.tsx';

/** Somebody who can lead a case. */
export type Colleague = { readonly id: string; readonly name: string };

/** Everybody who works on cases, by name. */
export const colleaguesOf = (county: Iterable<VersionedRecord>): readonly Colleague[] =>
  [...county]
    .filter(({ kind }) => kind === 'user')
    .flatMap((record) => {
      const { name = '', role, active } = readDocument(userKind, record);
      return active === true && role !== 'administrator' ? [{ id: record.id, name }] : [];
    })
    .sort((a, b) => compareInDirectory(a.name, b.name));

/** Who stands in for all of some cases alike; undefined if it differs from case to case. */
export const commonDeputies = (cases: readonly CaseSummary[]): readonly string[] | undefined => {
  const [first, ...others] = cases.map(({ deputies }) => [...deputies].sort());
  const isAlike = others.every((deputies) => deputies.join() === first?.join());
  return isAlike ? (first ?? []) : undefined;
};

/** The hand-overs that bring everything back to how it stood: one for each owner and her deputies. */
export const assignmentsBack = (cases: readonly CaseSummary[]): readonly Assignment[] => {
  const back = new Map<string, { owner: string; deputies: readonly string[]; caseIds: string[] }>();
  for (const { caseId, owner, deputies } of cases) {
    if (owner === null) continue;
    const key = [owner, ...[...deputies].sort()].join();
    const group = back.get(key) ?? { owner, deputies, caseIds: [] };
    group.caseIds.push(caseId);
    back.set(key, group);
  }
  return [...back.values()];
};
