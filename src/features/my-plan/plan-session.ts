// How a plan comes onto the phone and stays: exchange once, then by cookie; offline from the encrypted copy; retrying by itself.
import * as z from 'zod/mini';
import { planViewSchema, type PlanView } from '#protocol/plan-view.ts';
import type { PlanCopy } from '#store/plan-copy.ts';
import type { PlanFailure, PlanPort } from '#sync/plan-port.ts';

/** What the phone knows at this moment. `seen` is when the server last said so. */
export type PlanState =
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly plan: PlanView; readonly seen: string; readonly offline: boolean }
  | { readonly is: 'waiting' | 'offline' | 'used' | 'ended' | 'removed' | 'broken' };

/** A plan on this phone: what is known, and what can be asked of it. */
export type PlanSession = {
  readonly state: () => PlanState;
  readonly subscribe: (told: () => void) => () => void;
  /** Asks the server now: at opening, when the network is back, when somebody presses. */
  readonly refresh: () => Promise<void>;
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

/** The session of one secret. */
export const createPlanSession = (secret: string, { port, copy, now, later }: PlanWorld): PlanSession => {
  let state: PlanState = { is: 'opening' };
  let tries = 0;
  let callOff: () => void = () => undefined;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: PlanState): void => {
    state = next;
    for (const told of listeners) told();
  };

  const isRemoved = (): boolean => state.is === 'removed';

  const showCopy = async (): Promise<void> => {
    const text = await copy.open(secret);
    if (text === null || state.is !== 'opening') return;
    const kept = keptSchema.safeParse(JSON.parse(text));
    if (kept.success) become({ is: 'open', ...kept.data, offline: false });
  };

  const ask = async () => {
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

  const fall = async ({ type }: PlanFailure): Promise<void> => {
    switch (type) {
      case 'plan-link-used':
        become({ is: 'used' });
        return;
      case 'plan-link-ended':
        await copy.remove(secret);
        become({ is: 'ended' });
        return;
      case 'plan-link-unknown':
        become(state.is === 'open' ? { ...state, offline: true } : { is: 'waiting' });
        break;
      case 'plan-not-reached':
        become(
          state.is === 'open'
            ? { ...state, offline: true }
            : { is: state.is === 'waiting' ? 'waiting' : 'offline' },
        );
        break;
    }
    callOff = later(pauseAfter(tries), () => void refresh());
    tries += 1;
  };

  const once = async (): Promise<void> => {
    callOff();
    if (isRemoved()) return;
    await showCopy();
    const answer = await ask();
    if (isRemoved()) return;
    if (!answer.ok) return fall(answer.error);
    tries = 0;
    const seen = now();
    await copy.keep(secret, JSON.stringify({ plan: answer.value, seen }));
    await copy.markSignedIn(secret);
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

  return {
    state: () => state,
    subscribe: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    refresh,
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
