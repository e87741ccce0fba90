// Slows down whoever guesses: each wrong try makes the next one wait longer, and nobody is ever locked out for good.

/** `free` tries cost nothing; from then on the wait doubles, from a second to `longest` milliseconds. */
export type Pace = { readonly free: number; readonly longest: number };

const MINUTE = 60_000;
/** Guessing one person's password from one place is slowed hard; a whole county behind one address only a little. */
export const paces = {
  accountFromAddress: { free: 5, longest: 15 * MINUTE },
  account: { free: 20, longest: MINUTE },
  address: { free: 100, longest: MINUTE },
} as const satisfies Record<string, Pace>;

/** After this long without a wrong try, it is forgotten. */
const FORGOTTEN_AFTER = 120 * MINUTE;
const MOST_ENTRIES = 20_000;
/** So long a place where somebody came in with the right password counts as hers. */
const KNOWN_FOR = 30 * 24 * 60 * MINUTE;
const MOST_PLACES = 20_000;

type Entry = { readonly tries: number; readonly last: number };
export type Try = { readonly key: string; readonly pace: Pace };

export type Throttle = {
  /** Counts a try before it is looked at, so that a thousand at once do not slip through. Milliseconds to wait, or 0: go on. */
  readonly begin: (tries: readonly Try[]) => number;
  /** The try was right: it and the wrong ones before it are forgotten, except those of the address. */
  readonly succeed: (tries: readonly Try[]) => void;
};

const waitAfter = (tries: number, { free, longest }: Pace): number =>
  tries < free ? 0 : Math.min(longest, 1000 * 2 ** (tries - free));

const keepNewest = (map: Map<string, unknown>, most: number): void => {
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
};

/**
 * Slows down. Where somebody came in before, strangers who guess her password elsewhere do not keep her waiting: there only
 * what is tried from that place counts (docs/decisions/0023).
 * @param now the clock, in milliseconds
 */
export const createThrottle = (now: () => number): Throttle => {
  const entries = new Map<string, Entry>();
  /** When somebody last came in from where. Right passwords alone add to it, so nobody can push hers out. */
  const places = new Map<string, number>();
  const countedOf = (tries: readonly Try[]): readonly Try[] => {
    const isKnown = tries.some(({ key }) => now() - (places.get(key) ?? -Infinity) < KNOWN_FOR);
    return isKnown ? tries.filter(({ pace }) => pace !== paces.account) : tries;
  };
  const entryOf = (key: string): Entry => {
    const entry = entries.get(key);
    return entry === undefined || now() - entry.last > FORGOTTEN_AFTER ? { tries: 0, last: 0 } : entry;
  };
  return {
    begin: (tries) => {
      const counted = countedOf(tries);
      const waits = counted.map(({ key, pace }) => {
        const { tries: before, last } = entryOf(key);
        return last + waitAfter(before, pace) - now();
      });
      const wait = Math.max(0, ...waits);
      if (wait > 0) return wait;
      for (const { key } of counted) {
        const { tries: before } = entryOf(key);
        entries.delete(key);
        entries.set(key, { tries: before + 1, last: now() });
      }
      keepNewest(entries, MOST_ENTRIES);
      return 0;
    },
    succeed: (tries) => {
      for (const { key, pace } of countedOf(tries)) {
        const entry = entries.get(key);
        if (entry === undefined) continue;
        if (pace === paces.address) entries.set(key, { ...entry, tries: entry.tries - 1 });
        else entries.delete(key);
      }
      for (const { key, pace } of tries) {
        if (pace !== paces.accountFromAddress) continue;
        places.delete(key);
        places.set(key, now());
      }
      keepNewest(places, MOST_PLACES);
    },
  };
};

/** What counts as one place: an IPv4 address, or the first half of an IPv6 one, which is all one household's. */
export const addressOf = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return mapped ?? ip;
  const [before = '', after] = ip.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const middle = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...middle, ...tail].slice(0, 4).join(':');
};
