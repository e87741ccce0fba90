// What people of a simulated county do on their tablets: look, write, type on, add, delete, decide, give up.
import type { Edit } from '#domain/change.ts';
import { decisionOf, decisionPath, isContributionKind } from '#domain/contribution.ts';
import { limitsIdOf, personIdOf, planIdOf } from '#domain/id.ts';
import { contestedPaths, type VersionedRecord } from '#domain/record.ts';
import { personOf, WRONG_FROM, type County } from './county.ts';
import { atRisk } from './risks.ts';
import { pickIn, type Mixture } from './seasons.ts';
import { enterField, saveDeed, saveGone, shownIn } from './saving.ts';
import type { Tab } from './tablet.ts';

/** Where words may be written in the records of a case. */
const FIELDS = ['nameCalled', 'needs', 'strengths', 'goalOwnWords', 'unpaidWork'];
const ITEMS = ['a1', 'b2', 'c3', 'd4'];
const PARTNERS = ['partner-1', 'partner-2', 'partner-3'];

/** One of the places that people write at in this season. */
const placeOf = ({ chance, season }: County, places: readonly string[]): string =>
  chance.pick(places.slice(0, season.places)) ?? '';

const look = async ({ chance, tell, cases, season }: County, tab: Tab): Promise<void> => {
  const busy = new Set([...cases.keys()].slice(0, season.cases));
  const held = tab.store.cases();
  const near = held.filter((each) => busy.has(each.caseId));
  const caseId = chance.pick(near.length > 0 ? near : held)?.caseId;
  if (tab.looksAt !== undefined) tab.store.close(tab.looksAt);
  tab.looksAt = caseId;
  tab.field = undefined;
  tell(tab.tablet.name, 'looks at', caseId ?? 'nothing');
  if (caseId !== undefined) await tab.store.open(caseId);
};

const openCase = async (county: County, tab: Tab): Promise<void> => {
  const caseId = county.newId();
  const { user } = tab.tablet;
  county.cases.set(caseId, { caseId, opener: user, owner: user, deputies: [] });
  county.everOn.set(caseId, new Set([user]));
  await saveDeed(county, tab, [
    { caseId, kind: 'case', recordId: caseId, set: { fileNumber: county.newValue() } },
    { caseId, kind: 'person', recordId: personIdOf(caseId), set: { nameCalled: county.newValue() } },
  ]);
};

/** A place to write words at: a field, an item's field, another record of the case, or one of the county. */
const placeFor = (
  county: County,
  tab: Tab,
): { readonly edit: Omit<Edit, 'set'>; readonly path: string } | undefined => {
  const { chance } = county;
  const caseId = tab.looksAt;
  const item = placeOf(county, ITEMS);
  const what = chance.under(100);
  if (what < 8 || caseId === undefined) {
    const recordId = placeOf(county, PARTNERS);
    return { edit: { caseId: null, kind: 'partner', recordId }, path: what < 4 ? 'name' : 'note' };
  }
  const person = { caseId, kind: 'person', recordId: personIdOf(caseId) };
  if (what < 50) return { edit: person, path: placeOf(county, FIELDS) };
  if (what < 75) return { edit: person, path: `spellings/${item}/${what < 65 ? 'text' : 'note'}` };
  if (what < 85)
    return { edit: { caseId, kind: 'plan', recordId: planIdOf(caseId) }, path: `steps/${item}/title` };
  const talk = { caseId, kind: 'consultation', recordId: `talk-${item}-${caseId}` };
  return { edit: talk, path: what < 93 ? 'note' : 'agreements' };
};

const enter = (county: County, tab: Tab): void => {
  const place = placeFor(county, tab);
  if (place === undefined) return;
  tab.field = enterField(tab, place.edit, place.path);
  county.tell(tab.tablet.name, 'enters', place.edit.recordId, place.path);
};

