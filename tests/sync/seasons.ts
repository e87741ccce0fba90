// Seasons of a simulated county: for a while some things happen often, some hardly, and some not at all.
// What goes wrong seldom goes wrong where rare things meet, and in an even mixture they hardly ever do (Groce et al.,
// "Swarm Testing", ISSTA 2012).
import type { Chance } from './chance.ts';

/** Things that may happen, each as often as its weight says in an even season. */
export type Mixture<T> = readonly (readonly [weight: number, thing: T])[];

/** By how much a season changes the weight of what is rare. */
const RARE = [0, 0.3, 1, 1, 3, 8];
/** And of what is frequent, from a tenth of a mixture on: everything rests on it, so it never stops. */
const FREQUENT = [0.3, 1, 1, 3];
const TENTH = 0.1;

/** At how many places people write, and on how many cases they work: the fewer, the more they meet. */
const PLACES = [1, 2, 5];
const CASES = [1, 2, 9];
/** How likely a letter or an answer is lost: mostly seldom, and for weeks almost always. */
const LOSSES = [0.08, 0.08, 0.08, 0.4, 0.9];
/** How long a season is, in steps. */
const SHORTEST = 100;
const LONGEST = 1_000;

export type Season = {
  /** How much more or less often than usual each thing happens; drawn when it is first asked for. */
  readonly factors: Map<unknown, number>;
  readonly places: number;
  readonly cases: number;
  readonly loss: number;
  stepsLeft: number;
};

/** Draws a season. */
export const newSeason = (chance: Chance): Season => ({
  factors: new Map(),
  places: chance.pick(PLACES) ?? 1,
  cases: chance.pick(CASES) ?? 1,
  loss: chance.pick(LOSSES) ?? 0,
  stepsLeft: SHORTEST + chance.under(LONGEST - SHORTEST),
});

/** One thing of a mixture, as often as the season has it. */
export const pickIn = <T>({ factors }: Season, chance: Chance, mixture: Mixture<T>): T | undefined => {
  const sum = mixture.reduce((total, [weight]) => total + weight, 0);
  return chance.weighed(
    mixture.map(([weight, thing]) => {
      const factor = factors.get(thing) ?? chance.pick(weight < sum * TENTH ? RARE : FREQUENT) ?? 1;
      factors.set(thing, factor);
      return [weight * factor, thing] as const;
    }),
  );
};
