// A case file as it is shown: what was pulled, and this device's own changes on top.
import { applyChange } from '#domain/merge.ts';
import type { VersionedRecord } from '#domain/record.ts';
import type { Records } from './pages.ts';
import { wholeChange, type Waiting } from './waiting.ts';

/** The records of a case (or of the county), merged; the same object until one of them changes. */
export type CaseFile = { readonly id: string; readonly records: Records };

/** Lays waiting changes over pulled records, in the order of their numbers. Refused ones are not shown. */
export const mergeFile = (
  id: string,
  pulled: Records,
  waiting: readonly Waiting[],
  device: string,
): CaseFile => {
  const shown = waiting.filter((entry) => entry.refusal === null);
  if (shown.length === 0) return { id, records: pulled };
  const records = new Map<string, VersionedRecord>(pulled);
  for (const entry of [...shown].sort((a, b) => a.number - b.number)) {
    const { recordId } = entry.body;
    records.set(recordId, applyChange(records.get(recordId), wholeChange(entry, device)).record);
  }
  return { id, records };
};

/** The living records of one kind in a case file. */
export const recordsOfKind = (file: CaseFile, kind: string): readonly VersionedRecord[] =>
  [...file.records.values()].filter((record) => record.kind === kind && record.values['gone'] !== true);
