// Input that cannot be valid (31 February): kept on this device until it is mended, sealed, never part of a change.
import type { DeviceDatabase } from './database.ts';
import { seal, unseal } from './vault.ts';

/** `place` is `record id|path`. */
export type Drafts = {
  readonly get: (place: string) => string | undefined;
  readonly put: (place: string, text: string) => Promise<void>;
  readonly remove: (place: string) => Promise<void>;
  readonly count: () => number;
};

const placeOf = (place: string): string => `drafts|${place}|1`;

/** Opens the drafts of a vault. */
export const openDrafts = async (database: DeviceDatabase, key: CryptoKey): Promise<Drafts> => {
  const rows = await database.drafts.toArray();
  const texts = new Map(
    await Promise.all(
      rows.map(async (row): Promise<[string, string]> => [
        row.place,
        await unseal(key, placeOf(row.place), row.box),
      ]),
    ),
  );
  return {
    get: (place) => texts.get(place),
    count: () => texts.size,
    put: async (place, text) => {
      texts.set(place, text);
      await database.drafts.put({ place, box: await seal(key, placeOf(place), text) });
    },
    remove: async (place) => {
      if (!texts.delete(place)) return;
      await database.drafts.delete(place);
    },
  };
};
