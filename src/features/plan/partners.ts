// The county's partners, to choose from and to say by name.
import { useMemo } from 'react';
import { partnerKind } from '#domain/partner.ts';
import { readDocument } from '#domain/record.ts';
import { recordsOfKind } from '#store/case-file.ts';
import { useCounty } from '#store/react.tsx';
import type { Step } from './stations.ts';

/** A partner as a list offers it. */
export type PartnerChoice = {
  readonly id: string;
  readonly name: string;
  readonly place: string | undefined;
};

/** The partners that the office works with, by name. */
export const usePartners = (): readonly PartnerChoice[] => {
  const county = useCounty();
  return useMemo(
    () =>
      recordsOfKind(county, 'partner')
        .flatMap((record) => {
          const { name, place, inactive } = readDocument(partnerKind, record);
          return name === undefined || inactive === true ? [] : [{ id: record.id, name, place }];
        })
        .sort((one, other) => one.name.localeCompare(other.name, 'de')),
    [county],
  );
};

/** Who offers a step, by name: what was written by hand comes first, as on the phone. */
export const usePartnerName = (): ((step: Step) => string | undefined) => {
  const county = useCounty();
  return ({ partner, partnerName }) => {
    const record = partner === undefined ? undefined : county.records.get(partner);
    return partnerName ?? (record === undefined ? undefined : readDocument(partnerKind, record).name);
  };
};
