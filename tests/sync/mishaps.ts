// What seldom happens to a tablet: it is locked, a row of its tables is lost, its profile is copied to another.
import { contestedPaths } from '#domain/record.ts';
import { openDatabase, type DeviceDatabase } from '#store/database.ts';
import type { WaitingEntry } from '#store/store.ts';
import { textOf, type County } from './county.ts';
import { decide } from './deeds.ts';
import { officeHour } from './office.ts';
import { die, wake } from './risks.ts';
import { saveDeed } from './saving.ts';
import { killTabs, newTablet, type Tab, type Tablet } from './tablet.ts';
import { orphan } from './post.ts';

/** The vault is closed: nothing readable stays in memory. */
export const lockTablet = async (county: County, tablet: Tablet): Promise<void> => {
  county.tell(tablet.name, 'is locked');
  orphan(county.post, tablet.tabs);
  for (const { store } of tablet.tabs) await store.lock();
  killTabs(tablet);
};

/** Works on the tables of a tablet that is off. */
const withTables = async (
  county: County,
  tablet: Tablet,
  work: (database: DeviceDatabase) => Promise<unknown>,
): Promise<void> => {
  die(county, tablet);
  await county.turns.settle();
  const database = openDatabase(tablet.name, tablet.engine);
  await work(database);
  database.close();
  county.counts.faults += 1;
};

/** A row of a tablet's own changes is lost while it is off; its number must be declared void, and nothing else suffers. */
const loseUnsent = async (county: County, tablet: Tablet): Promise<void> => {
  // A tab may not have heard yet what another one saved, or that it was taken.
  const waiting = tablet.tabs.map(({ store }) => store.transfer().waiting);
  const isUnsent = ({ number }: WaitingEntry): boolean =>
    waiting.every((known) => known.some((other) => other.number === number));
  const entry = county.chance.pick((waiting[0] ?? []).filter(isUnsent));
  if (entry === undefined) return;
  const held = waiting
    .flat()
    .filter(({ number }) => number === entry.number)
    .flatMap(({ set }) => Object.values(set));
  await withTables(county, tablet, ({ changes }) => changes.delete(entry.number));
  county.oracle.accountFor(held);
  // Without the change that opened it, the server does not know the case: nobody was ever on it.
  if (entry.kind === 'case') county.everOn.get(entry.caseId ?? '')?.clear();
  county.tell(tablet.name, 'lost the row of', entry.number, ...held.map(textOf));
};

/** A row that the server has taken is lost while the tablet is off: nothing is missing, but perhaps on this tablet. */
const loseTaken = (county: County, tablet: Tablet): Promise<void> =>
  withTables(county, tablet, async ({ changes }) => {
    const taken = await changes.filter(({ seq, folded }) => seq !== null && folded !== true).primaryKeys();
    const number = county.chance.pick(taken);
    if (number === undefined) return;
    await changes.delete(number);
    county.oracle.hasToRead(tablet.name);
    county.tell(tablet.name, 'lost the row of', number, 'that was taken');
  });

/** A tablet is damaged. What a restored server asks for may be nowhere but in its journal. */
export const damageTablet = async (county: County, tablet: Tablet): Promise<void> => {
  if (!county.weather.restores && county.chance.happens(0.4)) await loseTaken(county, tablet);
  else await loseUnsent(county, tablet);
};

/** Whether somebody is asked which of several versions counts where a change still waits. */
const isContested = ({ store }: Tab, { caseId, recordId, paths }: WaitingEntry): boolean => {
  const record = (caseId === null ? store.county() : store.read(caseId))?.records.get(recordId);
  return record !== undefined && contestedPaths(record).some((path) => paths.includes(path));
};

/** Somebody types on where a change still waits, or decides something there. */
const goOn = async (county: County, tab: Tab | undefined, entry: WaitingEntry) => {
  const { caseId, kind, recordId, paths } = entry;
  const [path] = paths;
  if (tab === undefined || path === undefined) return;
  if (caseId !== null) {
    if (tab.looksAt !== undefined) tab.store.close(tab.looksAt);
    tab.looksAt = caseId;
    await tab.store.open(caseId);
  }
  if (county.chance.happens(isContested(tab, entry) ? 0.6 : 0.1)) await decide(county, tab);
  else await saveDeed(county, tab, [{ caseId, kind, recordId, set: { [path]: county.newValue() } }]);
};

/** How many tablets of a county are copies of another. */
const MOST_COPIES = 2;

/** Somebody copies the profile of a tablet to another one: both go on counting under one name. */
export const cloneTablet = async (county: County, tablet: Tablet): Promise<void> => {
  const { chance, tablets } = county;
  const [tab] = tablet.tabs;
  const copies = tablets.filter(({ name }) => name.endsWith('-copy'));
  if (
    tab === undefined ||
    copies.length >= MOST_COPIES ||
    copies.some(({ name }) => name.startsWith(tablet.name))
  )
    return;
  // A tab may not have heard yet what another one saved.
  const waiting = tablet.tabs.flatMap(({ store }) => store.transfer().waiting);
  die(county, tablet);
  await county.turns.settle();
  const copy = await newTablet(`${tablet.name}-copy`, tablet.user, county, tablet);
  county.oracle.copied(
    tablet.name,
    copy.name,
    waiting.flatMap(({ set }) => Object.values(set)),
  );
  tablets.push(copy);
  county.tell(tablet.name, 'is copied');
  const words = waiting.filter(({ set }) => Object.values(set).every((value) => typeof value === 'string'));
  const asked = words.filter((entry) => isContested(tab, entry));
  const entry = chance.happens(0.7) ? chance.pick(asked.length > 0 ? asked : words) : undefined;
  if (entry !== undefined) {
    // Both go on where the same change waits, or one of them does.
    await goOn(county, copy.tabs[0], entry);
    await wake(county, tablet);
    if (chance.happens(0.6)) await goOn(county, tablet.tabs[0], entry);
  }
  if (chance.happens(0.5)) await officeHour(county);
};
