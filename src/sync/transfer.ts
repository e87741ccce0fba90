// Keeps this device in step: soon after a save, when the network or the screen comes back, and now and then. One tab leads.
import type { Result } from '#domain/result.ts';
import type { CallFailure } from './http.ts';

/** How the transfer does. `offline`: no answer; work goes on. `signed-out`: the server wants the password again. */
export type TransferState = 'resting' | 'running' | 'offline' | 'signed-out' | 'trouble';

export type Transfer = {
  readonly state: () => TransferState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs a round now, whatever the plan was. */
  readonly now: () => Promise<void>;
  /** Something was saved: a round follows soon. */
  readonly soon: () => void;
  readonly stop: () => void;
};

export type TransferPorts = {
  readonly round: () => Promise<Result<void, CallFailure>>;
  /** Two tabs of this device are one device: the name of the lock that the leading one holds (S14). */
  readonly lockName: string;
};

/** Milliseconds: after a save; between looks at the server while the screen is seen; while nothing answers. */
const SOON = 300;
const OFTEN = 3_000;
const SELDOM = 10_000;

const stateOf = (failure: CallFailure): TransferState => {
  if (failure.type === 'no-connection') return 'offline';
  return failure.type === 'not-signed-in' ? 'signed-out' : 'trouble';
};

/** Starts keeping in step. A leading tab that the browser froze loses nothing: the lock only avoids double work. */
export const startTransfer = ({ round, lockName }: TransferPorts): Transfer => {
  let state: TransferState = 'resting';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let isAgain = false;
  let isStopped = false;
  const listeners = new Set<() => void>();
  const become = (next: TransferState): void => {
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const plan = (pause: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void run(), pause);
  };
  const runOnce = async (): Promise<void> => {
    if (state === 'resting') become('running');
    const result = await round();
    if (!isStopped) become(result.ok ? 'resting' : stateOf(result.error));
  };
  const run = async (): Promise<void> => {
    if (running !== undefined) {
      isAgain = true;
      return running;
    }
    const isSeen = document.visibilityState === 'visible';
    running = navigator.locks
      .request(lockName, isSeen ? {} : { ifAvailable: true }, async (lock) => {
        if (lock !== null && !isStopped) await runOnce();
      })
      .catch(() => become('trouble'));
    await running;
    running = undefined;
    if (isAgain) {
      isAgain = false;
      plan(0);
    } else if (document.visibilityState === 'visible') plan(state === 'resting' ? OFTEN : SELDOM);
  };
  const wake = (): void => plan(0);
  const seen = (): void => {
    if (document.visibilityState === 'visible') plan(0);
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', seen);
  plan(0);
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: run,
    soon: () => plan(SOON),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', seen);
    },
  };
};
