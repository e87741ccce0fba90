// Everything that lies on a tablet, opened with its key and written as one text: what is not in it, the tablet does not hold.
import { unseal, unsealLong } from '#store/vault.ts';
import type { Tablet } from './two-sides.ts';

/** The versions in which a place's text may be sealed. */
const versions = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** By table: the version that opened the last box of it. */
const lastOf = new Map<string, number>();

/** Opens a box, whichever version of its place it was sealed in; one that does not open is an error. */
const open = async (key: CryptoKey, place: string, box: Uint8Array): Promise<string> => {
  const table = place.split('|')[0] ?? '';
  const opening = table === 'pages' || table === 'meta' ? unsealLong : unseal;
  const last = lastOf.get(table) ?? 1;
  for (const version of [last, ...versions.filter((other) => other !== last)]) {
    try {
      const text = await opening(key, `${place}|${version}`, Uint8Array.from(box));
      lastOf.set(table, version);
      return text;
    } catch {
      // It was sealed in another version.
    }
  }
  throw new Error(`${place} does not open`);
};

/** The text of every row of every table. */
export const everythingOn = async ({ database, key }: Pick<Tablet, 'database' | 'key'>): Promise<string> => {
  const told: string[] = [];
  for (const table of database.tables) {
    const rows = await table.toCollection().toArray();
    const keys = await table.toCollection().primaryKeys();
    for (const [index, row] of Object.entries<Record<string, unknown>>(rows)) {
      const id = String(table.name === 'changes' ? row['id'] : keys[Number(index)]);
      // The saved list is cut into rows; a county as small as a test's needs one for each part.
      const place = `${table.name}|${id.replace(/^(index-.*)-0000$/, '$1')}`;
      for (const [name, value] of Object.entries(row)) {
        told.push(name, value instanceof Uint8Array ? await open(key, place, value) : JSON.stringify(value));
      }
    }
  }
  return told.join('\n');
};
