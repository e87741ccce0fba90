// Receiving: an answer of the server becomes pulled pages, settled changes and a cursor, in one transaction (S1).
import { isAboutLimits } from '#domain/access.ts';
import type { Gone, Purged } from '#domain/receipt.ts';
import type { Tables } from './database.ts';
import {
  ANEW,
  indexRows,
  lastNumber,
  readFacts,
  readOwn,
  rowsOfFacts,
  type Facts,
  type Handed,
} from './facts.ts';
import { byFile, foldFile, settle, type Received } from './fold.ts';
import { gatheringOf, keepOnly, type Gathering } from './gathering.ts';
import { answeredUpTo, markedRows, settledUpTo, waitAgainFrom } from './journal.ts';
import { fileOf, journalOf, letGo, notBrought, notHeld } from './leaving.ts';
import type { Pages, Records, Rewrite } from './pages.ts';
import { derive, refresh, saveIndex, takeOwn, turnTo, type Shelf } from './shelf.ts';
import { isUnanswered, type Waiting } from './waiting.ts';

/** After this many revisions that the saved list of cases does not know, it is saved anew. */
const STALE = 200;

const withDates = (known: readonly Handed[], added: readonly Waiting[]): readonly Handed[] =>
  added.length === 0 ? known : [...known, ...added.map(({ number, body: { at } }) => ({ number, at }))];

/** What the receipts and the numbers of an answer do to the facts that another tab may have written as well. */
const factsAfter = (
  stored: Facts,
  { expect }: Received,
  outcome: {
    readonly settled: number;
    readonly isRestored: boolean;
    readonly refused: readonly Waiting[];
    readonly handed: readonly Waiting[];
    readonly erased: readonly Waiting[];
  },
): Pick<Facts, 'settled' | 'refused' | 'handed' | 'erased'> => {
  const { isRestored } = outcome;
  const gone = new Set(outcome.erased.map(({ number }) => number));
  const [handed, erased] = [
    withDates(stored.handed, outcome.handed),
    withDates(stored.erased, outcome.erased),
  ];
  const refused = [
    ...stored.refused.filter((number) => !gone.has(number)),
    ...outcome.refused.map(({ number }) => number),
  ];
  if (!isRestored) return { settled: outcome.settled, refused, handed, erased };
  return {
    // What was accepted and has no place yet, because a reading is under way, is shown until it has.
    settled: Math.min(outcome.settled, expect - 1),
    refused: refused.filter((number) => number < expect),
    handed: handed.filter(({ number }) => number < expect),
    erased,
  };
};

/** Numbers that the server has taken and of which this answer tells no outcome. */
const untold = ({ facts, waiting }: Shelf, { receipts, expect }: Received): readonly number[] => {
  const told = new Set(receipts.flatMap(({ number, result }) => (result === 'accepted' ? [number] : [])));
  const ended = new Set(receipts.map(({ number }) => number));
  const first = facts.expect ?? Math.min(expect, ...waiting.keys());
  const numbers: number[] = [];
  for (let number = first; number < expect; number += 1) {
    if (waiting.has(number) ? !ended.has(number) : !ended.has(number) || told.has(number))
      numbers.push(number);
  }
  return numbers;
};

/**
 * Takes from an answer what this device may believe. A device is not told again what it wrote itself, so two things must
 * not pass: the server took changes that another tab or an earlier request brought, and this answer does not say how they
 * ended (then only its receipts count, and the next round asks again from the same cursor); or it took a change whose row
 * this device has lost since, before it was answered or before it found its place (then everything is read once more, S7).
 */
const believed = async (shelf: Shelf, cursor: string | null, received: Received): Promise<Received> => {
  const isLost = (number: number): boolean => !shelf.waiting.has(number);
  if (untold(shelf, received).length === 0 && !shelf.facts.unfolded.some(isLost)) return received;
  await refresh(shelf);
  const numbers = untold(shelf, received);
  if (numbers.flatMap((number) => shelf.waiting.get(number) ?? []).some(isUnanswered)) {
    const { facts } = shelf;
    const nothingNew = { records: [], deltas: [], gone: [], upTo: 0, more: true, anew: false };
    return { ...received, ...nothingNew, cursor: cursor ?? '', expect: facts.expect ?? numbers[0] ?? 1 };
  }
  return [...numbers, ...shelf.facts.unfolded].some(isLost) ? { ...received, cursor: ANEW } : received;
};

/** Up to which number all is told: a reading that began anew has told nothing until it is complete. */
const toldAfter = ({ told }: Facts, { more, upTo, anew }: Received): number => {
  if (!more) return upTo;
  return anew ? 0 : told;
};

