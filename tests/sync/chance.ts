// Chance that repeats itself: the same seed gives the same run.

/** Random numbers from a seed (mulberry32). */
export type Chance = {
  /** A whole number from 0 up to, not including, `below`. */
  readonly under: (below: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  /** One of several things, each as often as its weight says. */
  readonly weighed: <T>(list: readonly (readonly [weight: number, thing: T])[]) => T | undefined;
};

/** Makes chance from a seed. */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const under = (below: number): number => Math.floor(next() * below);
  return {
    under,
    happens: (probability) => next() < probability,
    pick: (list) => list[under(list.length)],
    weighed: (list) => {
      let rest = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, thing] of list) {
        rest -= weight;
        if (rest < 0) return thing;
      }
      return list.at(-1)?.[1];
    },
  };
};
