// The line on which the server says that something is new: kept open, opened again after a break, and never asked in a hurry.
import { HEARTBEAT, liveWordSchema } from '#protocol/live.ts';

export type Live = {
  /** Wants the line from now on; nothing happens if it is open or on its way. */
  readonly open: () => void;
  /** The server answers after it was away: a line that waits for its next attempt makes it now. */
  readonly hurry: () => void;
  readonly isOpen: () => boolean;
  /** Wants it no more. */
  readonly close: () => void;
};

export type LivePorts = {
  /** Asks for the line of this device; a network of its own in tests. */
  readonly connect: (signal: AbortSignal) => Promise<Response>;
  /** Something is new, or may have become new while the line was cut. */
  readonly news: () => void;
  /** The line was opened or lost. */
  readonly changed: () => void;
  /** A number from 0 to 1, so that many devices do not come back in the same moment. */
  readonly random: () => number;
};

/** Milliseconds: the pauses before trying again, shortest and longest; and after another tab or device took the line. */
const SHORTEST = 1_000;
const LONGEST = 60_000;
/** Silence for longer than this means that the line is dead, whatever the system says. */
const SILENCE = HEARTBEAT * 2.5;

/** `refused`: only a sync can tell why, and after one the line is wanted again. `cut`: the network, or a server that stops. */
type End = 'refused' | 'cut' | 'replaced' | 'ended';

/** Reads words off a stream until it ends; `heard` is called for every piece, also for a sign of life. */
const readWords = async (
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  heard: () => void,
  news: () => void,
): Promise<End> => {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    heard();
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const word = liveWordSchema.safeParse(line.replace(/^event: /, ''));
      if (!word.success) continue;
      if (word.data === 'news') news();
      else return word.data;
    }
  }
  return 'cut';
};

/** The line of one device. Every way it can end is expected. */
export const createLive = ({ connect, news, changed, random }: LivePorts): Live => {
  let isWanted = false;
  let isOpen = false;
  let control = new AbortController();
  let failures = 0;
  /** Ends the pause before the next attempt, if one is under way. */
  let cutPause = (): void => undefined;

  const become = (open: boolean): void => {
    if (open === isOpen) return;
    isOpen = open;
    changed();
  };
  const pause = (length: number, { signal }: AbortController): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        cutPause = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, length * (0.5 + random()));
      cutPause = done;
      signal.addEventListener('abort', done);
    });
  /** `proven`: the line has lasted for two signs of life. One that opens and breaks at once is no reason to hurry. */
  const listenOnce = async (outer: AbortController, opened: () => void, proven: () => void): Promise<End> => {
    const attempt = new AbortController();
    const give = (): void => attempt.abort();
    outer.signal.addEventListener('abort', give);
    let watch = setTimeout(give, SILENCE);
    let signs = 0;
    const heard = (): void => {
      signs += 1;
      if (signs > 1) proven();
      clearTimeout(watch);
      watch = setTimeout(give, SILENCE);
    };
    try {
      const answer = await connect(attempt.signal);
      if (!answer.ok || answer.body === null) return answer.status >= 500 ? 'cut' : 'refused';
      opened();
      return await readWords(answer.body, heard, news);
    } catch {
      return 'cut';
    } finally {
      clearTimeout(watch);
      outer.signal.removeEventListener('abort', give);
      attempt.abort();
      become(false);
    }
  };
  const keepOpen = async (mine: AbortController): Promise<void> => {
    failures = 0;
    let isAgain = false;
    while (!mine.signal.aborted) {
      const opened = (): void => {
        become(true);
        if (isAgain) news();
        isAgain = true;
      };
      const end = await listenOnce(mine, opened, () => {
        failures = 0;
      });
      if (mine.signal.aborted) return;
      if (end === 'refused' || end === 'ended') {
        isWanted = false;
        if (end === 'ended') news();
        return;
      }
      await pause(end === 'replaced' ? LONGEST : Math.min(LONGEST, SHORTEST * 2 ** failures), mine);
      failures += 1;
    }
  };

  return {
    open: () => {
      if (isWanted) return;
      isWanted = true;
      control = new AbortController();
      void keepOpen(control);
    },
    hurry: () => {
      failures = 0;
      cutPause();
    },
    isOpen: () => isOpen,
    close: () => {
      isWanted = false;
      control.abort();
      become(false);
    },
  };
};
