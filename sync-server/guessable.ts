// Whether a password is among those that somebody would try first (NIST SP 800-63B-4, 3.1.1.2: a blocklist with context-specific
// words, and no rules of composition).
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Fewer guesses than this, as a power of ten, and Argon2id makes them too cheap: 10^10 take 25 years of one processor. */
const LEAST_GUESSES = 10;
/** What is longer is looked at so far. */
const LONGEST = 100;
/** Words that stand on every screen and every door here. */
const HERE = [
  ...['geleit', 'passwort', 'kennwort', 'landkreis', 'kreis', 'stadt', 'landratsamt', 'referat', 'migration'],
  ...[
    'teilhabe',
    'integration',
    'übergangsmanagement',
    'fallmanagement',
    'flüchtlinge',
    'geflüchtete',
    'asyl',
  ],
];

let known: ZxcvbnFactory | undefined;

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/**
 * Tells whether a password is easily guessed.
 * @param about what is known of its person and her office: login, name, county
 */
export const isGuessable = (password: string, about: readonly string[]): boolean => {
  // Its dictionaries are read when the first password is chosen, not when the server starts.
  known ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LONGEST });
  const words = [...HERE, ...about.flatMap(wordsOf)].map((word) => word.toLocaleLowerCase('de'));
  // What stands between words makes none of them harder to guess.
  const plain = password.normalize('NFKC').replaceAll(/\s+/gu, '');
  return known.check(plain, words).guessesLog10 < LEAST_GUESSES;
};
