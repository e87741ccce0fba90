// Where two versions wait for a decision, over all cases on this device. Several tasks tell it, and all must tell the same.
import { useMemo } from 'react';
import type { CaseSummary } from '#domain/case-summary.ts';
import { disputesOf, isConcerned, type Dispute } from '#domain/dispute.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { useCases, useCounty } from '#store/react.tsx';
import { usePorts } from './ports.tsx';

/** The open places of one case (null: of the county). */
export type CaseDisputes = {
  readonly caseId: string | null;
  readonly name: string | null;
  /** Those that the person signed in is asked to decide. */
  readonly yours: readonly Dispute[];
  /** All of them. */
  readonly all: readonly Dispute[];
};

/**
 * The cases in which something is open, those with a question to this person first, else by name.
 * @param county the county's own records
 */
export const openDisputes = (
  cases: readonly CaseSummary[],
  county: Iterable<VersionedRecord>,
  user: string,
): readonly CaseDisputes[] => {
  const ofCases = cases.flatMap((summary): CaseDisputes[] => {
    const { caseId, name, disputes: all } = summary;
    if (all.length === 0) return [];
    return [{ caseId, name, all, yours: all.filter((dispute) => isConcerned(dispute, user, summary)) }];
  });
  const all = [...county].flatMap(disputesOf);
  const ofCounty: CaseDisputes[] =
    all.length === 0
      ? []
      : [{ caseId: null, name: null, all, yours: all.filter((dispute) => isConcerned(dispute, user)) }];
  const open = [...ofCases, ...ofCounty];
  return [...open.filter(({ yours }) => yours.length > 0), ...open.filter(({ yours }) => yours.length === 0)];
};

/** How many places wait for a decision of the person signed in. */
export const countYours = (open: readonly CaseDisputes[]): number =>
  open.reduce((sum, { yours }) => sum + yours.length, 0);

/** The same for the person signed in; the same array until a case changes. */
export const useOpenDisputes = (): readonly CaseDisputes[] => {
  const cases = useCases();
  const county = useCounty();
  const { user } = usePorts().session;
  return useMemo(() => openDisputes(cases, county.records.values(), user.id), [cases, county, user.id]);
};
