// What every entry of every code list has: a stable key, and how long it may be chosen.

/** An entry of a code list. Keys are never renamed and never used again; what they are called is in locales. */
export type Code = {
  readonly code: string;
  /** The first and the last day on which it may be chosen for something new, where there is one. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Readable in old files, not chosen any more, also where no last day is known. */
  readonly historic?: true;
  /** Kept readable if it comes from elsewhere, never offered: it would tell what must not be recorded (§2.4). */
  readonly never?: true;
  /** Not among the first choices of a list. */
  readonly restricted?: true;
  /** Extremely sensitive: shown in full to the case team only, elsewhere as something more general. */
  readonly masked?: true;
};
