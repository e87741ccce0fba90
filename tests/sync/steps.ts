// One step of a simulation: one event of a tablet, of the network or of the server.
import type { County } from './county.ts';
import { act } from './deeds.ts';
import { officeHour } from './office.ts';
import { cloneTablet, damageTablet, lockTablet } from './mishaps.ts';
import { die, wake } from './risks.ts';
import { newSeason, pickIn, type Mixture } from './seasons.ts';
import { openTab, type Tab, type Tablet } from './tablet.ts';
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

const serverDies = async (county: County): Promise<void> => {
  county.tell('the server dies');
  county.counts.crashes += 1;
  await county.server.crash();
};

const setClock = ({ chance, tell }: County, tablet: Tablet): void => {
  tablet.skew = chance.under(2 * YEAR) - YEAR;
  tell(tablet.name, 'has its clock set');
};

const openAnotherTab = async (county: County, tablet: Tablet): Promise<void> => {
  if (tablet.tabs.length >= MOST_TABS) return;
  tablet.tabs = [...tablet.tabs, await openTab(tablet, county)];
  county.tell(tablet.name, 'opens another tab');
};

const mishaps: Mixture<(county: County, tablet: Tablet) => Promise<void> | void> = [
  [26, die],
  [4, serverDies],
  [10, setClock],
  [30, openAnotherTab],
  [10, lockTablet],
  [10, damageTablet],
  [4, cloneTablet],
];

const mishapSomewhere = async (county: County): Promise<void> => {
  const tab = await anyTab(county);
  if (tab !== undefined) await pickIn(county.season, county.chance, mishaps)?.(county, tab.tablet);
};

const letterOrDeed = async (county: County): Promise<void> => {
  if (!(await letterArrives(county))) await actSomewhere(county);
};

const answerOrTransfer = async (county: County): Promise<void> => {
  if (!(await answerArrives(county))) await transferSomewhere(county);
};

const tidingsOrDeed = async (county: County): Promise<void> => {
  const tab = await anyTab(county);
  if (tab !== undefined && !(await hearTidings(tab))) await act(county, tab);
};

const impatienceOrDeed = async (county: County): Promise<void> => {
  if (!(await losePatience(county))) await actSomewhere(county);
};

const events: Mixture<(county: County) => Promise<void>> = [
  [460, actSomewhere],
  [160, transferSomewhere],
  [170, letterOrDeed],
  [160, answerOrTransfer],
  [30, tidingsOrDeed],
  [6, impatienceOrDeed],
  [8, mishapSomewhere],
  [6, officeHour],
];

/** Something happens. */
export const takeStep = async (county: County): Promise<void> => {
  const { chance } = county;
  county.pass(chance.under(90_000));
  county.season.stepsLeft -= 1;
  if (county.season.stepsLeft < 0) county.season = newSeason(chance);
  await pickIn(county.season, chance, events)?.(county);
};