/** How long a success that brought nothing may stay unwritten. Milliseconds. */
const UNWRITTEN = 60_000;

/** Whether an answer says what this device knows already: then nothing is written, and the disk may sleep. */
const isNothing = (
  { facts, gathering, successOnDisk }: Shelf,
  cursor: string | null,
  received: Received,
  now: Date,
): boolean =>
  [received.receipts, received.records, received.deltas, received.gone].every((list) => list.length === 0) &&
  !received.anew &&
  !received.more &&
  gathering === undefined &&
  facts.gathering === null &&
  facts.held.length === 0 &&
  received.cursor === cursor &&
  cursor === facts.cursor &&
  received.expect === facts.expect &&
  received.safe === facts.safe &&
  successOnDisk !== null &&
  now.getTime() - Date.parse(successOnDisk) < UNWRITTEN;

/** What an answer means for this device as a whole. */
type Course = {
  /** The pages it belongs into. */
  readonly pages: Pages;
  readonly gathering: Gathering | undefined;
  /** It ends a reading that began anew: what was gathered is shown from now on. */
  readonly isTurning: boolean;
  /**
   * While a reading that began anew is on its way, what is shown stays as it is: nothing is folded into it, and no case
   * leaves it. The records it brings hold what this device has written.
   */
  readonly isOnTheWay: boolean;
  /** The server has lost what it had taken: it was restored, and gets it again (S12). */
  readonly isRestored: boolean;
  /** Nothing is let go of: a reading is on its way, a restored server has to be healed first, or a form is not saved. */
  readonly isKeeping: boolean;
};

const courseOf = async (shelf: Shelf, received: Received, isSaved: boolean): Promise<Course> => {
  const gathering = await gatheringOf(shelf, received);
  const isOnTheWay = gathering !== undefined && received.more;
  const isRestored = received.expect <= answeredUpTo(shelf);
  return {
    pages: gathering?.pages ?? shelf.pages,
    gathering,
    isTurning: gathering !== undefined && !received.more,
    isOnTheWay,
    isRestored,
    isKeeping: isOnTheWay || isRestored || !isSaved,
  };
};

/** All that an answer does here, before any of it is written. */
type Intake = {
  readonly rev: number;
  readonly rewrite: Rewrite;
  /** The files that it changed, and those that it took away in whole or in part. */
  readonly folded: ReadonlyMap<string, Records>;
  readonly forgotten: ReadonlyMap<string, Records | null>;
  /** What leaves, what would and is held back, cases of which nothing may stay, and what the server may be told to be gone. */
  readonly left: readonly Gone[];
  readonly held: readonly Gone[];
  readonly lost: ReadonlySet<string>;
  /** Whether nothing of a case is here any more but what was typed and cannot be: that goes as well (S10). */
  readonly isStray: (caseId: string) => boolean;
  readonly purged: readonly Purged[];
  /** The own changes afterwards, and the numbers whose rows go. */
  readonly waiting: ReadonlyMap<number, Waiting>;
  readonly doomed: readonly number[];
  readonly answered: readonly Waiting[];
  readonly refused: readonly Waiting[];
  readonly handed: readonly Waiting[];
  readonly erased: readonly Waiting[];
  /** Changes that old receipts have settled. */
  readonly old: readonly Waiting[];
  /** Up to where all is settled, what is folded in beyond, and what waits for its place. */
  readonly settled: number;
  readonly early: readonly Waiting[];
  readonly unfolded: readonly number[];
  readonly isIndexStale: boolean;
};

/** Whether an answer brings something of what was to leave: then it is this device's again. */
const isBack = ({ caseId, reason }: Gone, { records, deltas }: Received): boolean =>
  records.some((record) => record.caseId === caseId && (reason !== 'limits' || isAboutLimits(record.kind))) ||
  (reason === 'lost' && deltas.some((delta) => delta.caseId === caseId));

/** The cases that an answer takes away, and those that an earlier one was to take and could not. */
const leavingOf = (received: Received, { held }: Facts): readonly Gone[] => {
  const { gone } = received;
  const named = new Set(gone.map(({ caseId }) => caseId));
  return [...gone, ...held.filter((each) => !named.has(each.caseId) && !isBack(each, received))];
};

