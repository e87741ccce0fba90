// The simulation: county after county of real stores, rounds and a real server, under everything that may go wrong.
import { PAGE_BYTES } from '#server/pull.ts';
import { MOST_CHANGES } from '#protocol/sync.ts';
import { createChance, type Chance } from './chance.ts';
import type { County, Counts, Person, Wrongs } from './county.ts';
import type { Ground, Turns } from './ground.ts';
import { createOracle } from './oracle.ts';
import { quietPoint, searchDisk } from './quiet.ts';
import { newSeason } from './seasons.ts';
import { takeStep } from './steps.ts';
import { killTabs, newTablet } from './tablet.ts';

export type Options = {
  readonly seed: number;
  readonly steps: number;
  readonly devices: number;
};

/** One county of a run. It has a seed of its own, so it goes the same way alone. */
export type Plan = Options & {
  /** How many counties, and how many steps, come before it. */
  readonly place: number;
  readonly before: number;
};

/** The first thing that went wrong, in which county, and what led to it. */
export type Failure = {
  readonly place: number;
  readonly step: number;
  readonly sentence: string;
  readonly trace: readonly string[];
};

/** `lost`, `leaked`, `diverged` must be 0. */
export type Told = Counts &
  Wrongs & { readonly counties: number; readonly edits: number; readonly failure: Failure | undefined };
/** `failures`: the first of each county in which something was wrong. */
export type Outcome = Options & Omit<Told, 'failure'> & { readonly failures: readonly Failure[] };

/** How long a county lives, in steps, and how often it comes to rest. */
const SHORTEST = 2_000;
const LONGEST = 16_000;
const QUIET_AFTER = 1_500;
const TRACE = 80;
/** How much the server tells in one answer, in bytes: in some counties a round has many pages. */
const PAGES = [1_500, 12_000, PAGE_BYTES];
/** And how many changes a request carries: in some a round has many requests. */
const BATCHES = [3, 20, MOST_CHANGES];

type Event = { readonly step: number; readonly words: readonly (string | number)[] };

/** What happened that has to do with any of these clues, the latest last. */
const traceOf = (story: readonly Event[], clues: readonly string[]): readonly string[] => {
  const lines = story.map(({ step: number, words }) => `${number}: ${words.join(' ')}`);
  return lines.filter((line) => clues.some((clue) => line.includes(clue))).slice(-TRACE);
};

const openCounty = async (
  chance: Chance,
  { openServer, newEngine }: Ground,
  turns: Turns,
  options: Options,
  before: Pick<County, 'counts' | 'wrongs'>,
  notes: Pick<County, 'tell' | 'accuse'>,
): Promise<County> => {
  let [ids, values] = [0, 0];
  let time = Date.parse('2026-11-22T08:00:00.000Z');
  const people: readonly Person[] = [
    { user: 'user-wiebke', role: 'caseworker', mayReadLimits: true },
    { user: 'user-henrike', role: 'supervisor', mayReadLimits: false },
    { user: 'user-cem', role: 'caseworker', mayReadLimits: false },
  ];
  const newId = (): string => `id-${String((ids += 1)).padStart(7, '0')}`;
  const accounts = people.map(({ user, role, mayReadLimits }) => ({ id: user, role, mayReadLimits }));
  const pageBytes = chance.pick(PAGES) ?? PAGE_BYTES;
  const server = await openServer(accounts, { now: () => new Date(time), newId, pageBytes });
  const restores = chance.happens(0.5);
  const county: County = {
    ...{ chance, turns, newEngine, server, people, newId, ...before, ...notes },
    post: { up: [], down: [] },
    oracle: createOracle(),
    tablets: [],
    cases: new Map(),
    erased: new Set(),
    moved: new Set(),
    everOn: new Map(),
    limitsIds: new Set(),
    // The first program knew nothing of restored servers.
    weather: { handsOver: chance.happens(0.6), restores, beganEarly: !restores && chance.happens(0.5) },
    season: newSeason(chance),
    batch: chance.pick(BATCHES) ?? MOST_CHANGES,
    backup: undefined,
    unsure: [],
    now: () => time,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    newValue: () => `W${(values += 1)}`,
  };
  for (let index = 0; index < options.devices; index += 1) {
    const user = people[index % people.length]?.user ?? '';
    const tablet = await newTablet(`tablet-${index}`, user, county);
    tablet.isOld = county.weather.beganEarly && chance.happens(0.6);
    county.tablets.push(tablet);
  }
  return county;
};

