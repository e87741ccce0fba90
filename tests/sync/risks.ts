// What may go wrong while a tablet works: it dies at any turn of its tables, or its disk is full.
import { refusedOn, textOf, type County } from './county.ts';
import { valuesAt, type SavedEdit } from './oracle.ts';
import { orphan } from './post.ts';
import { fillDisk, killTabs, openTab, type Tab, type Tablet } from './tablet.ts';

/** How many turns of the tables a piece of work takes at most. */
const TURNS = 24;
const DIES = 0.006;
const IS_FULL = 0.006;

/** A tablet dies now. It is opened again by a later step. */
export const die = (county: County, tablet: Tablet): void => {
  county.counts.crashes += 1;
  county.tell(tablet.name, 'dies');
  orphan(county.post, tablet.tabs);
  killTabs(tablet);
};

/**
 * Lets a tablet work while its battery and its disk are what they are.
 * @returns what came of it; undefined if the tablet died before it was done
 */
export const atRisk = async <T>(
  county: County,
  tablet: Tablet,
  work: () => Promise<T>,
): Promise<T | undefined> => {
  const { chance, turns, counts } = county;
  const luck = chance.under(10_000) / 10_000;
  if (luck >= DIES + IS_FULL) return work();
  const dead = Promise.withResolvers<undefined>();
  turns.lightFuse(1 + chance.under(TURNS), () => {
    if (luck < DIES) {
      die(county, tablet);
      dead.resolve(undefined);
    } else if (fillDisk(tablet)) {
      counts.faults += 1;
      county.tell(tablet.name, 'has a full disk');
    }
  });
  const done = await Promise.race([work(), dead.promise]);
  turns.putOut();
  if (tablet.tabs.length > 0) return done;
  await turns.settle();
  return undefined;
};

/** A tablet gets the program of today. */
export const update = (county: County, tablet: Tablet): void => {
  if (tablet.isOld) county.tell(tablet.name, 'gets the new program');
  tablet.isOld = false;
};

/** The list of cases names only what is there. */
const checkList = async ({ chance, accuse }: County, { store, tablet }: Tab): Promise<void> => {
  const caseId = chance.pick(store.cases())?.caseId;
  if (caseId === undefined) return;
  const { records } = await store.open(caseId);
  store.close(caseId);
  if (records.size === 0)
    accuse('leaked', `${tablet.name} lists ${caseId} and holds nothing of it`, [caseId]);
};

/** Opens the app on a tablet that is dead or locked. What it was about to save when it died is there whole, or not at all. */
export const wake = async (county: County, tablet: Tablet): Promise<void> => {
  if (county.chance.happens(0.2)) update(county, tablet);
  const tab = await openTab(tablet, county);
  tablet.tabs = [...tablet.tabs, tab];
  county.tell(tablet.name, 'opens the app');
  const { waiting } = tab.store.transfer();
  for (const unsure of county.unsure.filter((each) => each.tablet === tablet)) {
    county.unsure.splice(county.unsure.indexOf(unsure), 1);
    // The words alone do not tell: who chose between two wrote what stood there before.
    const written = waiting.filter(({ at }) => at === unsure.at).flatMap(({ set }) => Object.values(set));
    const found = new Set(written.map(textOf));
    const kept = unsure.edits.filter(({ value }) => found.has(textOf(value)));
    for (const edit of kept) if (!county.erased.has(edit.caseId ?? '')) county.oracle.saved(edit);
    if (kept.length > 0 && kept.length < unsure.edits.length)
      county.accuse(
        'lost',
        'half of a deed was saved',
        unsure.edits.map(({ value }) => textOf(value)),
      );
  }
  await checkList(county, tab);
  await checkOwn(county, tablet, 12);
};

/** Whether a tab shows a value where it was saved. */
const shows = async (tab: Tab, { caseId, recordId, path, value }: SavedEdit): Promise<boolean> => {
  const file = caseId === null ? tab.store.county() : await tab.store.open(caseId);
  if (caseId !== null) tab.store.close(caseId);
  return valuesAt(file.records.get(recordId), path).some((shown) => textOf(shown) === textOf(value));
};

/** Whether a tablet still shows what was saved on it; one of its tabs may not have heard yet what another saved. */
export const checkOwn = async (county: County, tablet: Tablet, most: number): Promise<void> => {
  const { oracle, chance } = county;
  const edits = oracle.unjudged(tablet.name);
  if (tablet.tabs.length === 0 || edits.length === 0) return;
  const refused = refusedOn(tablet.tabs);
  const from = chance.under(edits.length);
  for (const edit of edits.slice(from, from + most)) {
    if (oracle.mayBeMissing(edit, refused)) continue;
    // Who loses a case, or gets it back, sees it come and go with the answers.
    if (edit.caseId !== null && (county.moved.has(edit.caseId) || county.erased.has(edit.caseId))) continue;
    const shown = await Promise.all(tablet.tabs.map((tab) => shows(tab, edit)));
    if (shown.includes(true)) continue;
    const value = textOf(edit.value);
    const clues = [edit.recordId, tablet.name, value];
    county.accuse('lost', `${tablet.name} no longer shows ${value} at ${edit.path}`, clues);
    oracle.accountFor([edit.value]);
  }
};