const intakeOf = async (shelf: Shelf, received: Received, course: Course): Promise<Intake> => {
  const { pages, gathering, isTurning, isOnTheWay, isRestored, isKeeping } = course;
  const told = settle(shelf.waiting, isOnTheWay ? { ...received, upTo: 0 } : received);
  const toLeave = leavingOf(received, shelf.facts);
  const leaving = isKeeping ? [] : toLeave;
  const { folding, handed } = told;
  // What was told before this answer holds what was accepted before it: an old receipt, as after a fork, brings nothing
  // back that has left since.
  const old = folding.filter(({ seq }) => (seq ?? 0) <= shelf.facts.told);
  const news = byFile(
    received,
    gathering === undefined ? folding.filter((entry) => !old.includes(entry)) : [],
  );
  const pulled = await pages.read([...news.keys()]);
  const folded = new Map<string, Records>();
  for (const [id, told] of news)
    folded.set(id, foldFile(pulled.get(id) ?? new Map(), told, shelf.facts.device));
  const rev = shelf.facts.rev + 1;
  // What the same answer told of a file that stays in part is not let go of with the rest (S10).
  const asFolded = async (ids: readonly string[]): Promise<ReadonlyMap<string, Records>> =>
    new Map([...(await pages.read(ids)), ...[...folded].filter(([id]) => ids.includes(id))]);
  const files = { has: (id: string) => pages.directory.has(id) || folded.has(id), read: asFolded };
  const letting = await letGo(files, leaving, told.waiting);
  const { files: forgotten, free, purged } = letting;
  // What a complete reading did not bring has left with it, or waits for its unsent changes alone.
  const isToGo = (each: Gone): boolean => !isTurning || files.has(each.caseId);
  const held = toLeave.filter((each) => !free.includes(each) && isToGo(each));
  const erased = [...told.erased, ...letting.wiped];
  const waiting = new Map(told.waiting);
  for (const { number } of letting.wiped) waiting.delete(number);
  const rewrite = await pages.rewrite(
    new Map([...folded, ...forgotten]),
    pulled,
    rev,
    new Set(forgotten.keys()),
  );
  const left = free.filter(({ reason }) => reason !== 'limits');
  const waited = new Set([...waiting.values()].map(fileOf));
  const isStray = (caseId: string): boolean =>
    !waited.has(caseId) && (forgotten.get(caseId) === null || !files.has(caseId));
  const againFrom = isRestored ? received.expect : Infinity;
  const { strays, absent } = isTurning
    ? await notBrought(shelf, files, waiting, againFrom)
    : await notHeld(files, waiting, old);
  const doomed = [
    ...(await journalOf(shelf, waiting, free)),
    ...[...strays, ...handed, ...erased].map(({ number }) => number),
  ];
  const goes = new Set(doomed);
  const answered = [...waiting.values()].filter((entry) => shelf.waiting.get(entry.number) !== entry);
  const refused = answered.filter((entry) => entry.refusal !== null);
  const settled = Math.max(
    shelf.facts.settled,
    Math.min(settledUpTo(waiting, shelf.last), received.expect - 1),
  );
  return {
    ...{ rev, rewrite, folded, forgotten, left, held, purged, waiting, doomed },
    ...{ answered, refused, handed, erased, old, settled },
    isStray: isKeeping ? () => false : isStray,
    lost: new Set([...left.map(({ caseId }) => caseId), ...absent]),
    early: folding.filter((entry) => entry.number > settled),
    unfolded: [...waiting.values()]
      .filter(({ number, seq }) => seq !== null && number < againFrom && !goes.has(number))
      .map(({ number }) => number),
    // The saved list may show what was refused or taken away: it is made anew.
    isIndexStale: isTurning || isRestored || [...forgotten, ...handed, ...erased, ...refused].length > 0,
  };
};

