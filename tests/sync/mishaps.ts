// What seldom happens to a tablet: it is locked, a row of its tables is lost, its profile is copied to another.
import { openDatabase } from '#store/database.ts';
import { textOf, type County } from './county.ts';
import { die } from './risks.ts';
import { killTabs, newTablet, type Tablet } from './tablet.ts';
import { orphan } from './post.ts';
import { beginTransfer } from './transfers.ts';

/** The vault is closed: nothing readable stays in memory. */
export const lockTablet = async (county: County, tablet: Tablet): Promise<void> => {
  county.tell(tablet.name, 'is locked');
  orphan(county.post, tablet.tabs);
  for (const { store } of tablet.tabs) await store.lock();
  killTabs(tablet);
};

/** A row of a tablet's own changes is lost while it is off; its number must be declared void, and nothing else suffers. */
export const damageTablet = async (county: County, tablet: Tablet): Promise<void> => {
  const entry = county.chance.pick(tablet.tabs[0]?.store.transfer().waiting ?? []);
  if (entry === undefined) return;
  die(county, tablet);
  await county.thread.settle();
  const database = openDatabase(tablet.name, tablet.engine);
  await database.changes.delete(entry.number);
  database.close();
  county.oracle.accountFor(Object.values(entry.set));
  county.counts.faults += 1;
  county.tell(tablet.name, 'lost the row of', entry.number, ...Object.values(entry.set).map(textOf));
};

/** Somebody copies the profile of a tablet to another one: both go on counting under one name. */
export const cloneTablet = async (county: County, tablet: Tablet): Promise<void> => {
  const { chance, tablets } = county;
  const [tab] = tablet.tabs;
  if (tablets.some(({ name }) => name.endsWith('-copy')) || !chance.happens(0.1)) return;
  // What waits is sealed first: the judge does not follow yet what grows on both sides; tests/sync/rules.test.ts does.
  if (tab === undefined || tab.transfer !== undefined) return;
  await beginTransfer(county, tab);
  die(county, tablet);
  await county.thread.settle();
  const copy = await newTablet(`${tablet.name}-copy`, tablet.user, county, tablet);
  tablets.push(copy);
  county.tell(tablet.name, 'is copied');
};