const closeCounty = async (county: County): Promise<void> => {
  for (const tablet of county.tablets) killTabs(tablet);
  await county.turns.settle();
  await county.server.close();
};

/** The counties of a run. A longer run begins with the same ones. */
export const plansOf = ({ seed, steps, devices }: Options): readonly Plan[] => {
  const chance = createChance(seed);
  const plans: Plan[] = [];
  let before = 0;
  while (before < steps) {
    const own = chance.under(2 ** 32);
    const length = Math.min(steps - before, SHORTEST + chance.under(LONGEST - SHORTEST));
    plans.push({ seed: own, steps: length, devices, place: plans.length, before });
    before += length;
  }
  return plans;
};

/** Lives the life of one county. In one thread the same plan goes the same way. */
export const runCounty = async (plan: Plan, ground: Ground): Promise<Told> => {
  const { seed, steps, place, before } = plan;
  const chance = createChance(seed);
  const turns = ground.takeTurns(createChance(seed + 1));
  const counts: Counts = {
    ...{ conflicts: 0, refusals: 0, contributions: 0, crashes: 0, faults: 0 },
    ...{ restores: 0, erasures: 0 },
  };
  const wrongs: Wrongs = { lost: 0, leaked: 0, diverged: 0 };
  const story: Event[] = [];
  let step = before;
  let failure: Failure | undefined;
  const notes: Pick<County, 'tell' | 'accuse'> = {
    tell: (...words) => void story.push({ step, words }),
    accuse: (wrong, sentence, clues) => {
      wrongs[wrong] += 1;
      failure ??= { place, step, sentence: `${wrong}: ${sentence}`, trace: traceOf(story, clues) };
    },
  };
  try {
    const county = await openCounty(chance, ground, turns, plan, { counts, wrongs }, notes);
    try {
      for (; step < before + steps; step += 1) {
        await takeStep(county);
        if (chance.under(QUIET_AFTER) === 0) await quietPoint(county);
      }
      await quietPoint(county);
      for (const tablet of county.tablets) await searchDisk(county, tablet);
    } catch (error) {
      const trace = traceOf(story, ['']);
      throw new Error(`Step ${step}, in county ${place}, threw.\n${trace.join('\n')}`, { cause: error });
    } finally {
      await closeCounty(county);
    }
    return { counties: 1, edits: county.oracle.count(), ...counts, ...wrongs, failure };
  } finally {
    turns.end();
  }
};

/** What all counties of a run tell, in their order. */
export const summed = ({ seed, steps, devices }: Options, told: readonly Told[]): Outcome => {
  const sum = (what: keyof Omit<Told, 'failure'>): number =>
    told.reduce((total, each) => total + each[what], 0);
  return {
    ...{ seed, steps, devices, counties: told.length, edits: sum('edits') },
    ...{ conflicts: sum('conflicts'), refusals: sum('refusals'), contributions: sum('contributions') },
    ...{ crashes: sum('crashes'), faults: sum('faults'), restores: sum('restores') },
    ...{ erasures: sum('erasures'), lost: sum('lost'), leaked: sum('leaked'), diverged: sum('diverged') },
    failures: told.flatMap(({ failure }) => failure ?? []),
  };
};

/** Runs so many steps from a seed, one county after the other. */
export const simulate = async (options: Options, ground: Ground): Promise<Outcome> => {
  const told: Told[] = [];
  for (const plan of plansOf(options)) told.push(await runCounty(plan, ground));
  return summed(options, told);
};
