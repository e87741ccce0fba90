// Letting go of cases: what an answer asks this device to forget, and whether it may already (S10).
import { isAboutLimits } from '#domain/access.ts';
import type { Gone, Purged } from '#domain/receipt.ts';
import { fileIdOf, type Pages, type Records } from './pages.ts';
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
  pages: Pick<Pages, 'read'> & { readonly has: (fileId: string) => boolean },
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
    if (staying.length < records.size)
      files.set(fileIdOf(caseId), staying.length > 0 ? new Map(staying) : null);
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

/** The journal, opened: own changes that do not wait any more. Later rows than this tab knows of are another tab's, and not looked at. */
export const openJournal = async (
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

/**
 * Own changes to what this device does not hold, of those that the server took before it told everything. With other
 * rights, or under another id, nobody names what left a device: it shows by being absent from a reading that began anew.
 * @param pages the files as they are after an answer
 */
export const straysAmong = async (
  entries: readonly Waiting[],
  pages: Pick<Pages, 'read'> & { readonly has: (fileId: string) => boolean },
): Promise<readonly Waiting[]> => {
  const ofCases = entries.filter(({ body }) => body.caseId !== null);
  const limits = ofCases
    .filter(({ body }) => isAboutLimits(body.kind))
    .map(({ body }) => fileIdOf(body.caseId));
  const files = await pages.read([...new Set(limits)].filter((id) => pages.has(id)));
  const isStray = ({ body: { caseId, kind, recordId } }: Waiting): boolean => {
    const file = fileIdOf(caseId);
    if (!pages.has(file)) return true;
    return isAboutLimits(kind) && files.get(file)?.has(recordId) !== true;
  };
  return ofCases.filter(isStray);
};
