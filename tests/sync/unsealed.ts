// Everything that lies on a tablet, opened with its key and written as one text: what is not in it, the tablet does not hold.
import { unseal } from '#store/vault.ts';
import type { Tablet } from './two-sides.ts';

/** The text of every row of every table, boxes opened; a box that does not open is an error. */
export const everythingOn = async ({ database, key }: Tablet): Promise<string> => {
  const open = (place: string, box: Uint8Array): Promise<string> => unseal(key, place, Uint8Array.from(box));
  const told: string[] = [];
  for (const { box, ...row } of await database.pages.toArray())
    told.push(JSON.stringify(row), await open(`pages|${row.page}|2`, box));
  for (const { box, ...row } of await database.changes.toArray())
    told.push(JSON.stringify(row), await open(`changes|${row.id}|1`, box));
  for (const { box, ...row } of await database.drafts.toArray())
    told.push(JSON.stringify(row), await open(`drafts|${row.place}|1`, box));
  for (const { key: name, value } of await database.meta.toArray())
    told.push(
      name,
      value instanceof Uint8Array ? await open(`meta|${name}|2`, value) : JSON.stringify(value),
    );
  return told.join('\n');
};