/** Writes into the field that is open, or into another; sometimes types on at once. */
const write = async (county: County, tab: Tab): Promise<void> => {
  if (tab.field === undefined) enter(county, tab);
  const { field } = tab;
  if (field === undefined) return;
  const { caseId, kind, recordId, path, heads } = field;
  const edit = { caseId, kind, recordId, set: { [path]: county.newValue() }, seen: { [path]: [...heads] } };
  const isSaved = await saveDeed(county, tab, [edit], field);
  // What is saved is what the field shows from now on, as in the app's forms.
  tab.field = isSaved && county.chance.happens(0.4) ? enterField(tab, edit, path) : undefined;
};

/** A deed of several records: all of it, or nothing. One in a few cannot be right. */
const writeDeed = async (county: County, tab: Tab): Promise<void> => {
  const { chance } = county;
  const caseId = tab.looksAt;
  if (caseId === undefined) return;
  const item = placeOf(county, ITEMS);
  const set = {
    text: county.newValue(),
    // Nobody can have been put off so often before: one deed in a few is refused as a whole.
    ...(chance.happens(0.1) ? { postponed: -Number(county.newValue().slice(1)) } : {}),
  };
  await saveDeed(county, tab, [
    {
      caseId,
      kind: 'consultation',
      recordId: `talk-${item}-${caseId}`,
      set: { participants: county.newValue() },
    },
    { caseId, kind: 'person', recordId: personIdOf(caseId), set: { needs: county.newValue() } },
    {
      caseId,
      kind: 'plan',
      recordId: planIdOf(caseId),
      set: { [`steps/${item}/title`]: county.newValue() },
    },
    { caseId, kind: 'follow-up', recordId: `due-${item}-${caseId}`, set },
  ]);
};

/** What the server refuses: a number that cannot be, or limits without the right to them. */
const writeWrong = async (county: County, tab: Tab): Promise<void> => {
  const caseId = tab.looksAt;
  if (caseId === undefined) return;
  const number = WRONG_FROM + Number(county.newValue().slice(1));
  await saveDeed(county, tab, [
    { caseId, kind: 'person', recordId: personIdOf(caseId), set: { travelMinutes: number } },
  ]);
};

/** Work limits are a record of their own, with rights of its own: only who may read them writes them. */
const writeLimits = async (county: County, tab: Tab): Promise<void> => {
  const caseId = tab.looksAt;
  if (caseId === undefined) return;
  const set = { basis: county.newValue() };
  if (!personOf(county, tab.tablet).mayReadLimits && county.chance.happens(0.9)) return;
  await saveDeed(county, tab, [{ caseId, kind: 'limits', recordId: limitsIdOf(caseId), set }]);
};

const deleteOrBringBack = async (county: County, tab: Tab): Promise<void> => {
  const { chance } = county;
  const caseId = tab.looksAt;
  if (caseId === undefined) return;
  const item = placeOf(county, ITEMS);
  const isItem = chance.happens(0.7);
  const recordId = isItem ? personIdOf(caseId) : `talk-${item}-${caseId}`;
  const record = shownIn(tab, caseId, recordId);
  if (record === undefined) return;
  if (isItem && record.values[`spellings/${item}/text`] === undefined) return;
  const path = isItem ? `spellings/${item}/gone` : 'gone';
  await saveGone(county, tab, record, path, record.values[path] !== true);
};

const contested = (tab: Tab): readonly { record: VersionedRecord; path: string }[] =>
  [...(tab.store.read(tab.looksAt ?? '')?.records.values() ?? [])].flatMap((record) =>
    contestedPaths(record).map((path) => ({ record, path })),
  );

/** Somebody decides between two versions: chooses one, or writes a third. */
export const decide = async (county: County, tab: Tab): Promise<void> => {
  const { chance } = county;
  const found = chance.pick(contested(tab));
  if (found === undefined) return;
  const { record, path } = found;
  if (path.endsWith('gone')) return saveGone(county, tab, record, path, chance.happens(0.5));
  const version = chance.pick(record.versions[path] ?? []);
  const value = chance.happens(0.5) && version !== undefined ? version.value : county.newValue();
  const { id: recordId, caseId, kind } = record;
  await saveDeed(county, tab, [{ caseId, kind, recordId, set: { [path]: value } }]);
};

