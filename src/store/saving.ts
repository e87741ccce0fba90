// Saving: one deed of edits becomes rows of own changes in one strict transaction, or grows into a row not yet sent (S1).
import type { Edit } from '#domain/change.ts';
import { baseOf, namedOf } from '#domain/merge.ts';
import type { NewChangeRow } from './database.ts';
import { lastNumber } from './facts.ts';
import { countGrowth } from './growth.ts';
import { fileIdOf } from './pages.ts';
import { filesOf, refresh, rename, type Shelf } from './shelf.ts';
import { newRow, sealBody, type ChangeBody, type Waiting } from './waiting.ts';
import type { Box } from './vault.ts';

/** Chance and clock, given from outside. `now` is this device's clock. */
export type World = { readonly now: () => Date; readonly newId: () => string };

type Growth = { readonly entry: Waiting; readonly body: ChangeBody; readonly box: Box };
type Plan = {
  readonly grown: readonly Growth[];
  readonly added: readonly { body: ChangeBody; row: NewChangeRow }[];
};

/** Another tab wrote in between: what was prepared rests on an old base and is prepared again. */
export class Overtaken extends Error {}

const ownOf = (shelf: Shelf, recordId: string): readonly Waiting[] =>
  [...shelf.waiting.values()].filter((entry) => entry.body.recordId === recordId);

/**
 * The own change an edit may grow into: the last one to touch its paths, holding all of them, not yet under way, and seen by
 * no later one as it is: who writes where she has deleted herself knows it, and does not object (S6).
 */
const growing = (shelf: Shelf, edit: Edit): Waiting | undefined => {
  const paths = Object.keys(edit.set);
  const own = ownOf(shelf, edit.recordId);
  const last = own.filter((entry) => paths.some((path) => Object.hasOwn(entry.body.set, path))).at(-1);
  const holdsAll = last !== undefined && paths.every((path) => Object.hasOwn(last.body.set, path));
  if (!holdsAll || last.number <= shelf.facts.sealed || last.refusal !== null) return undefined;
  const isSeen = own.some(({ body }) => Object.values(body.base).flat().includes(last.body.id));
  return isSeen ? undefined : last;
};

const asNamedNow = ({ renamed }: Shelf, seen: Edit['seen']): Edit['seen'] =>
  seen === undefined || renamed.size === 0
    ? seen
    : Object.fromEntries(
        Object.entries(seen).map(([path, heads]) => [
          path,
          heads.map((head) => renamed.get(head)?.now ?? head),
        ]),
      );

const joined = (a: ChangeBody['base'], b: ChangeBody['base']): ChangeBody['base'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((path) => [
      path,
      namedOf([...(b[path] ?? []), ...(a[path] ?? [])]),
    ]),
  );

type Files = Awaited<ReturnType<typeof filesOf>>;

const prepare = async (shelf: Shelf, edits: readonly Edit[], world: World, files: Files): Promise<Plan> => {
  const deed = world.newId();
  const at = world.now().toISOString();
  const grown: Growth[] = [];
  const added: { body: ChangeBody; row: NewChangeRow }[] = [];
  for (const edit of edits) {
    const shown = files.get(fileIdOf(edit.caseId))?.records.get(edit.recordId);
    const own = ownOf(shelf, edit.recordId).map((entry) => entry.body);
    const base = baseOf(shown, edit.set, own, asNamedNow(shelf, edit.seen));
    const entry = edits.length === 1 ? growing(shelf, edit) : undefined;
    if (entry !== undefined) {
      const others = baseWithout(base, entry.body.id);
      // Another id: under the former one a copy of this profile may send the former words, or others (decision 0022).
      const body = {
        ...entry.body,
        id: world.newId(),
        set: { ...entry.body.set, ...edit.set },
        base: joined(entry.body.base, others),
        at,
      };
      grown.push({ entry, body, box: await sealBody(shelf.key, body) });
      continue;
    }
    const { caseId, kind, recordId, set } = edit;
    const body: ChangeBody = {
      id: world.newId(),
      deed,
      caseId,
      kind,
      recordId,
      set,
      base,
      by: shelf.user,
      at,
    };
    added.push({ body, row: await newRow(shelf.key, body) });
  }
  return { grown, added };
};

const baseWithout = (base: ChangeBody['base'], id: string): ChangeBody['base'] =>
  Object.fromEntries(
    Object.entries(base)
      .map(([path, heads]): [string, string[]] => [path, heads.filter((head) => head !== id)])
      .filter(([, heads]) => heads.length > 0),
  );

type Saved = { readonly saved: readonly Waiting[]; readonly grownBefore: number | undefined };

const store = (shelf: Shelf, plan: Plan): Promise<Saved> => {
  const { database } = shelf;
  return database.transaction('rw', database.changes, database.meta, async () => {
    if ((await lastNumber(database)) > shelf.last) throw new Overtaken();
    const saved: Waiting[] = [];
    for (const { entry, body, box } of plan.grown) {
      const row = await database.changes.get(entry.number);
      const sealed = (await database.meta.get('sealed'))?.value;
      if (
        row === undefined ||
        row.rev !== entry.rev ||
        (typeof sealed === 'number' && sealed >= entry.number)
      ) {
        throw new Overtaken();
      }
      await database.changes.put({ ...row, id: body.id, rev: row.rev + 1, box });
      saved.push({ ...entry, rev: row.rev + 1, body });
    }
    const grownBefore = plan.grown.length > 0 ? await countGrowth(database) : undefined;
    const rows = plan.added.map(({ row }) => row);
    const numbers = await database.changes.bulkAdd(rows, { allKeys: true });
    plan.added.forEach(({ body }, index) => {
      const number = numbers[index];
      if (number !== undefined)
        saved.push({ number, rev: 0, seq: null, acceptedAt: null, refusal: null, body });
    });
    return { saved, grownBefore };
  });
};

/**
 * Saves a deed. When the promise resolves, it is on the disk of this device.
 * @throws what the browser's storage throws; nothing is half-written then
 */
export const save = async (
  shelf: Shelf,
  edits: readonly Edit[],
  world: World,
): Promise<readonly Waiting[]> => {
  // Whatever another tab has written meanwhile: the author saw what this one showed, and nothing newer (S6).
  const files = await filesOf(shelf, [...new Set(edits.map((edit) => fileIdOf(edit.caseId)))]);
  for (;;) {
    try {
      const plan = await prepare(shelf, edits, world, files);
      const { saved, grownBefore } = await store(shelf, plan);
      for (const { entry, body } of plan.grown) rename(shelf, entry.body.id, body.id);
      // A growth of another tab in between stays unknown here: the rows are read before they are sent.
      if (grownBefore === shelf.grown) shelf.grown += 1;
      return saved;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      await refresh(shelf);
    }
  }
};
