// The network of a simulated county: letters lie in it until chance delivers, loses, doubles or forgets them.
import { fail } from '#domain/result.ts';
import type { SyncRequest } from '#protocol/sync.ts';
import type { Answer } from './server.ts';
import type { Tab } from './tablet.ts';

/** A request under way, and its answer once the server has given one. */
export type Letter = {
  readonly user: string;
  readonly request: SyncRequest;
  /** The tab that waits for the answer; undefined for a double, or when nobody waits any more. */
  tab: Tab | undefined;
  /** What its tab had not sent of what was to leave, when it wrote the letter. */
  readonly owed: Tab['owed'];
  readonly answer: (answer: Answer) => void;
  response: Answer | undefined;
};

export type Post = {
  /** Requests on their way to the server, and answers on their way back. */
  readonly up: Letter[];
  readonly down: Letter[];
};

export const noConnection: Answer = fail({ type: 'no-connection' });

/** More than this lies around no longer than a router keeps it. */
const MOST_LETTERS = 40;

/** Lays a letter into the network. */
export const postLetter = (post: Post, letter: Letter): void => {
  post.up.push(letter);
  if (post.up.length > MOST_LETTERS) {
    const old = post.up.findIndex(({ tab }) => tab === undefined);
    if (old >= 0) post.up.splice(old, 1);
  }
};

/** The same request once more: it may arrive much later, and nobody waits for its answer. */
export const doubleOf = (letter: Letter): Letter => ({
  ...letter,
  tab: undefined,
  answer: () => undefined,
});

/** Takes a letter out; the one at the place given by chance, so that letters overtake each other. */
export const takeLetter = (letters: Letter[], place: number): Letter | undefined =>
  letters.splice(place, 1)[0];

/** The tabs of a dead tablet wait for nothing any more; what they had sent still travels. */
export const orphan = (post: Post, tabs: readonly Tab[]): void => {
  for (const letter of post.up) {
    if (letter.tab !== undefined && tabs.includes(letter.tab)) letter.tab = undefined;
  }
  for (let place = post.down.length - 1; place >= 0; place -= 1) {
    const tab = post.down[place]?.tab;
    if (tab !== undefined && tabs.includes(tab)) post.down.splice(place, 1);
  }
};
