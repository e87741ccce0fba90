// Which tab of a device leads: one that is seen, and never one that the browser has frozen (S14). Two for a moment do no harm.
import * as z from 'zod/mini';

export type Lead = {
  readonly isMine: () => boolean;
  /** This tab has something to do: it asks who leads, and takes over from one that is hidden or does not answer. */
  readonly ask: () => void;
  readonly stop: () => void;
};

/** What the browser offers to the tabs of a device; tests bring several tabs of one process. */
export type LeadWorld = {
  readonly locks: Pick<LockManager, 'request'>;
  /** Reaches the other tabs, and not this one. */
  readonly channel: BroadcastChannel;
  /** Whether a person can see this tab. */
  readonly isSeen: () => boolean;
};

/** How long a leader may take to answer, in milliseconds, before it counts as frozen. */
const PATIENCE = 2_000;

const wordSchema = z.object({ lead: z.enum(['who', 'stays', 'yours']) });
type Word = z.infer<typeof wordSchema>;

/**
 * Every tab waits for one lock. Who holds it leads; when it closes or crashes, the next one in the queue does. A tab that
 * is seen and does not lead asks: a leader that is seen as well stays; one that is hidden, or silent, loses the lock.
 * @param changed is called when this tab begins or ceases to lead
 */
export const startLead = (name: string, { locks, channel, isSeen }: LeadWorld, changed: () => void): Lead => {
  let isMine = false;
  let isStopped = false;
  let impatience: ReturnType<typeof setTimeout> | undefined;
  let queued = new AbortController();
  let release: () => void = () => undefined;

  const say = (lead: Word['lead']): void => {
    const word: Word = { lead };
    channel.postMessage(word);
  };
  const become = (mine: boolean): void => {
    clearTimeout(impatience);
    impatience = undefined;
    if (mine === isMine) return;
    isMine = mine;
    changed();
  };
  const hold = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    become(true);
    return new Promise((resolve) => {
      release = resolve;
    });
  };
  const wait = (): void => {
    if (isStopped) return;
    queued = new AbortController();
    const { signal } = queued;
    locks.request(name, { signal }, hold).catch(() => {
      if (!signal.aborted) lost();
    });
  };
  /** Another tab took the lock: from now on this one waits again. */
  const lost = (): void => {
    become(false);
    wait();
  };
  const takeOver = (): void => {
    clearTimeout(impatience);
    impatience = undefined;
    if (isStopped || isMine || !isSeen()) return;
    queued.abort();
    locks.request(name, { steal: true }, hold).catch(lost);
  };
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const word = wordSchema.safeParse(data);
    if (!word.success) return;
    if (word.data.lead === 'who') {
      if (isMine) say(isSeen() ? 'stays' : 'yours');
    } else if (impatience !== undefined) {
      if (word.data.lead === 'yours') return takeOver();
      clearTimeout(impatience);
      impatience = undefined;
    }
  };
  channel.addEventListener('message', hear);
  wait();

  return {
    isMine: () => isMine,
    ask: () => {
      if (isMine || isStopped || !isSeen() || impatience !== undefined) return;
      impatience = setTimeout(takeOver, PATIENCE);
      say('who');
    },
    stop: () => {
      isStopped = true;
      clearTimeout(impatience);
      channel.removeEventListener('message', hear);
      queued.abort();
      isMine = false;
      release();
    },
  };
};
