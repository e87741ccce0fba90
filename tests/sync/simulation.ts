// The simulation: county after county of real stores, rounds and a real server, under everything that may go wrong.
import { PAGE_BYTES } from '#server/pull.ts';
import { createChance, type Chance } from './chance.ts';
import type { County, Counts, Person, Wrongs } from './county.ts';
import type { Ground, Turns } from './ground.ts';
import { createOracle } from './oracle.ts';
import { quietPoint } from './quiet.ts';
import { step } from './steps.ts';
import { killTabs, newTablet } from './tablet.ts';

export type Options = {
  readonly seed: number;
  readonly steps: number;
  readonly devices: number;
};

/** The first thing that went wrong, and what led to it. */
export type Failure = { readonly step: number; readonly sentence: string; readonly trace: readonly string[] };

/** `lost`, `leaked`, `diverged` must be 0. */
export type Outcome = Options &
  Counts &
  Wrongs & {
    readonly counties: number;
    readonly edits: number;
    readonly failure: Failure | undefined;
  };

/** How long a county lives, in steps, and how often it comes to rest. */
const SHORTEST = 2_000;
const LONGEST = 16_000;
const QUIET_AFTER = 1_500;
const TRACE = 80;
/** How much the server tells in one answer, in bytes: in some counties a round has many pages. */
const PAGES = [1_500, 12_000, PAGE_BYTES];

type Told = { readonly step: number; readonly words: readonly (string | number)[] };

/** What happened that has to do with any of these clues, the latest last. */
const traceOf = (story: readonly Told[], clues: readonly string[]): readonly string[] => {
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
    limitsIds: new Set(),
    // The first program knew nothing of restored servers.
    weather: { handsOver: chance.happens(0.6), restores, beganEarly: !restores && chance.happens(0.5) },
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

/** Runs so many steps from a seed. In one process the same seed goes the same way. */
export const simulate = async (options: Options, ground: Ground): Promise<Outcome> => {
  const { seed, steps } = options;
  const chance = createChance(seed);
  const turns = ground.takeTurns(createChance(seed + 1));
  const counts: Counts = {
    ...{ conflicts: 0, refusals: 0, contributions: 0, crashes: 0, faults: 0 },
    ...{ restores: 0, erasures: 0 },
  };
  const wrongs: Wrongs = { lost: 0, leaked: 0, diverged: 0 };
  let [done, counties, edits] = [0, 0, 0];
  let failure: Failure | undefined;
  try {
    while (done < steps) {
      const story: Told[] = [];
      const notes: Pick<County, 'tell' | 'accuse'> = {
        tell: (...words) => void story.push({ step: done, words }),
        accuse: (wrong, sentence, clues) => {
          wrongs[wrong] += 1;
          failure ??= { step: done, sentence: `${wrong}: ${sentence}`, trace: traceOf(story, clues) };
        },
      };
      const county = await openCounty(chance, ground, turns, options, { counts, wrongs }, notes);
      counties += 1;
      const end = Math.min(steps, done + SHORTEST + chance.under(LONGEST - SHORTEST));
      try {
        while (done < end) {
          await step(county);
          done += 1;
          if (chance.under(QUIET_AFTER) === 0 || done === end) await quietPoint(county);
        }
      } catch (error) {
        const trace = traceOf(story, ['']);
        throw new Error(`Step ${done} of seed ${seed} threw.\n${trace.join('\n')}`, { cause: error });
      } finally {
        edits += county.oracle.count();
        await closeCounty(county);
      }
    }
  } finally {
    turns.end();
  }
  return { seed, steps, devices: options.devices, counties, edits, ...counts, ...wrongs, failure };
};
