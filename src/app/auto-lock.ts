// Locking by itself: after a while without a hand, or out of sight. All tabs of a vault count as one.

/** Without a hand for so long, in milliseconds. */
export const LONGEST_REST = 5 * 60_000;
/** Out of sight for so long, in milliseconds. */
export const LONGEST_UNSEEN = 30_000;

/** How often a tab looks, and tells the others of itself, in milliseconds. */
const LOOK = 1_000;
const TELL = 5_000;

/** What the browser tells of this tab and of its person; tests bring their own. */
export type LockWorld = {
  /** The wall clock in milliseconds: one that goes on while the device sleeps. */
  readonly now: () => number;
  /** Whether a person can see this tab. */
  readonly isSeen: () => boolean;
  /** Calls when the tab is seen or is seen no more; the answer ends it. */
  readonly onSight: (told: () => void) => () => void;
  /** Calls whenever a hand touches, moves or types; the answer ends it. */
  readonly onHand: (told: () => void) => () => void;
  /** Reaches the other tabs of this vault, and not this one. */
  readonly channel: Pick<
    BroadcastChannel,
    'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'
  >;
};

type Tidings = { readonly hand: number; readonly sight: number };

const momentIn = (data: unknown, name: keyof Tidings): number => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
  return typeof value === 'number' ? value : 0;
};

/**
 * Watches until it is stopped, and locks once.
 * @param lock is called when it is time; the tab that calls it tells the others
 */
export const startAutoLock = (world: LockWorld, lock: () => void): { readonly stop: () => void } => {
  const { now, isSeen, channel } = world;
  /** When a hand, and when an eye, was last on any tab. */
  let last: Tidings = { hand: now(), sight: now() };
  let told = 0;
  let isStopped = false;

  const stop = (): void => {
    isStopped = true;
    clearInterval(watch);
    channel.removeEventListener('message', hear);
    channel.close();
    for (const end of ends) end();
  };
  /** A clock that was set back must not keep a tablet open for hours. */
  const since = (moment: number): number => now() - Math.min(moment, now());
  const look = (): void => {
    if (isStopped) return;
    if (since(last.hand) >= LONGEST_REST || since(last.sight) >= LONGEST_UNSEEN) {
      stop();
      return lock();
    }
    last = { hand: Math.min(last.hand, now()), sight: isSeen() ? now() : Math.min(last.sight, now()) };
    if (since(told) < TELL) return;
    told = now();
    channel.postMessage(last);
  };
  const hear = ({ data }: MessageEvent<unknown>): void => {
    last = {
      hand: Math.max(last.hand, momentIn(data, 'hand')),
      sight: Math.max(last.sight, momentIn(data, 'sight')),
    };
  };
  channel.addEventListener('message', hear);
  const watch = setInterval(look, LOOK);
  const ends = [
    // Whoever comes back to a tablet that slept meets the lock, and not what stood there.
    world.onSight(look),
    world.onHand(() => {
      look();
      last = { ...last, hand: now() };
    }),
  ];
  return { stop };
};
