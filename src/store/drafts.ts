// Input that cannot be valid (31 February): kept on this device until it is mended, sealed, never part of a change.
import type { DeviceDatabase, DraftRow } from './database.ts';
import { seal, unseal } from './vault.ts';

/** `place` is `record id|path`; `caseId` the case with which the draft leaves this device. */
export type Drafts = {
  readonly get: (place: string) => string | undefined;
  readonly put: (place: string, text: string, caseId?: string) => Promise<void>;
  readonly remove: (place: string) => Promise<void>;
  readonly count: () => number;
  /** Whether there are any of cases like this. */
  readonly someOf: (isLike: (caseId: string) => boolean) => boolean;
  /** Lets go of what was deleted on the disk with its case. */
  readonly forget: (hasLeft: (caseId: string) => boolean) => void;
};

const placeOf = (place: string): string => `drafts|${place}|1`;

/** Opens the drafts of a vault from their rows. */
export const openDrafts = async (
  database: DeviceDatabase,
  key: CryptoKey,
  rows: readonly DraftRow[],
): Promise<Drafts> => {
  const texts = new Map(
    await Promise.all(
      rows.map(async (row): Promise<[string, string]> => [
        row.place,
        await unseal(key, placeOf(row.place), row.box),
      ]),
    ),
  );
  const cases = new Map(rows.map(({ place, caseId }) => [place, caseId]));
  return {
    get: (place) => texts.get(place),
    count: () => texts.size,
    someOf: (isLike) =>
      [...cases].some(([place, caseId]) => texts.has(place) && caseId !== undefined && isLike(caseId)),
    forget: (hasLeft) => {
      for (const [place, caseId] of cases) if (caseId !== undefined && hasLeft(caseId)) texts.delete(place);
    },
    put: async (place, text, caseId) => {
      texts.set(place, text);
      cases.set(place, caseId);
      const row = { place, box: await seal(key, placeOf(place), text) };
      await database.drafts.put(caseId === undefined ? row : { ...row, caseId });
    },
    remove: async (place) => {
      if (!texts.delete(place)) return;
      await database.drafts.delete(place);
    },
  };
};
