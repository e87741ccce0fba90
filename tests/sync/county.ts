// A simulated county: its people, tablets, server and network, and what is noted of them for the judge.
import type { Json } from '#domain/json.ts';
import type { Chance } from './chance.ts';
import type { Ground, Turns } from './ground.ts';
import type { Oracle, SavedEdit } from './oracle.ts';
import type { Post } from './post.ts';
import type { Season } from './seasons.ts';
import type { Server } from './server.ts';
import type { Tab, Tablet } from './tablet.ts';

/** What the scenario did to a case: who may see it. */
export type CaseFacts = {
  readonly caseId: string;
  /** Who opened it, and leads it until it is handed over. */
  readonly opener: string;
  owner: string;
  deputies: readonly string[];
};

/** Somebody who works here, and what the scenario allowed her. */
export type Person = {
  readonly user: string;
  role: 'caseworker' | 'supervisor';
  mayReadLimits: boolean;
};

/** What happened, counted. */
export type Counts = {
  conflicts: number;
  refusals: number;
  contributions: number;
  crashes: number;
  faults: number;
  restores: number;
  erasures: number;
};
/** What is wrong: each must stay 0. */
export type Wrongs = { lost: number; leaked: number; diverged: number };

/** A deed whose tablet died before it could say that it is saved. `at`: when it was done, by the tablet's clock. */
export type Unsure = { readonly tablet: Tablet; readonly edits: readonly SavedEdit[]; readonly at: string };

/** What a backup knew of who may see what. */
export type Backup = {
  readonly cases: ReadonlyMap<string, CaseFacts>;
  readonly people: readonly Person[];
  /** Cases that changed hands since, or for which rights changed: what a tablet let go of then is nowhere else. */
  readonly movedSince: Set<string>;
};

export type County = {
  readonly chance: Chance;
  readonly turns: Turns;
  readonly newEngine: Ground['newEngine'];
  readonly server: Server;
  readonly post: Post;
  readonly oracle: Oracle;
  readonly people: readonly Person[];
  readonly tablets: Tablet[];
  readonly cases: Map<string, CaseFacts>;
  /** Cases that were erased, and those that ever changed hands. */
  readonly erased: Set<string>;
  readonly moved: Set<string>;
  /** By case: everybody who ever worked on it. What they write is kept, whenever it comes. */
  readonly everOn: Map<string, Set<string>>;
  /** Records that say something of health-related limits. */
  readonly limitsIds: Set<string>;
  /** Whether this county hands cases over, whether its server is ever restored, and whether it began with the first program. */
  readonly weather: { readonly handsOver: boolean; readonly restores: boolean; readonly beganEarly: boolean };
  season: Season;
  /** How many changes a request carries at most. */
  readonly batch: number;
  backup: Backup | undefined;
  readonly counts: Counts;
  readonly wrongs: Wrongs;
  readonly unsure: Unsure[];
  /** The simulated time, in milliseconds; `pass` lets it go by. */
  readonly now: () => number;
  readonly pass: (milliseconds: number) => void;
  readonly newId: () => string;
  /** A value nobody has ever written. */
  readonly newValue: () => string;
  /** Notes what happens, for the trace of a failure. */
  readonly tell: (...words: readonly (string | number)[]) => void;
  /** Notes that something is wrong, with what tells it apart: the trace follows these words. */
  readonly accuse: (wrong: keyof Wrongs, sentence: string, clues: readonly string[]) => void;
};

const isOn = ({ owner, deputies }: CaseFacts, user: string): boolean =>
  owner === user || deputies.includes(user);

/** Whether a person may see the records of a case, as the scenario has it. */
export const maySee = (county: County, { user, role }: Person, caseId: string): boolean => {
  const facts = county.cases.get(caseId);
  return facts !== undefined && (role === 'supervisor' || isOn(facts, user));
};

/** Whether a person may see the work limits of a case. */
export const maySeeLimits = (county: County, person: Person, caseId: string): boolean => {
  const facts = county.cases.get(caseId);
  return facts !== undefined && person.mayReadLimits && isOn(facts, person.user);
};

/** The person a tablet belongs to. */
export const personOf = (county: County, tablet: Tablet): Person => {
  const person = county.people.find(({ user }) => user === tablet.user);
  if (person === undefined) throw new Error(`${tablet.name} belongs to nobody`);
  return person;
};

/** The values that stand refused on the tablets. */
export const refusedOn = (tabs: readonly Tab[]): Set<string> => {
  const refused = new Set<string>();
  for (const tab of tabs) {
    for (const { set } of tab.store.transfer().refused)
      for (const value of Object.values(set)) refused.add(textOf(value));
  }
  return refused;
};

/** Numbers from here on cannot be, wherever they are written. */
export const WRONG_FROM = 100_000;

/** A value in the words of a trace. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
