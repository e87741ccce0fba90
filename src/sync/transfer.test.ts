// Several tabs of one device: who leads, who follows, and how nobody waits for one that the browser has frozen (S14).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok, fail, type Result } from '#domain/result.ts';
import type { CallFailure } from './http.ts';
import { startTransfer, type Transfer } from './transfer.ts';

type Tab = {
  readonly transfer: Transfer;
  readonly rounds: () => number;
  readonly lines: () => number;
  /** How often it asked for the line. */
  readonly tries: () => number;
  /** How often it was told to read again what others wrote. */
  readonly woken: () => number;
  /** Cuts the line; while there is no network, it cannot be opened again. */
  readonly cut: () => void;
  /** What the next rounds end with. */
  answer: Result<void, CallFailure>;
  /** Brings the tab to the front, or hides it. */
  readonly show: (isSeen: boolean) => void;
  /** Says on the open line of this tab that something is new. */
  readonly news: () => void;
};

let name: string;
let tabs: Tab[];
let device = 0;
beforeEach(() => {
  name = `transfer ${(device += 1)}`;
  tabs = [];
});
afterEach(() => {
  for (const { transfer } of tabs) transfer.stop();
});

const openTab = (isSeenAtFirst = true): Tab => {
  let isSeen = isSeenAtFirst;
  let rounds = 0;
  let woken = 0;
  let tries = 0;
  let speak: ((text: string) => void) | undefined;
  let cut = (): void => undefined;
  const seen = new Set<() => void>();
  const transfer = startTransfer(
    {
      round: async () => {
        rounds += 1;
        return tab.answer;
      },
      connect: async (signal) => {
        tries += 1;
        if (!tab.answer.ok) throw new TypeError('no network');
        const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
          start: (control) => {
            speak = (text) => control.enqueue(new TextEncoder().encode(text));
            cut = () => {
              speak = undefined;
              control.close();
            };
            signal.addEventListener('abort', () => {
              speak = undefined;
              control.error(new Error('aborted'));
            });
          },
        });
        return new Response(stream);
      },
      random: () => 0.5,
      woke: () => void (woken += 1),
      name,
    },
    {
      locks: navigator.locks,
      channel: new BroadcastChannel(name),
      isSeen: () => isSeen,
      onSeen: (told) => {
        seen.add(told);
        return () => void seen.delete(told);
      },
      onNetwork: () => () => undefined,
    },
  );
  const tab: Tab = {
    transfer,
    rounds: () => rounds,
    woken: () => woken,
    tries: () => tries,
    lines: () => (speak === undefined ? 0 : 1),
    cut: () => cut(),
    answer: ok(undefined),
    show: (next) => {
      isSeen = next;
      if (next) for (const told of seen) told();
    },
    news: () => speak?.('event: news\ndata:\n\n'),
  };
  tabs.push(tab);
  return tab;
};

/** A tab that leads and was frozen by the browser: it holds the lock, and hears and says nothing. */
const frozenTab = (): Promise<() => void> =>
  new Promise((frozen) => {
    void navigator.locks
      .request(name, () => new Promise<void>((release) => frozen(release)))
      .catch(() => undefined);
  });

const lines = () => tabs.map((tab) => tab.lines());
const waits = { timeout: 8_000 };

test('S14: one tab leads and holds the line; the other asks nobody', async () => {
  const first = openTab();
  await expect.poll(first.lines).toBe(1);
  const second = openTab();
  await expect.poll(() => second.transfer.state()).toBe('resting');
  first.news();
  await expect.poll(first.rounds).toBe(2);
  expect([second.rounds(), lines()]).toEqual([0, [1, 0]]);
});

test('S14: when the leading tab closes, the other one leads', async () => {
  const first = openTab();
  await expect.poll(first.lines).toBe(1);
  const second = openTab();
  first.transfer.stop();
  await expect.poll(lines).toEqual([0, 1]);
  expect(second.rounds()).toBe(1);
});

test('S14: a tab that is seen takes over from one that is hidden, and back', async () => {
  const first = openTab();
  await expect.poll(first.lines).toBe(1);
  first.show(false);
  const second = openTab();
  await expect.poll(lines).toEqual([0, 1]);
  await expect.poll(first.woken).toBe(1);
  second.show(false);
  first.show(true);
  await expect.poll(lines).toEqual([1, 0]);
  expect(first.woken()).toBe(2);
});

test('S14: of two that are seen, the one that leads stays', async () => {
  const first = openTab();
  await expect.poll(first.lines).toBe(1);
  const second = openTab();
  for (let saved = 0; saved < 5; saved += 1) second.transfer.soon();
  second.show(true);
  first.news();
  await expect.poll(first.rounds).toBe(2);
  expect(lines()).toEqual([1, 0]);
});

test('S14: a tab that is seen takes over from one that is frozen, and that one does not take it back', async () => {
  const thaw = await frozenTab();
  const seen = openTab();
  expect(seen.rounds()).toBe(0);
  await expect.poll(seen.lines, waits).toBe(1);
  expect(seen.rounds()).toBe(1);
  thaw();
  seen.news();
  await expect.poll(seen.rounds).toBe(2);
  expect(seen.lines()).toBe(1);
});

test('S14: a hidden tab waits for a frozen one: nobody sees it', async () => {
  const thaw = await frozenTab();
  const hidden = openTab(false);
  hidden.transfer.soon();
  thaw();
  await expect.poll(hidden.lines).toBe(1);
});

test('S14: a tab that follows shows how the leading one does', async () => {
  const first = openTab();
  const second = openTab();
  await expect.poll(first.lines).toBe(1);
  first.answer = fail({ type: 'no-connection' });
  first.news();
  await expect.poll(() => second.transfer.state()).toBe('offline');
  first.answer = ok(undefined);
  // Somebody presses the button in the tab that follows: the leading one hears that there is a way again.
  await second.transfer.now();
  await expect.poll(() => first.transfer.state()).toBe('resting');
});

test('a save goes out soon, whatever else happens to the line meanwhile', async () => {
  const tab = openTab();
  await expect.poll(tab.rounds).toBe(1);
  tab.transfer.soon();
  await expect.poll(tab.lines).toBe(1);
  await expect.poll(tab.rounds).toBe(2);
});

test('a server that was away for long has its line back with the first answer', async () => {
  const tab = openTab();
  await expect.poll(tab.lines).toBe(1);
  tab.answer = fail({ type: 'no-connection' });
  tab.cut();
  await expect.poll(tab.transfer.state, waits).toBe('offline');
  // The line tries at growing distances: after these it would sleep for seconds.
  await expect.poll(tab.tries, waits).toBe(3);
  tab.answer = ok(undefined);
  await tab.transfer.now();
  await expect.poll(tab.lines).toBe(1);
}, 20_000);
