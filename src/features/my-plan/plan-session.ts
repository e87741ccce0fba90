// How a plan comes onto the phone and stays: exchange once, then by cookie or PIN; offline from the encrypted copy; retrying by itself.
import * as z from 'zod/mini';
import { planViewSchema, type PinTries, type PlanView } from '#protocol/plan-view.ts';
import { COPY_TRIES, type PlanCopy } from '#store/plan-copy.ts';
import type { PlanFailure, PinFailure, PlanPort } from '#sync/plan-port.ts';

/** What the phone knows at this moment. `seen` is when the server last said so. */
export type PlanState =
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly plan: PlanView; readonly seen: string; readonly offline: boolean }
  | PinState
  | { readonly is: 'waiting' | 'offline' | 'used' | 'ended' | 'burnt' | 'removed' | 'broken' };

/** The plan wants its PIN. later: the server tries none just now. checking: one is being tried. */
export type PinState = {
  readonly is: 'pin';
  readonly tries: PinTries;
  readonly note: 'none' | 'wrong' | 'later' | 'checking';
};

/** A plan on this phone: what is known, and what can be asked of it. */
export type PlanSession = {
  readonly state: () => PlanState;
  readonly subscribe: (told: () => void) => () => void;
  /** Asks the server now: at opening, when the network is back, when somebody presses. */
  readonly refresh: () => Promise<void>;
  /** Tries a PIN. */
  readonly enter: (pin: string) => Promise<void>;
  /** The phone is put away, and taken up again: after a while a plan wants its PIN anew. */
  readonly putAway: () => void;
  readonly takeUp: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** The world as the session needs it. `later` calls back after so many milliseconds and can be called off. */
export type PlanWorld = {
  readonly port: PlanPort;
  readonly copy: PlanCopy;
  readonly now: () => string;
  readonly later: (milliseconds: number, call: () => void) => () => void;
};

const keptSchema = z.object({ plan: planViewSchema, seen: z.string() });

/** Growing pauses: 2, 4, 8 … seconds, and never longer than a minute. */
export const pauseAfter = (tries: number): number => Math.min(60_000, 2000 * 2 ** tries);

/** How long a phone may be put away before the PIN is wanted again: time for a call and for the calendar. Milliseconds. */
const REST = 5 * 60_000;

/** The session of one secret. */
export const createPlanSession = (secret: string, { port, copy, now, later }: PlanWorld): PlanSession => {
  let state: PlanState = { is: 'opening' };
  let tries = 0;
  /** What the right PIN made, or one that the server has still to judge: in memory alone. */
  let pin: Awaited<ReturnType<PlanCopy['stretch']>> | undefined;
  let awaySince: string | null = null;
  let callOff: () => void = () => undefined;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: PlanState): void => {
    state = next;
    for (const told of listeners) told();
  };

  /** What it is by now: while somebody waited it may have become something else. */
  const isNow = (): PlanState['is'] => state.is;
  const isRemoved = (): boolean => isNow() === 'removed';

  const show = (text: string): void => {
    const kept = keptSchema.safeParse(JSON.parse(text));
    if (kept.success) become({ is: 'open', ...kept.data, offline: false });
  };

  const showCopy = async (): Promise<void> => {
    if (state.is !== 'opening') return;
    const [left, text] = await Promise.all([copy.triesLeft(secret), copy.open(secret)]);
    if (isNow() !== 'opening') return;
    if (left !== null) become({ is: 'pin', tries: { left, of: COPY_TRIES }, note: 'none' });
    else if (text !== null) show(text);
  };

  /** The keys wait for a hand: no word of the network takes them away. */
  const isAskingForPin = (): boolean => isNow() === 'pin' && pin === undefined;

  const ask = async () => {
    if (pin !== undefined) return port.open(secret, await copy.phoneKey(), pin.proof);
    if (await copy.isSignedIn(secret)) {
      const answer = await port.fetchPlan();
      // the cookie may be gone although the link is alive: the same phone may exchange again
      if (answer.ok || answer.error.type === 'plan-not-reached') return answer;
    }
    return port.exchange(secret, await copy.phoneKey());
  };

  /** The cookie goes as soon as the server can be reached; tried for as long as the page is open. */
  const leave = async (): Promise<void> => {
    if (await port.leave()) return;
    callOff = later(pauseAfter(tries), () => void leave());
    tries += 1;
  };

  const fallForPin = async ({ type, tries: left }: PinFailure): Promise<void> => {
    if (type === 'plan-pin-needed') {
      // a copy has tries of its own, which are tried first
      if (state.is !== 'pin') become({ is: 'pin', tries: left, note: 'none' });
      return;
    }
    pin = undefined;
    await copy.remove(secret);
    become(left.left > 0 ? { is: 'pin', tries: left, note: 'wrong' } : { is: 'burnt' });
  };

  const tryLater = (): void => {
    callOff = later(pauseAfter(tries), () => void refresh());
    tries += 1;
  };

  const fall = async (failure: PlanFailure): Promise<void> => {
    switch (failure.type) {
      case 'plan-pin-needed':
      case 'plan-pin-wrong':
        return fallForPin(failure);
      case 'too-many-tries':
        if (state.is === 'pin') {
          pin = undefined;
          become({ ...state, note: 'later' });
          return;
        }
        become(state.is === 'open' ? { ...state, offline: true } : { is: 'waiting' });
        break;
      case 'plan-link-used':
        become({ is: 'used' });
        return;
      case 'plan-link-ended':
        await copy.remove(secret);
        become({ is: 'ended' });
        return;
      case 'plan-link-unknown':
        if (isAskingForPin()) break;
        become(state.is === 'open' ? { ...state, offline: true } : { is: 'waiting' });
        break;
      case 'plan-not-reached':
        if (isAskingForPin()) break;
        become(
          state.is === 'open'
            ? { ...state, offline: true }
            : { is: state.is === 'waiting' ? 'waiting' : 'offline' },
        );
        break;
    }
    tryLater();
  };

  const once = async (): Promise<void> => {
    callOff();
    if (isRemoved()) return;
    await showCopy();
    const askedWith = pin;
    const answer = await ask();
    // a PIN that was entered meanwhile, or is wanted again, asks anew
    if (isRemoved() || askedWith !== pin) return;
    if (!answer.ok) return fall(answer.error);
    tries = 0;
    const seen = now();
    await copy.keep(secret, JSON.stringify({ plan: answer.value, seen }), pin);
    if (pin === undefined) await copy.markSignedIn(secret);
    if (askedWith !== pin) return;
    become({ is: 'open', plan: answer.value, seen, offline: false });
  };

  const refresh = (): Promise<void> => {
    running ??= once()
      .catch(() => {
        become({ is: 'broken' });
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  /** Asks with what is known by now, after the question under way. */
  const refreshAnew = async (): Promise<void> => {
    await running;
    await refresh();
  };

  const tryPin = async (digits: string): Promise<void> => {
    const tried = await copy.stretch(secret, digits);
    const opened = await copy.openWith(secret, tried);
    if (isNow() !== 'pin') return;
    if (opened !== null && 'left' in opened && opened.left > 0) {
      become({ is: 'pin', tries: { left: opened.left, of: COPY_TRIES }, note: 'wrong' });
      return;
    }
    // After the last wrong one nothing lies here any more: the server has the word, and counts as well.
    if (opened !== null && 'left' in opened) become({ is: 'opening' });
    else pin = tried;
    if (opened !== null && 'text' in opened) show(opened.text);
    await refreshAnew();
  };

  return {
    state: () => state,
    subscribe: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    refresh,
    enter: async (digits) => {
      if (state.is !== 'pin' || state.note === 'checking') return;
      become({ ...state, note: 'checking' });
      await tryPin(digits).catch(() => {
        become({ is: 'broken' });
      });
    },
    putAway: () => {
      awaySince ??= now();
    },
    takeUp: async () => {
      const isRested = awaySince !== null && Date.parse(now()) - Date.parse(awaySince) > REST;
      awaySince = null;
      if (!isRested || pin === undefined) return refresh();
      pin = undefined;
      become({ is: 'opening' });
      await showCopy();
      await refreshAnew();
    },
    remove: async () => {
      callOff();
      // The phone has one cookie: it may be that of another plan.
      const hasCookie = await copy.isSignedIn(secret);
      await copy.remove(secret);
      await copy.keepLanguage(null);
      become({ is: 'removed' });
      tries = 0;
      if (hasCookie) await leave();
    },
  };
};