/** Somebody looks at what was refused: gives the deed up, or sends it anew, without what cannot be right. */
const settleRefused = async (county: County, tab: Tab): Promise<void> => {
  const { chance, oracle, tell } = county;
  const { refused } = tab.store.transfer();
  const entry = chance.pick(refused);
  if (entry === undefined) return;
  const deed = refused.filter((other) => other.deed === entry.deed);
  const wrong = deed.filter(({ refusal }) => refusal?.type === 'invalid-value');
  const isResent = chance.happens(0.3);
  const isWithout = isResent && chance.happens(0.7);
  const dropped = isResent ? (isWithout ? wrong : []) : deed;
  const left = isResent ? deed.filter((other) => !dropped.includes(other)) : [];
  tell(tab.tablet.name, 'gives up', ...dropped.map(({ set }) => JSON.stringify(set)));
  tell(tab.tablet.name, 'sends anew', ...left.map(({ set }) => JSON.stringify(set)));
  oracle.accountFor(dropped.flatMap(({ set }) => Object.values(set)));
  oracle.sentAnew(
    tab.tablet.name,
    left.flatMap(({ set }) => Object.values(set)),
  );
  await atRisk(county, tab.tablet, async () => {
    if (isResent) {
      await tab.store.resend(entry.number, Object.fromEntries(dropped.map(({ number }) => [number, {}])));
      return;
    }
    await tab.store.discard(entry.number);
    if (chance.happens(0.2)) await tab.store.takeBack(entry.number);
  });
};

/** Somebody decides about what a former colleague had still written. */
const decideContribution = async (county: County, tab: Tab): Promise<void> => {
  const { chance } = county;
  const records = [...(tab.store.read(tab.looksAt ?? '')?.records.values() ?? [])];
  const open = records.filter((record) => isContributionKind(record.kind) && decisionOf(record) === 'open');
  const record = chance.pick(open);
  if (record === undefined) return;
  const { id: recordId, caseId, kind } = record;
  const decision = chance.happens(0.6) ? 'accepted' : 'declined';
  county.tell(tab.tablet.name, 'decides', recordId, decision);
  await atRisk(county, tab.tablet, () =>
    tab.store.write([{ caseId, kind, recordId, set: { [decisionPath]: decision } }]),
  );
};

/** Words that are not valid yet are kept aside, and never travel. */
const draft = async (county: County, tab: Tab): Promise<void> => {
  // A case that has left takes its forms along.
  if (tab.looksAt !== undefined && tab.store.caseById(tab.looksAt) === undefined) return;
  const place = `${tab.looksAt ?? 'none'}|birth`;
  county.tell(tab.tablet.name, 'puts a draft aside');
  await atRisk(county, tab.tablet, async () => {
    if (county.chance.happens(0.5)) await tab.store.drafts.put(place, county.newValue(), tab.looksAt);
    else await tab.store.drafts.remove(place);
  });
};

/** How many cases a small county has. */
const MOST_CASES = 9;

const deeds: Mixture<(county: County, tab: Tab) => Promise<void> | void> = [
  [12, look],
  [12, enter],
  [42, write],
  [4, writeDeed],
  [1, writeWrong],
  [3, writeLimits],
  [9, deleteOrBringBack],
  [8, decide],
  [1, settleRefused],
  [2, draft],
  [4, decideContribution],
];

/** Somebody does something on a tablet. */
export const act = async (county: County, tab: Tab): Promise<void> => {
  const { chance, cases, season } = county;
  if (cases.size < 3 || (cases.size < MOST_CASES && chance.happens(0.03))) return openCase(county, tab);
  if (tab.looksAt === undefined) return look(county, tab);
  if (tab.store.transfer().refused.length > 2 && chance.happens(0.2)) return settleRefused(county, tab);
  await pickIn(season, chance, deeds)?.(county, tab);
};
