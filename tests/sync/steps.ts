// One step of a simulation: one event of a tablet, of the network or of the server.
import type { County } from './county.ts';
import { act } from './deeds.ts';
import { officeHour } from './office.ts';
import { cloneTablet, damageTablet, lockTablet } from './mishaps.ts';
import { die, wake } from './risks.ts';
import { openTab, type Tab } from './tablet.ts';
import { answerArrives, beginTransfer, hearTidings, letterArrives, losePatience } from './transfers.ts';

/** Milliseconds: no clock of a tablet is off by more. */
const YEAR = 365 * 86_400_000;
/** How many tabs a tablet may have open. */
const MOST_TABS = 2;

/** A tab on any tablet; one that is dead or locked is opened first, and that is the step. */
const anyTab = async (county: County): Promise<Tab | undefined> => {
  const tablet = county.chance.pick(county.tablets);
  if (tablet === undefined) return undefined;
  if (tablet.tabs.length > 0) return county.chance.pick(tablet.tabs);
  await wake(county, tablet);
  return undefined;
};

const actSomewhere = async (county: County): Promise<void> => {
  const tab = await anyTab(county);
  if (tab !== undefined) await act(county, tab);
};

const transferSomewhere = async (county: County): Promise<void> => {
  const tab = await anyTab(county);
  if (tab === undefined) return;
  if (tab.transfer === undefined) await beginTransfer(county, tab);
  else await act(county, tab);
};

const somethingSeldom = async (county: County): Promise<void> => {
  const { chance, server, counts } = county;
  const tab = await anyTab(county);
  if (tab === undefined) return;
  const { tablet } = tab;
  switch (chance.under(8)) {
    case 0:
    case 1:
      return die(county, tablet);
    case 2:
      if (!chance.happens(0.4)) return die(county, tablet);
      county.tell('the server dies');
      counts.crashes += 1;
      return server.crash();
    case 3:
      tablet.skew = chance.under(2 * YEAR) - YEAR;
      county.tell(tablet.name, 'has its clock set');
      return;
    case 4:
      if (tablet.tabs.length >= MOST_TABS) return;
      tablet.tabs = [...tablet.tabs, await openTab(tablet, county)];
      county.tell(tablet.name, 'opens another tab');
      return;
    case 5:
      return lockTablet(county, tablet);
    case 6:
      return damageTablet(county, tablet);
    default:
      return cloneTablet(county, tablet);
  }
};

/** Something happens. */
export const takeStep = async (county: County): Promise<void> => {
  const { chance } = county;
  county.pass(chance.under(90_000));
  const what = chance.under(1000);
  if (what < 460) return actSomewhere(county);
  if (what < 620) return transferSomewhere(county);
  if (what < 790) {
    if (!(await letterArrives(county))) await actSomewhere(county);
  } else if (what < 950) {
    if (!(await answerArrives(county))) await transferSomewhere(county);
  } else if (what < 980) {
    const tab = await anyTab(county);
    if (tab !== undefined && !(await hearTidings(tab))) await act(county, tab);
  } else if (what < 986) {
    if (!(await losePatience(county))) await actSomewhere(county);
  } else if (what < 994) await somethingSeldom(county);
  else await officeHour(county);
};
