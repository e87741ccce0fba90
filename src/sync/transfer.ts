// Keeps this device in step: soon after a save, when the server says that something is new, when network or screen come back. One tab leads.
import * as z from 'zod/mini';
import type { Result } from '#domain/result.ts';
import type { CallFailure } from './http.ts';
import { startLead, type LeadWorld } from './lead.ts';
import { createLive, type LivePorts } from './live.ts';

/**
 * How the transfer does. `offline`: no answer; work goes on. `signed-out`: the server wants the password again. `outdated`:
 * it takes what this program sends and answers only a newer one.
 */
export const transferStates = ['resting', 'running', 'offline', 'signed-out', 'outdated', 'trouble'] as const;
export type TransferState = (typeof transferStates)[number];

export type Transfer = {
  readonly state: () => TransferState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs a round now and in this tab, whatever the plan was and whoever leads. */
  readonly now: () => Promise<void>;
  /** Something was saved: a round follows soon. */
  readonly soon: () => void;
  readonly stop: () => void;
};

export type TransferPorts = {
  readonly round: () => Promise<Result<void, CallFailure>>;
  /** Opens the line on which the server says that something is new. */
  readonly connect: LivePorts['connect'];
  readonly random: () => number;
  /** This tab is seen again, or another one took its place while it was frozen: it may have missed what others told. */
  readonly woke: () => void;
  /** Two tabs of this device are one device: the name under which they find each other (S14). */
  readonly name: string;
};

/** What the browser offers: tests bring several tabs of one process. */
export type TransferWorld = LeadWorld & {
  /** Calls when this tab is seen again, and when the network is back; the answer ends that. */
  readonly onSeen: (told: () => void) => () => void;
  readonly onNetwork: (told: () => void) => () => void;
};

/**
 * Milliseconds. After a save. While the line is open nobody asks, but once in a while, so that a server which forgot us
 * is noticed. Without a line the leading tab asks, first soon after it was cut. While nothing answers. A tab that is not
 * seen has time, and so has whoever must give the password first.
 */
const SOON = 300;
const SELDOM = 300_000;
const WITHOUT_LINE = 15_000;
const CUT = 1_000;
const UNANSWERED = 10_000;
const UNSEEN = 60_000;
/** A tab that is seen and follows makes sure this often that somebody leads. It costs no request. */
const LOOK_FOR_LEADER = 15_000;

const stateOf = (failure: CallFailure): TransferState => {
  if (failure.type === 'no-connection') return 'offline';
  if (failure.type === 'client-too-old') return 'outdated';
  return failure.type === 'not-signed-in' ? 'signed-out' : 'trouble';
};

const tidingsSchema = z.object({ transfer: z.enum(transferStates) });

/** Starts keeping in step. Only the leading tab does so by itself and holds the line; the others show what it tells. */
export const startTransfer = (
  { round, connect, random, woke, name }: TransferPorts,
  world: TransferWorld,
): Transfer => {
  const { channel, isSeen } = world;
  let state: TransferState = 'resting';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next round is planned, by the clock that nobody can set. */
  let due = Infinity;
  let running: Promise<void> | undefined;
  let isAgain = false;
  let isStopped = false;
  const listeners = new Set<() => void>();

  const become = (next: TransferState): void => {
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const unplan = (): void => {
    clearTimeout(timer);
    due = Infinity;
  };
  /** What is planned for an earlier moment stays planned. */
  const plan = (pause: number): void => {
    const at = performance.now() + pause;
    if (isStopped || !lead.isMine() || at >= due) return;
    unplan();
    due = at;
    timer = setTimeout(() => void run(), pause);
  };
  const planNext = (): void => {
    if (isAgain) plan(0);
    else if (state === 'signed-out') plan(UNSEEN);
    else if (state !== 'resting') plan(isSeen() ? UNANSWERED : UNSEEN);
    else if (isSeen()) plan(live.isOpen() ? SELDOM : WITHOUT_LINE);
    isAgain = false;
  };
  const runOnce = async (): Promise<void> => {
    const wasAway = state === 'offline';
    if (state === 'resting') become('running');
    const result = await round();
    if (isStopped) return;
    become(result.ok ? 'resting' : stateOf(result.error));
    channel.postMessage({ transfer: state });
    if (!result.ok || !lead.isMine()) return;
    live.open();
    if (wasAway) live.hurry();
  };
  const run = async (): Promise<void> => {
    if (running !== undefined) {
      isAgain = true;
      return running;
    }
    unplan();
    running = runOnce().catch(() => become('trouble'));
    await running;
    running = undefined;
    planNext();
  };

  const live = createLive({
    connect,
    random,
    news: () => void (lead.isMine() && run()),
    // Whoever loses the line looks soon whether there is a network at all, and not in the same moment as everybody else.
    changed: () => plan(live.isOpen() ? SELDOM : CUT * (1 + random())),
  });
  const lead = startLead(name, world, () => {
    if (lead.isMine()) return plan(0);
    unplan();
    live.close();
    woke();
  });
  /** Runs now if this tab leads; else makes sure that one does. */
  const wake = (): void => {
    plan(0);
    lead.ask();
  };
  const seen = (): void => {
    woke();
    wake();
  };
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const told = tidingsSchema.safeParse(data);
    if (!told.success || running !== undefined) return;
    const isBetter = told.data.transfer === 'resting' && state !== 'resting';
    if (!lead.isMine()) become(told.data.transfer);
    else if (isBetter) plan(0);
  };
  channel.addEventListener('message', hear);
  const watch = setInterval(() => lead.ask(), LOOK_FOR_LEADER);
  const ends = [world.onNetwork(wake), world.onSeen(seen)];
  lead.ask();

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: run,
    soon: () => {
      plan(SOON);
      lead.ask();
    },
    stop: () => {
      isStopped = true;
      unplan();
      clearInterval(watch);
      channel.removeEventListener('message', hear);
      channel.close();
      for (const end of ends) end();
      live.close();
      lead.stop();
    },
  };
};
