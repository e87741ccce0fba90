// What a proof is: it tries something often and counts what failed, and shows that it would have seen a fault.

/** How a proof is asked to run. */
export type Asked = {
  readonly seed: number;
  /** How often it tries; undefined: as often as the proof finds right. */
  readonly runs: number | undefined;
  /** A sample of it, within a minute or two. */
  readonly isShort: boolean;
  /** Tells whoever waits how far it has come. */
  readonly say: (line: string) => void;
};

export type Tally = { readonly tried: number; readonly failed: number };

export type Proof = {
  readonly name: string;
  /** What it proves, for the list. */
  readonly sentence: string;
  readonly attempt: (asked: Asked) => Promise<Tally>;
  /** Whether the same proof, run on a house with a planted fault, fails. */
  readonly control: (asked: Asked) => Promise<boolean>;
};

/** How often it is tried: as asked, else by the proof's own measure. */
export const runsOf = ({ runs, isShort }: Asked, long: number, short: number): number =>
  runs ?? (isShort ? short : long);

/** This machine does not let the proof be run: that is said, and outside of CI it is no failure. */
export class CannotRun extends Error {}
