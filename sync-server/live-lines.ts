// The open lines of the devices: who hears that something is new, by exactly what a sync of hers would bring.
import type { LiveWord } from '#protocol/live.ts';
import { scopeOf } from './case-access.ts';
import type { News } from './news.ts';
import type { Sessions } from './sessions.ts';
import type { Account, Reading, Storage } from './storage/storage.ts';

/** A device that listens. */
export type Line = {
  readonly device: string;
  /** The session it came with: when it ends, the line ends. */
  readonly tokenHash: string;
  readonly say: (word: LiveWord) => void;
  readonly stillHere: () => void;
  /** Ends the stream; afterwards nothing is said any more. */
  readonly hangUp: () => void;
};

export type LiveLines = {
  /** Opens a line; the answer closes it, when the device has gone. */
  readonly open: (line: Line) => () => void;
  /** The device has been told everything up to this number: of that it needs no hint. */
  readonly told: (device: string, upTo: number) => void;
  /** Says that the server is still there, and ends the lines whose session has run out. */
  readonly beat: () => void;
  readonly closeAll: () => void;
};

/** What is committed within this time is one hint. Milliseconds; an answer that is under way is waited for. */
const TOGETHER = 100;
/** One session is one browser: several devices in it are a profile that was cloned, or somebody who tries things out. */
const MOST_LINES = 4;

/** Whether a sync would bring this device anything after a number: the same question that the pull asks (S9, S10). */
const hasNews = async (
  reading: Reading,
  account: Account,
  device: string,
  after: number,
): Promise<boolean> => {
  if ((await reading.recordsAfter(scopeOf(account), after, 1)).length > 0) return true;
  return (await reading.leaving(device)).some(({ seq }) => seq > after);
};

type Surroundings = {
  readonly storage: Storage;
  readonly news: News;
  readonly sessions: Pick<Sessions, 'accountOf'>;
  /** Gets what went wrong while looking: the lines stay open, and the next commit looks again. */
  readonly failed: (error: unknown) => void;
};

/** The lines of one process. */
export const createLiveLines = ({ storage, news, sessions, failed }: Surroundings): LiveLines => {
  const lines = new Map<string, Line>();
  /** Up to which number each device has been told by a sync; one that is not here is asked to look. */
  const toldUpTo = new Map<string, number>();
  /** Up to which number a line has had its hints: the next one takes its place without them. */
  const hintedUpTo = new WeakMap<Line, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;

  const end = (line: Line, word: LiveWord): void => {
    if (lines.get(line.device) === line) lines.delete(line.device);
    line.say(word);
    line.hangUp();
  };
  const lookFor = async (reading: Reading, line: Line, head: number): Promise<void> => {
    const account = await sessions.accountOf(reading, line.tokenHash);
    if (account === undefined) return end(line, 'ended');
    const after = Math.max(toldUpTo.get(line.device) ?? -1, hintedUpTo.get(line) ?? -1);
    if (after >= head) return undefined;
    const isNew = after < 0 || (await hasNews(reading, account, line.device, after));
    if (lines.get(line.device) !== line) return undefined;
    hintedUpTo.set(line, head);
    if (isNew) line.say('news');
    return undefined;
  };
  const look = async (): Promise<void> => {
    timer = undefined;
    isLooking = true;
    try {
      await storage.read(async (reading) => {
        const head = await reading.head();
        for (const line of [...lines.values()]) await lookFor(reading, line, head);
      });
    } catch (error) {
      failed(error);
    }
    isLooking = false;
  };
  const lookSoon = (): void => {
    if (lines.size === 0) return;
    timer ??= setTimeout(() => {
      if (!isLooking) return void look();
      timer = undefined;
      lookSoon();
    }, TOGETHER);
  };
  news.listen(lookSoon);

  return {
    open: (line) => {
      const before = lines.get(line.device);
      if (before !== undefined) end(before, 'replaced');
      const ofSession = [...lines.values()].filter(({ tokenHash }) => tokenHash === line.tokenHash);
      for (const oldest of ofSession.slice(0, Math.max(0, ofSession.length - MOST_LINES + 1)))
        end(oldest, 'replaced');
      lines.set(line.device, line);
      lookSoon();
      return () => {
        if (lines.get(line.device) === line) lines.delete(line.device);
      };
    },
    told: (device, upTo) => {
      toldUpTo.set(device, Math.max(upTo, toldUpTo.get(device) ?? 0));
    },
    beat: () => {
      for (const line of lines.values()) line.stillHere();
      lookSoon();
    },
    closeAll: () => {
      clearTimeout(timer);
      for (const line of [...lines.values()]) line.hangUp();
      lines.clear();
    },
  };
};
