// A device goes on under another id: its profile was copied, and both sides counted on from the same number (S2).
import { ANEW } from './facts.ts';
import { countGrowth } from './growth.ts';
import { Overtaken } from './saving.ts';
import { filesOfChanges, refresh, type Shelf } from './shelf.ts';
import { isUnanswered, sealBody, type ChangeBody } from './waiting.ts';

/** A change that says of itself and of what its author saw the new ids. */
const renamedBody = (body: ChangeBody, ids: ReadonlyMap<string, string>): ChangeBody => {
  const isMeant =
    ids.has(body.id) ||
    Object.values(body.base)
      .flat()
      .some((head) => ids.has(head));
  if (!isMeant) return body;
  const base = Object.entries(body.base).map(([path, heads]): [string, string[]] => [
    path,
    heads.map((head) => ids.get(head) ?? head),
  ]);
  return { ...body, id: ids.get(body.id) ?? body.id, base: Object.fromEntries(base) };
};

const prepare = async (shelf: Shelf, numbers: readonly number[], newId: () => string) => {
  const unanswered = [...shelf.waiting.values()].filter(isUnanswered);
  const others = unanswered.filter(({ number }) => numbers.includes(number));
  const ids = new Map(others.map(({ body }) => [body.id, newId()]));
  const renamed = [...shelf.waiting.values()].flatMap((entry) => {
    const body = entry.seq === null ? renamedBody(entry.body, ids) : entry.body;
    return body === entry.body ? [] : [{ entry, body }];
  });
  return Promise.all(
    renamed.map(async ({ entry, body }) => ({ entry, body, box: await sealBody(shelf.key, body) })),
  );
};

/**
 * Takes another device id, under which everything unanswered is sent again.
 * @param numbers of changes that grew on both sides of the copy: two are not one, so these take other ids
 * @returns the files whose changes bear other ids now
 */
export const renewDevice = async (
  shelf: Shelf,
  device: string,
  numbers: readonly number[],
  newId: () => string,
): Promise<readonly string[]> => {
  const { database } = shelf;
  const { changes, meta } = database;
  for (;;) {
    const renamed = await prepare(shelf, numbers, newId);
    try {
      await database.transaction('rw', changes, meta, async () => {
        for (const { entry, body, box } of renamed) {
          const row = await changes.get(entry.number);
          if (row === undefined || row.rev !== entry.rev) throw new Overtaken();
          await changes.put({ ...row, id: body.id, rev: row.rev + 1, box });
        }
        if (renamed.length > 0) await countGrowth(database);
        // Nobody tells a new device what left the old one since they parted.
        await meta.bulkPut([
          { key: 'device', value: device },
          { key: 'cursor', value: ANEW },
        ]);
        await meta.delete('expect');
      });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      await refresh(shelf);
      continue;
    }
    await refresh(shelf);
    return [...new Set(filesOfChanges(renamed.map(({ entry }) => entry)))];
  }
};