/** Writes an intake in one transaction; null if another tab was quicker. */
const write = async (
  shelf: Shelf,
  cursor: string | null,
  received: Received,
  { gathering, isTurning, isOnTheWay, isRestored }: Course,
  intake: Intake,
  now: Date,
): Promise<Facts | null> => {
  const { database } = shelf;
  const { rev, rewrite, doomed, held, lost, isStray, unfolded } = intake;
  const isLettingGo = intake.forgotten.size > 0;
  const hasLeft = (caseId: string | undefined): boolean =>
    caseId !== undefined && (lost.has(caseId) || isStray(caseId));
  const { rows, emptied } = rewrite;
  // What the server is told to be gone must be gone, and what lies here alone must stay; all else the server tells again.
  const isLost = received.gone.length > 0 || isLettingGo || doomed.length > 0 || isRestored;
  const tables: Tables = isLost ? database : database.loose;
  return tables.transaction(
    'rw',
    [tables.pages, tables.changes, tables.drafts, tables.meta],
    async (): Promise<Facts | null> => {
      const stored = await readFacts(tables);
      if (stored.cursor !== cursor || stored.rev !== shelf.facts.rev || stored.device !== shelf.facts.device)
        return null;
      // What another tab has saved of a case holds it back as well: who has not heard of it looks again before letting go.
      const hasStrays = shelf.drafts.someOf(isStray);
      const isLeaving = received.gone.length > 0 || isLettingGo || intake.erased.length > 0 || hasStrays;
      if (isLeaving && (await lastNumber(tables)) > shelf.last) return null;
      if (rows.length > 0) await tables.pages.bulkPut(rows);
      if (emptied.length > 0) await tables.pages.bulkDelete([...emptied]);
      if (isTurning && gathering !== undefined) await keepOnly(tables, gathering.generation);
      if (lost.size > 0 || hasStrays) await tables.drafts.filter(({ caseId }) => hasLeft(caseId)).delete();
      const marked = await markedRows(tables, intake.answered, intake.early);
      if (marked.length > 0) await tables.changes.bulkPut(marked);
      if (doomed.length > 0) await tables.changes.bulkDelete([...doomed]);
      if (isRestored) await waitAgainFrom(tables, received.expect);
      const after: Facts = {
        ...stored,
        ...factsAfter(stored, received, { ...intake, isRestored }),
        cursor: received.cursor === '' ? null : received.cursor,
        rev,
        expect: received.expect,
        lastSuccess: received.more ? stored.lastSuccess : now.toISOString(),
        clockOffset: Date.parse(received.clock) - now.getTime(),
        safe: received.safe,
        generation: isTurning && gathering !== undefined ? gathering.generation : stored.generation,
        gathering: isOnTheWay && gathering !== undefined ? gathering.generation : null,
        told: toldAfter(stored, received),
        unfolded,
        held,
      };
      await tables.meta.bulkPut([...rowsOfFacts(stored, after)]);
      if (intake.isIndexStale) await indexRows(tables).delete();
      return after;
    },
  );
};

/** Takes into memory what was written, and derives what is shown; answers the files that may look different. */
const show = async (
  shelf: Shelf,
  { pages, gathering, isTurning, isOnTheWay, isRestored }: Course,
  intake: Intake,
  facts: Facts,
): Promise<readonly string[]> => {
  const { folded, forgotten, refused, handed, erased, old } = intake;
  shelf.facts = facts;
  shelf.successOnDisk = facts.lastSuccess;
  shelf.waiting = intake.waiting;
  shelf.purged = intake.purged;
  shelf.drafts.forget((caseId) => intake.lost.has(caseId) || intake.isStray(caseId));
  shelf.gathering = isOnTheWay ? gathering : undefined;
  if (intake.isIndexStale) shelf.indexRev = 0;
  intake.rewrite.keep();
  for (const each of intake.left) {
    if (shelf.files.has(each.caseId)) shelf.left.set(each.caseId, each);
    shelf.files.delete(each.caseId);
  }
  const renewed = isRestored ? await takeOwn(shelf, await readOwn(shelf.database)) : [];
  const others = [...new Set([...[...refused, ...handed, ...erased, ...old].map(fileOf), ...renewed])];
  if (isTurning) await turnTo(shelf, pages);
  else {
    const gone = [...forgotten].map(([id, records]): [string, Records] => [id, records ?? new Map()]);
    const shown = new Map([...(isOnTheWay ? [] : folded), ...gone]);
    derive(shelf, shown);
    derive(shelf, await shelf.pages.read(others.filter((id) => !shown.has(id))));
  }
  const all = isTurning ? [...shelf.files.keys()] : [];
  return [...new Set([...all, ...folded.keys(), ...forgotten.keys(), ...others])];
};

/** `isWhole`: the device stands where the answer says. Otherwise the next answer does not follow on this one. */
type Taken = { readonly files: readonly string[]; readonly isWhole: boolean };

/**
 * Takes an answer in. If another tab has moved the cursor meanwhile, nothing of it is taken: the next round gets it again.
 * @param cursor the cursor the request named
 * @param isSaved whether everything that a hand has touched is saved: before that no case is let go of
 * @param now this device's clock when the answer came
 * @returns the files it touched, or null if it was overtaken
 */
export const receive = async (
  shelf: Shelf,
  cursor: string | null,
  answer: Received,
  isSaved: boolean,
  now: Date,
): Promise<Taken | null> => {
  if (isNothing(shelf, cursor, answer, now)) {
    shelf.facts = { ...shelf.facts, lastSuccess: now.toISOString() };
    return { files: [], isWhole: true };
  }
  const received = await believed(shelf, cursor, answer);
  const course = await courseOf(shelf, received, isSaved);
  const intake = await intakeOf(shelf, received, course);
  const facts = await write(shelf, cursor, received, course, intake, now);
  if (facts === null) return null;
  const files = await show(shelf, course, intake, facts);
  if (!received.more && intake.rev - shelf.indexRev > STALE) await saveIndex(shelf);
  return { files, isWhole: received === answer };
};
