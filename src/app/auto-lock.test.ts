// When a tablet locks by itself: the clock runs by hand here, and tabs hear each other at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LONGEST_REST, LONGEST_UNSEEN, startAutoLock, type LockWorld } from './auto-lock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-27T08:00:00Z') });
});
afterEach(() => {
  for (const each of open) each.stop();
  open.clear();
  vi.useRealTimers();
});

type Opened = { isLocked: boolean; readonly stop: () => void };
const open = new Set<Opened>();

/** A tab of one vault, with what its person does to it. */
const tab = (others: EventTarget[] = []) => {
  const own = new EventTarget();
  others.push(own);
  let isSeen = true;
  const told = { hand: () => {}, sight: () => {} };
  const world: LockWorld = {
    now: () => Date.now(),
    isSeen: () => isSeen,
    onSight: (call) => {
      told.sight = call;
      return () => undefined;
    },
    onHand: (call) => {
      told.hand = call;
      return () => undefined;
    },
    channel: Object.assign(own, {
      postMessage: (data: unknown) => {
        for (const other of others)
          if (other !== own) other.dispatchEvent(new MessageEvent('message', { data }));
      },
      close: () => undefined,
    }),
  };
  const opened: Opened = { isLocked: false, ...startAutoLock(world, () => void (opened.isLocked = true)) };
  open.add(opened);
  return {
    isLocked: () => opened.isLocked,
    touch: () => told.hand(),
    show: (seen: boolean) => {
      isSeen = seen;
      told.sight();
    },
  };
};

test('[V15] a tablet that lies on the table locks after five minutes, and not before', () => {
  const { isLocked } = tab();
  vi.advanceTimersByTime(LONGEST_REST - 2_000);
  expect(isLocked()).toBe(false);
  vi.advanceTimersByTime(3_000);
  expect(isLocked()).toBe(true);
});

test('[V15] every touch begins the five minutes anew', () => {
  const { isLocked, touch } = tab();
  for (let minute = 0; minute < 20; minute += 1) {
    vi.advanceTimersByTime(60_000);
    touch();
  }
  expect(isLocked()).toBe(false);
});

test('[V15] out of sight it locks after half a minute, and a glance elsewhere does nothing', () => {
  const { isLocked, show } = tab();
  show(false);
  vi.advanceTimersByTime(LONGEST_UNSEEN - 2_000);
  show(true);
  vi.advanceTimersByTime(60_000);
  expect(isLocked()).toBe(false);
  show(false);
  vi.advanceTimersByTime(LONGEST_UNSEEN + 1_000);
  expect(isLocked()).toBe(true);
});

test('[V15] a tablet that slept meets its person locked: no timer ran, and the first look tells', () => {
  const { isLocked, show } = tab();
  show(false);
  vi.setSystemTime(new Date('2026-11-27T11:00:00Z'));
  show(true);
  expect(isLocked()).toBe(true);
});

test('[V15] the first touch after a sleep locks, and does not count as work', () => {
  const { isLocked, touch } = tab();
  vi.setSystemTime(new Date('2026-11-27T11:00:00Z'));
  touch();
  expect(isLocked()).toBe(true);
});

test('[V15] a clock that is set back keeps nothing open', () => {
  const { isLocked } = tab();
  vi.setSystemTime(new Date('2026-11-20T08:00:00Z'));
  vi.advanceTimersByTime(LONGEST_REST + 1_000);
  expect(isLocked()).toBe(true);
});

test('[V15] a tab behind another one stays open while somebody works in that one, and locks when nobody does', () => {
  const others: EventTarget[] = [];
  const [front, behind] = [tab(others), tab(others)];
  behind.show(false);
  for (let minute = 0; minute < 10; minute += 1) {
    vi.advanceTimersByTime(60_000);
    front.touch();
    vi.advanceTimersByTime(6_000);
  }
  expect(behind.isLocked()).toBe(false);
  front.show(false);
  vi.advanceTimersByTime(LONGEST_UNSEEN + 6_000);
  expect([front.isLocked(), behind.isLocked()]).toEqual([true, true]);
});
