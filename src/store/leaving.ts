// Letting go of cases: what an answer asks this device to forget, and whether it may already (S10).
import { isAboutLimits } from '#domain/access.ts';
import type { Gone, Purged } from '#domain/receipt.ts';
import { COUNTY, fileIdOf, type Pages, type Records } from './pages.ts';
import type { Shelf } from './shelf.ts';
import { openRow, type Waiting } from './waiting.ts';

/** What is let go of now. `files`: the new content of each file, null where nothing stays. */
export type LettingGo = {
  readonly files: ReadonlyMap<string, Records | null>;
  /** What nothing holds back any more. */
  readonly free: readonly Gone[];
  /** What the server may be told: nothing of it is on this device once the answer is on the disk. */
  readonly purged: readonly Purged[];
  /** Own changes of erased cases, unsent and refused ones too: nothing of them stays but number and date (S11). */
  readonly wiped: readonly Waiting[];
};

/** The files of a device, as an answer leaves them. */
type Files = Pick<Pages, 'read'> & { readonly has: (fileId: string) => boolean };

/** The file that a change is about. */
export const fileOf = ({ body }: Pick<Waiting, 'body'>): string => fileIdOf(body.caseId);

const isMeant = (gone: Gone, entry: Pick<Waiting, 'body'>): boolean =>
  entry.body.caseId === gone.caseId && (gone.reason !== 'limits' || isAboutLimits(entry.body.kind));

/**
 * Decides what may be forgotten. Unsent changes of a case hold it back until they have arrived. Refused ones hold back
 * the receipt alone: they stay on their device for a person to look at, until she has (S7). An erased case is held back
 * by nothing (S11).
 * @param pages the files as they are after this answer: what it brought or confirmed is let go of as well
 * @param waiting the own changes after the receipts of this answer
 */
export const letGo = async (
  pages: Files,
  gone: readonly Gone[],
  waiting: ReadonlyMap<number, Waiting>,
): Promise<LettingGo> => {
  const isErased = ({ reason }: Gone): boolean => reason === 'erased';
  const wiped = [...waiting.values()].filter((entry) =>
    gone.some((each) => isErased(each) && isMeant(each, entry)),
  );
  const own = [...waiting.values()].filter((entry) => !wiped.includes(entry));
  const free = gone.filter((each) => !own.some((entry) => entry.refusal === null && isMeant(each, entry)));
  const held = await pages.read(free.map(({ caseId }) => fileIdOf(caseId)).filter((id) => pages.has(id)));
  const files = new Map<string, Records | null>();
  for (const { caseId, reason } of free) {
    const records = held.get(fileIdOf(caseId));
    if (records === undefined) continue;
    const staying = [...records].filter(([, { kind }]) => reason === 'limits' && !isAboutLimits(kind));
    if (staying.length === 0) files.set(fileIdOf(caseId), null);
    else if (staying.length < records.size) files.set(fileIdOf(caseId), new Map(staying));
  }
  return {
    files,
    free,
    purged: free
      .filter((each) => !own.some((entry) => isMeant(each, entry)))
      .map(({ caseId, seq }) => ({ caseId, seq })),
    wiped,
  };
};

/**
 * The journal, opened: own changes that do not wait any more. Later rows than this tab knows of are another tab's, and not
 * looked at.
 */
const openJournal = async (
  { database, key, last }: Pick<Shelf, 'database' | 'key' | 'last'>,
  waiting: ReadonlyMap<number, Waiting>,
): Promise<readonly Waiting[]> => {
  const known = await database.changes.where(':id').belowOrEqual(last).toArray();
  return Promise.all(known.filter(({ number }) => !waiting.has(number)).map((row) => openRow(key, row)));
};

/**
 * The journal's rows of what leaves: changes that were taken long ago, or just now, and lie here for a restored server
 * alone. A tablet that lost a case keeps nothing of it, so they go; a server restored to before them has them from no other
 * device (S12).
 * @param waiting the own changes that still wait, or were refused, after this answer
 */
export const journalOf = async (
  shelf: Pick<Shelf, 'database' | 'key' | 'last'>,
  waiting: ReadonlyMap<number, Waiting>,
  free: readonly Gone[],
): Promise<readonly number[]> => {
  if (free.length === 0) return [];
  const kept = await openJournal(shelf, waiting);
  return kept.filter((entry) => free.some((gone) => isMeant(gone, entry))).map(({ number }) => number);
};

/** Own changes that this device may not keep, and cases of which nothing else may stay. */
type Unheld = { readonly strays: readonly Waiting[]; readonly absent: readonly string[] };

/**
 * Those of some own changes that are about what this device does not hold, though the server took them before it told
 * everything: an old receipt, as after a fork, says so.
 * @param pages the files as they are after an answer
 * @param waiting the own changes that still wait, or were refused
 */
export const notHeld = async (
  pages: Files,
  waiting: ReadonlyMap<number, Waiting>,
  entries: readonly Waiting[],
): Promise<Unheld> => {
  const ofCases = entries.filter(({ body }) => body.caseId !== null);
  const limits = ofCases.filter(({ body }) => isAboutLimits(body.kind)).map(fileOf);
  const files = await pages.read([...new Set(limits)].filter(pages.has));
  const strays = ofCases.filter((entry) => {
    const { kind, recordId } = entry.body;
    if (!pages.has(fileOf(entry))) return true;
    return isAboutLimits(kind) && files.get(fileOf(entry))?.has(recordId) !== true;
  });
  const waited = new Set([...waiting.values()].map(fileOf));
  return { strays, absent: strays.map(fileOf).filter((id) => !pages.has(id) && !waited.has(id)) };
};

/**
 * What a complete reading that began anew did not bring. With other rights, or under another id, nobody names what left a
 * device: it shows by being absent.
 * @param pages the files as the reading brought them
 * @param againFrom the number from which the journal is about to wait again
 */
export const notBrought = async (
  shelf: Pick<Shelf, 'database' | 'key' | 'last' | 'pages'>,
  pages: Files,
  waiting: ReadonlyMap<number, Waiting>,
  againFrom: number,
): Promise<Unheld> => {
  const journal = await openJournal(shelf, waiting);
  const again = journal.filter(({ number }) => number >= againFrom);
  const staying = new Map([...waiting, ...again.map((entry) => [entry.number, entry] as const)]);
  const settled = journal.filter(({ number }) => number < againFrom);
  const { strays, absent } = await notHeld(pages, staying, settled);
  const waited = new Set([COUNTY, ...[...staying.values()].map(fileOf)]);
  const before = [...shelf.pages.directory.entries()].map(([id]) => id);
  return { strays, absent: [...absent, ...before.filter((id) => !pages.has(id) && !waited.has(id))] };
};
