// Passwords: hashed slowly with Argon2id, never stored, never logged.
import { hash, verify } from '@node-rs/argon2';
import { SHORTEST_PASSWORD } from '#protocol/session.ts';
import { isGuessable } from './guessable.ts';
import { createReadableSecret } from './secrets.ts';

/** 64 MiB, 3 passes: about 80 ms. @node-rs/argon2 takes Argon2id where nothing else is said. */
const fullCost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** Node has four threads for such work: one stays free for reading files and packing answers. */
const AT_ONCE = 3;

/** At most so many pieces of work at once; the others wait in line. */
const createLine = (places: number) => {
  let free = places;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
};

export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  /** Whether a password belongs to a hash. Without a hash it takes as long, and is false: nobody learns who has an account. */
  readonly matches: (hash: string | undefined, password: string) => Promise<boolean>;
};

/**
 * @param pepper a secret that stands in the environment: a stolen database alone is of no use to who guesses
 * @param cost less only in tests that are about something else
 */
export const createPasswords = (pepper?: string, cost = fullCost): Passwords => {
  const inLine = createLine(AT_ONCE);
  const options = pepper === undefined ? cost : { ...cost, secret: Buffer.from(pepper) };
  const hashOf = (password: string) => inLine(() => hash(password.normalize('NFKC'), options));
  const nobodys = hashOf(createReadableSecret());
  return {
    hash: hashOf,
    matches: async (known, password) => {
      const compared = known ?? (await nobodys);
      const isSame = await inLine(() => verify(compared, password.normalize('NFKC'), options));
      return isSame && known !== undefined;
    },
  };
};

/** Why a password is not taken. */
export type Weakness = 'password-too-short' | 'password-guessable';

/**
 * What is wrong with a password that somebody has chosen; undefined if it is taken.
 * @param about what is known of its person and her office: login, name, county
 */
export const weaknessOf = (password: string, about: readonly string[]): Weakness | undefined => {
  if ([...password.normalize('NFKC')].length < SHORTEST_PASSWORD) return 'password-too-short';
  return isGuessable(password, about) ? 'password-guessable' : undefined;
};
