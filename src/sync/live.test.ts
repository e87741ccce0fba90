// The line of a device, tried with streams that open, break, fall silent and are refused.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLive, type Live } from './live.ts';

/** A server that answers as it is told, and streams that a test speaks on. */
const createServer = () => {
  const asked: AbortSignal[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>[] = [];
  let status = 200;
  return {
    asked,
    set status(next: number) {
      status = next;
    },
    say: (text: string) => streams.at(-1)?.enqueue(new TextEncoder().encode(text)),
    cut: () => streams.at(-1)?.close(),
    connect: async (signal: AbortSignal): Promise<Response> => {
      asked.push(signal);
      if (status === 0) throw new TypeError('no network');
      const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (control) => {
          streams.push(control);
          signal.addEventListener('abort', () => control.error(new Error('aborted')));
        },
      });
      return new Response(stream, { status });
    },
  };
};

let server: ReturnType<typeof createServer>;
let live: Live;
let news: number;

beforeEach(() => {
  vi.useFakeTimers();
  server = createServer();
  news = 0;
  live = createLive({
    connect: server.connect,
    news: () => void (news += 1),
    changed: () => undefined,
    random: () => 0.5,
  });
});
afterEach(() => {
  live.close();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('a word comes through, also in two pieces; a sign of life is none', async () => {
  live.open();
  await pass(0);
  expect(live.isOpen()).toBe(true);
  server.say(': still here\n\nevent: ne');
  await pass(0);
  expect(news).toBe(0);
  server.say('ws\ndata:\n\n');
  await pass(0);
  expect(news).toBe(1);
  live.open();
  await pass(0);
  expect(server.asked).toHaveLength(1);
});

test('a line that was cut comes back, looks for what it missed, and hurries less each time', async () => {
  live.open();
  await pass(0);
  server.status = 0;
  server.cut();
  await pass(0);
  expect(live.isOpen()).toBe(false);
  await pass(1_000);
  expect(server.asked).toHaveLength(2);
  await pass(1_999);
  expect(server.asked).toHaveLength(2);
  await pass(1);
  expect(server.asked).toHaveLength(3);
  await pass(600_000);
  expect(server.asked.length).toBeLessThan(20);
  expect(news).toBe(0);
  server.status = 200;
  await pass(60_000);
  expect(live.isOpen()).toBe(true);
  expect(news).toBe(1);
});

test('when the server is back, the line does not sleep on', async () => {
  live.open();
  await pass(0);
  server.status = 0;
  server.cut();
  await pass(600_000);
  const before = server.asked.length;
  server.status = 200;
  live.hurry();
  await pass(0);
  expect(live.isOpen()).toBe(true);
  expect([server.asked.length, news]).toEqual([before + 1, 1]);
  // Open, there is nothing to hurry; closed, nothing comes of it.
  live.hurry();
  live.close();
  live.hurry();
  await pass(600_000);
  expect(server.asked).toHaveLength(before + 1);
});

test('a line that is let through and cut at once does not make the device ask without end', async () => {
  live.open();
  for (let second = 0; second < 120; second += 1) {
    await pass(1_000);
    if (!live.isOpen()) continue;
    server.say(': still here\n\n');
    server.cut();
  }
  expect(server.asked.length).toBeLessThan(10);
});

test('a line on which nothing moves is given up, whatever the system says of it', async () => {
  live.open();
  await pass(60_000);
  server.say(': still here\n\n');
  await pass(60_000);
  expect(server.asked).toHaveLength(1);
  await pass(5_000);
  expect(server.asked).toHaveLength(2);
});

test('who is not let in does not knock again until she is signed in', async () => {
  server.status = 401;
  live.open();
  await pass(600_000);
  expect(server.asked).toHaveLength(1);
  server.status = 200;
  live.open();
  await pass(0);
  expect(live.isOpen()).toBe(true);
});

test('an ended session is noticed by the sync, not by knocking', async () => {
  live.open();
  await pass(0);
  server.say('event: ended\ndata:\n\n');
  await pass(600_000);
  expect(news).toBe(1);
  expect(server.asked).toHaveLength(1);
});

test('S14: two that take the line from each other take turns by the minute, not by the second', async () => {
  live.open();
  await pass(0);
  server.say('event: replaced\ndata:\n\n');
  await pass(59_000);
  expect(server.asked).toHaveLength(1);
  await pass(2_000);
  expect(server.asked).toHaveLength(2);
});

test('a closed line stays closed, and the connection goes with it', async () => {
  live.open();
  await pass(0);
  live.close();
  await pass(600_000);
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]?.aborted).toBe(true);
});
